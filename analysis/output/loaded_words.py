"""The loaded words of an article gathered by word: how often found, how much each weighs."""

from __future__ import annotations

from collections.abc import Sequence
from math import isnan, nan
from typing import TYPE_CHECKING

from analysis.text.one_line import one_line

if TYPE_CHECKING:
    import pandas as pd

LEAST_EFFECT = 0.01
"""An effect under one percentage point would round to nothing, so it is not shown as a bar."""


def loaded_words(spans: pd.DataFrame) -> pd.DataFrame:
    """Return one row per loaded word or phrase, largest mean effect first.

    ``spans`` is the spans frame. Words are compared without regard to case and line breaks; the
    index holds the word in lower case. Columns: ``count`` (times found), ``effect`` (mean fall
    of the sentence's loaded_probability with the word masked, −1 to 1) and ``probability``
    (highest, 0 to 1).
    """
    import pandas as pd

    # Gathered by hand: of the forty words of an article, pandas made seven milliseconds of work.
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


def weighty(words: pd.DataFrame, limit: int) -> pd.DataFrame:
    """Return the first ``limit`` rows of ``loaded_words`` whose effect is a point or more."""
    return words[words["effect"] >= LEAST_EFFECT].head(limit)
