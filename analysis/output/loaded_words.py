"""The loaded words of an article, grouped by word: how often found, and their mean effect."""

from __future__ import annotations

from collections.abc import Sequence
from math import isnan, nan
from typing import TYPE_CHECKING

from analysis.text.one_line import one_line

if TYPE_CHECKING:
    import pandas as pd

MIN_EFFECT = 0.01
"""Smallest effect shown as a bar: one percentage point; less would round to 0."""


def loaded_words(spans: pd.DataFrame) -> pd.DataFrame:
    """Return one row per loaded word or phrase, largest mean effect first.

    ``spans`` is the spans frame. Words are compared without regard to case and line breaks; the
    index holds the word in lower case. Columns: ``count`` (times found), ``effect`` (mean fall
    of the sentence's loaded_probability with the word masked, −1 to 1) and ``probability``
    (highest, 0 to 1).
    """
    import pandas as pd

    # Grouped without pandas, which took seven milliseconds for the forty words of an article.
    found: dict[str, list[tuple[float, float]]] = {}
    for text, effect, probability in zip(
        spans["text"], spans["effect"], spans["probability"], strict=True
    ):
        found.setdefault(one_line(text).casefold(), []).append((effect, probability))
    rows = sorted(
        (_row(word, scores) for word, scores in found.items()),
        key=lambda row: (isnan(row[2]), 0 if isnan(row[2]) else -row[2], -row[1], row[0]),
    )
    return pd.DataFrame(
        {
            "count": pd.array([row[1] for row in rows], dtype="int64"),
            "effect": pd.array([row[2] for row in rows], dtype="float64"),
            "probability": pd.array([row[3] for row in rows], dtype="float64"),
        },
        index=pd.Index([row[0] for row in rows], dtype="str", name="word"),
    )


def _row(word: str, scores: Sequence[tuple[float, float]]) -> tuple[str, int, float, float]:
    effects = [effect for effect, _ in scores if not isnan(effect)]
    mean = sum(effects) / len(effects) if effects else nan
    return word, len(scores), mean, max(probability for _, probability in scores)


def strongest_words(words: pd.DataFrame, limit: int) -> pd.DataFrame:
    """Return the first ``limit`` rows of ``words`` with an effect of ``MIN_EFFECT`` or more.

    ``words`` is a frame from ``loaded_words``.
    """
    return words[words["effect"] >= MIN_EFFECT].head(limit)
