"""Scores of statements, and the frame with one row per piece."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from math import nan
from typing import TYPE_CHECKING, Any

from analysis.frames import SENTIMENTS, STATEMENTS, frame
from analysis.scoring.spans import loaded_words
from analysis.speakers.verbs import verb_of

if TYPE_CHECKING:
    import pandas as pd

    from analysis.scoring.scores import ScoredContents
    from analysis.speakers.statements.statement import Range, Statement
    from analysis.text.segmentation.sentences import Sentence
    from models import Classifier

_SCORES = [name for name in STATEMENTS if name in SENTIMENTS] + [
    "sentiment", "tone_label", "tone", "loaded_probability", "loaded",
]  # fmt: skip


def statement_frame(
    text: str,
    sentences: Sequence[Sentence],
    statements: Sequence[Statement],
    scored: ScoredContents,
    model: Classifier,
) -> pd.DataFrame:
    """Return one row per piece of each statement, as ``STATEMENTS`` declares.

    A statement of
    several sentences has the loaded probability of its most loaded one, because one loaded
    sentence makes it a loaded statement however long it goes on; its sentiment is their mean.
    """
    scores = _scores(len(statements), scored, model)
    words = _loaded_words(len(statements), scored)
    cues = [text[slice(*statement.cue)] if statement.cue else "" for statement in statements]
    verbs = [verb_of(cue) for cue in cues]
    starts = [sentence.start for sentence in sentences]
    rows = [
        {
            "statement": number,
            "sentence": max(0, bisect_right(starts, piece.start) - 1),
            "start": piece.start,
            "end": piece.end,
            "text": text[piece.start : piece.end],
            "form": statement.form,
            "act": verbs[number].act,
            "speaker": statement.speaker,
            **_passage(text, "cue", statement.cue),
            "speaker_start": statement.source[0] if statement.source else None,
            "speaker_end": statement.source[1] if statement.source else None,
            "verb": verbs[number].lemma if statement.cue else "",
            "manner": verbs[number].manner if statement.cue else "",
            "closed": piece.closed,
            **scores[number],
            "loaded_words": [word for word in words[number] if piece.start <= word[0] < piece.end],
        }
        for number, statement in enumerate(statements)
        for piece in statement.pieces
    ]
    rows.sort(key=lambda row: (row["start"], row["end"]))
    return frame({name: [row[name] for row in rows] for name in STATEMENTS}, STATEMENTS)


def _passage(text: str, name: str, passage: Range | None) -> dict[str, Any]:
    """Return text and offsets of a passage, empty and missing if there is none."""
    start, end = passage or (None, None)
    return {
        name: text[start:end] if passage else "",
        f"{name}_start": start,
        f"{name}_end": end,
    }


def _scores(count: int, scored: ScoredContents, model: Classifier) -> list[dict[str, Any]]:
    """Return the score columns of each statement; NaN where none of its sentences was scored."""
    places: list[list[int]] = [[] for _ in range(count)]
    for place, content in enumerate(scored.contents):
        places[content.statement].append(place)
    sentiment = scored.prediction.sentiment.astype("float64")
    loaded = scored.prediction.loaded.astype("float64")
    found: list[dict[str, Any]] = []
    for own in places:
        if not own:
            found.append(dict.fromkeys(_SCORES, nan))
            continue
        mean = sentiment[own].mean(axis=0, keepdims=True)
        probability = float(loaded[own].max())
        values = dict(zip(SENTIMENTS, mean[0].tolist(), strict=True))
        found.append(
            {
                **values,
                "sentiment": SENTIMENTS[int(mean[0].argmax())],
                "tone_label": model.tone_thresholds.labels(mean)[0],
                "tone": values["positive"] - values["negative"],
                "loaded_probability": probability,
                "loaded": model.thresholds.band(probability),
            }
        )
    return found


def _loaded_words(count: int, scored: ScoredContents) -> list[list[Range]]:
    """Return the ranges of the loaded words of each statement in the article's text."""
    found: list[list[Range]] = [[] for _ in range(count)]
    for content, words in zip(scored.contents, scored.prediction.words, strict=True):
        for start, end, _ in loaded_words(content.reading, words):
            found[content.statement] += content.reading.given(start, end)
    return found
