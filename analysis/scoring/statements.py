"""Scores of statements, and the frame with one row per piece."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from math import nan
from typing import TYPE_CHECKING, Any

from analysis.frames import SENTIMENTS, STATEMENTS, frame
from analysis.scoring.spans import outside_addresses

if TYPE_CHECKING:
    import pandas as pd

    from analysis.scoring.content import ContentSentence
    from analysis.speakers.statements import Range, Statement
    from analysis.text.segmentation.sentences import Sentence
    from models import Classifier, Prediction

_SCORES = [name for name in STATEMENTS if name in SENTIMENTS] + [
    "sentiment", "tone_label", "tone", "loaded_probability", "loaded",
]  # fmt: skip


def statement_frame(
    text: str,
    sentences: Sequence[Sentence],
    statements: Sequence[Statement],
    contents: Sequence[ContentSentence],
    prediction: Prediction,
    model: Classifier,
) -> pd.DataFrame:
    """Return one row per piece of each statement, as ``STATEMENTS`` declares.

    ``contents`` are the scored sentences of content, ``prediction`` their scores. A statement of
    several sentences has the loaded probability of its most loaded one, because one loaded
    sentence makes it a loaded statement however long it goes on; its sentiment is their mean.
    """
    scores = _scores(len(statements), contents, prediction, model)
    words = _loaded_words(len(statements), contents, prediction)
    starts = [sentence.start for sentence in sentences]
    rows = [
        {
            "statement": number,
            "sentence": max(0, bisect_right(starts, piece.start) - 1),
            "start": piece.start,
            "end": piece.end,
            "text": text[piece.start : piece.end],
            "form": statement.form,
            "act": statement.act,
            "speaker": statement.speaker,
            **_passage(text, "cue", statement.cue),
            "speaker_start": statement.source[0] if statement.source else None,
            "speaker_end": statement.source[1] if statement.source else None,
            "verb": "",
            "manner": "neutral" if statement.cue else "",
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


def _scores(
    count: int, contents: Sequence[ContentSentence], prediction: Prediction, model: Classifier
) -> list[dict[str, Any]]:
    """Return the score columns of each statement; NaN where none of its sentences was scored."""
    places: list[list[int]] = [[] for _ in range(count)]
    for place, content in enumerate(contents):
        places[content.statement].append(place)
    sentiment = prediction.sentiment.astype("float64")
    loaded = prediction.loaded.astype("float64")
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


def _loaded_words(
    count: int, contents: Sequence[ContentSentence], prediction: Prediction
) -> list[list[Range]]:
    """Return the ranges of the loaded words of each statement in the article's text."""
    found: list[list[Range]] = [[] for _ in range(count)]
    for content, words in zip(contents, prediction.words, strict=True):
        for start, end, _ in outside_addresses(content.text, words):
            found[content.statement] += content.given(start, end)
    return found
