"""A result with some voices switched off: what charts and counts then show."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from typing import TYPE_CHECKING

from analysis.frames import FURNITURE, READABILITY, VOICES
from analysis.output.speakers.counts import SentenceFinder
from analysis.text.readability import readability
from analysis.text.words.normalised import normalised

if TYPE_CHECKING:
    import pandas as pd

    from analysis.frames import Result


def voice_counts(sentences: pd.DataFrame) -> dict[str, int]:
    """Return how many sentences of the article have each voice, without furniture."""
    counts = sentences.loc[sentences["part"] != FURNITURE, "voice"].value_counts()
    return {voice: int(counts.get(voice, 0)) for voice in VOICES}


def of_voices(result: Result, voices: Iterable[str]) -> Result:
    """Return ``result`` with the sentences of ``voices`` only, and what stands in them.

    The frames keep their columns, sentences their numbers and offsets; the text is whole, and
    furniture, which nothing counts, stays. Counts of names and readability are those of what is
    left; the article's other figures stay those of the whole article. With every voice on that the
    article has, it is ``result`` itself.
    """
    shown = set(voices)
    sentences = result.sentences
    kept = sentences["voice"].isin(shown) | (sentences["part"] == FURNITURE)
    if kept.all():
        return result
    left = sentences[kept]
    numbers = set(left["sentence"])
    statements = result.statements
    return replace(
        result,
        sentences=left,
        spans=result.spans[result.spans["sentence"].isin(numbers)],
        statements=statements[statements["sentence"].isin(numbers)],
        names=_names(result.names, left, shown),
        article=_article(result.article, left),
    )


def _names(names: pd.DataFrame, sentences: pd.DataFrame, voices: set[str]) -> pd.DataFrame:
    """Return the names that ``sentences`` mention, with their mentions there.

    The tone is left out: it is that of all the sentences that mention a name.
    """
    find = SentenceFinder(sentences)
    mentions = [
        [(start, end) for start, end in places if find.touched(start, end)]
        for places in names["mentions"]
    ]
    # A list of lists would be spread over columns.
    left = names.assign(count=[len(places) for places in mentions])
    left["mentions"] = _objects(mentions, left)
    for voice in VOICES:
        if voice not in voices:
            left[voice] = 0
    left[["tone", "tone_low", "tone_high"]] = float("nan")
    return left[left["count"] > 0]


def _objects(values: list[list[tuple[int, int]]], like: pd.DataFrame) -> pd.Series:
    import pandas as pd

    return pd.Series(values, index=like.index, dtype="object")


def _article(article: pd.DataFrame, sentences: pd.DataFrame) -> pd.DataFrame:
    """Return the article's row with the words of ``sentences`` and the readability of the scored
    ones."""
    sentences = sentences[sentences["part"] != FURNITURE]
    scored = sentences[sentences["loaded"].notna()]
    measures = readability([normalised(text).text for text in scored["text"]])
    return article.assign(
        words=int(sentences["words"].sum()),
        **{name: measures[name] for name in READABILITY},
    )
