"""The loaded words of an article, grouped by voice and word: how often found, and their effect."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Callable, Sequence
from math import isnan, nan
from typing import TYPE_CHECKING

from analysis.text.words.normalised import as_read

if TYPE_CHECKING:
    import pandas as pd

    from analysis.frames import Result

OWN, QUOTED = VOICES = ("outlet", "quoted")
"""Whose a loaded word is: the outlet's own, or somebody's whom it quotes or reports. In a sentence
with words of both each loaded word is one or the other's."""

MIN_EFFECT = 0.01
"""Smallest effect shown as a bar: one percentage point; less would round to 0."""

SHOWN = 6
"""Most words of a voice that are shown: with both voices as many bars as fit a chart."""


def loaded_words(result: Result) -> pd.DataFrame:
    """Return one row per voice and loaded word or phrase, the outlet's own first, each group with
    the largest mean effect first.

    A word is somebody else's if it stands in a statement, or in a sentence that is quoted or
    reported as a whole; scare quotes are no statement. Words are compared without regard to case,
    line breaks and invisible marks; the index holds the word in lower case, and twice where both
    use it. Columns: ``voice`` (``OWN`` or ``QUOTED``), ``count`` (times found), ``effect`` (mean
    fall of the sentence's loaded_probability with the word masked, −1 to 1), ``probability``
    (highest, 0 to 1) and ``sentences`` (list of the numbers of its sentences, from 0, each once).
    """
    import pandas as pd

    # Grouped without pandas, which took seven milliseconds for the forty words of an article.
    spans = result.spans
    voices = dict(zip(result.sentences["sentence"], result.sentences["voice"], strict=True))
    in_statement = _in_passages(
        zip(result.statements["start"], result.statements["end"], strict=True)
    )
    found: dict[tuple[str, str], list[tuple[float, float, int]]] = {}
    columns = (spans[name] for name in ("sentence", "start", "text", "effect", "probability"))
    for sentence, start, text, effect, probability in zip(*columns, strict=True):
        quoted = voices.get(sentence) in ("quoted", "reported") or in_statement(start)
        word = as_read(text).casefold()
        found.setdefault((QUOTED if quoted else OWN, word), []).append(
            (effect, probability, sentence)
        )
    rows = sorted((_row(*key, scores) for key, scores in found.items()), key=_rank)
    return pd.DataFrame(
        {
            "voice": pd.array([row[1] for row in rows], dtype="str"),
            "count": pd.array([row[2] for row in rows], dtype="int64"),
            "effect": pd.array([row[3] for row in rows], dtype="float64"),
            "probability": pd.array([row[4] for row in rows], dtype="float64"),
            "sentences": pd.Series([row[5] for row in rows], dtype="object").array,
        },
        index=pd.Index([row[0] for row in rows], dtype="str", name="word"),
    )


_Row = tuple[str, str, int, float, float, list[int]]


def _row(voice: str, word: str, scores: Sequence[tuple[float, float, int]]) -> _Row:
    effects = [effect for effect, _, _ in scores if not isnan(effect)]
    mean = sum(effects) / len(effects) if effects else nan
    likeliest = max(probability for _, probability, _ in scores)
    sentences = list(dict.fromkeys(int(sentence) for _, _, sentence in scores))
    return word, voice, len(scores), mean, likeliest, sentences


def _rank(row: _Row) -> tuple[int, bool, float, int, str]:
    """Return the place of a row: its voice, then the effect, words without an effect last."""
    word, voice, count, effect, *_ = row
    return VOICES.index(voice), isnan(effect), 0 if isnan(effect) else -effect, -count, word


def _in_passages(passages: zip[tuple[int, int]]) -> Callable[[int], bool]:
    """Return whether an offset lies in one of the passages (start, end), which may overlap."""
    starts: list[int] = []
    ends: list[int] = []
    for start, end in sorted(passages):
        if ends and start <= ends[-1]:
            ends[-1] = max(ends[-1], end)
        else:
            starts.append(start)
            ends.append(end)

    def holds(offset: int) -> bool:
        place = bisect_right(starts, offset) - 1
        return place >= 0 and offset < ends[place]

    return holds


def strongest_words(words: pd.DataFrame, limit: int = SHOWN) -> pd.DataFrame:
    """Return the first ``limit`` rows of each voice that have an effect of ``MIN_EFFECT`` or more.

    ``words`` is a frame from ``loaded_words``.
    """
    strong = words[words["effect"] >= MIN_EFFECT]
    return strong[strong.groupby("voice").cumcount() < limit]
