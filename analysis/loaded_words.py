"""The loaded words of an article gathered by word: how often found, how much each weighs."""

from __future__ import annotations

from typing import TYPE_CHECKING

from analysis.one_line import one_line

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
    words = spans["text"].map(one_line).str.casefold().rename("word")
    return (
        spans.groupby(words, sort=True)
        .agg(
            count=("effect", "size"),
            effect=("effect", "mean"),
            probability=("probability", "max"),
        )
        .sort_values(["effect", "count"], ascending=False, kind="stable")
    )


def weighty(words: pd.DataFrame, limit: int) -> pd.DataFrame:
    """Return the first ``limit`` rows of ``loaded_words`` whose effect is a point or more."""
    return words[words["effect"] >= LEAST_EFFECT].head(limit)
