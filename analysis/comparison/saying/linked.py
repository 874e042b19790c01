"""Which sentences of which articles are linked, for looking up."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import pandas as pd

Links = dict[tuple[int, int], dict[tuple[int, int], str]]
"""For each two articles the band of each two sentences that are linked."""


def linked_sentences(pairs: pd.DataFrame) -> Links:
    """Return the linked sentences of a frame of pairs: for each two articles, in their order, the
    band by the two sentences."""
    both = pairs.dropna(subset=["sentence_a", "sentence_b"])
    found: Links = {}
    names = ("article_a", "article_b", "sentence_a", "sentence_b", "band")
    for a, b, one, other, band in zip(*(both[name].tolist() for name in names), strict=True):
        found.setdefault((int(a), int(b)), {})[int(one), int(other)] = str(band)
    return found
