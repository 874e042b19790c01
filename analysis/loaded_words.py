"""The loaded words of an article gathered by word: how often found, how much each weighs."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import pandas as pd

LEAST_EFFECT = 0.01
"""An effect under one percentage point would round to nothing, so it is not ranked."""

# Control marks, and bidirectional overrides and isolates: in a label they would reorder the
# words around it as well.
_UNSEEN = re.compile(r"[\x00-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069]")


def most_loaded_words(spans: pd.DataFrame, limit: int) -> pd.DataFrame:
    """Return the ``limit`` loaded words or phrases with the largest mean effect, that one first.

    ``spans`` is the spans frame. Words are compared without regard to case and line breaks; the
    index holds the word in lower case. Columns: ``count`` (times found) and ``effect`` (mean fall
    of the sentence's loaded_probability with the word masked, ``LEAST_EFFECT`` to 1).
    """
    words = spans["text"].map(one_line).str.casefold().rename("word")
    found = spans.groupby(words).agg(count=("effect", "size"), effect=("effect", "mean"))
    ranked = found.sort_values(["effect", "count"], ascending=False, kind="stable")
    return ranked[ranked["effect"] >= LEAST_EFFECT].head(limit)


def one_line(text: str) -> str:
    """Return ``text`` with every run of white space or control marks as one space."""
    return " ".join(_UNSEEN.sub(" ", text).split())
