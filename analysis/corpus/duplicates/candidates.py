"""Pairs of articles that may be near-duplicates, found without comparing each with each.

Locality-sensitive hashing (Indyk and Motwani 1998): a signature is divided into bands, and
articles that agree in a whole band are looked at. With bands of two numbers, two articles with
the Jaccard similarity J meet in one of the 64 bands with the probability 1 - (1 - J²)^64: 0.93
for J = 0.2, 0.997 for 0.3, and 0.0016 for 0.005.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import numpy as np

    from analysis.corpus.duplicates.loaded import Loaded

IN_A_BAND = 2
"""Numbers of a signature in a band."""

NEIGHBOURS = 16
"""With how many that come before it in a bucket an article is compared."""

FIRST = 4
"""With how many of the first in a bucket it is compared as well: one of them is likely kept."""

_PAIRS_AT_ONCE = 1 << 20


def candidates(loaded: Loaded) -> Iterator[tuple[np.ndarray, np.ndarray]]:
    """Give pairs of places, the earlier article first, in chunks; a pair may come several times.

    One band is in memory at a time. A bucket of n articles gives at most 20 n pairs rather than
    n², so that a phrase that a million articles share costs no more than any other.
    """
    import numpy as np

    # Articles with all the same words, of whatever length.
    yield from _pairs(loaded.whole)
    for band in range(0, len(loaded.signature), IN_A_BAND):
        key = np.zeros(len(loaded.article), np.uint64)
        for row in loaded.signature[band : band + IN_A_BAND]:
            key = (key << np.uint64(32)) | row
        yield from _pairs(key[loaded.column])


def _pairs(key: np.ndarray) -> Iterator[tuple[np.ndarray, np.ndarray]]:
    """Give pairs of places whose keys are equal."""
    import numpy as np

    # A stable sort: within a bucket the places ascend.
    order = np.argsort(key, kind="stable")
    sorted_key = key[order]
    same = sorted_key[1:] == sorted_key[:-1]
    # Only places in a bucket of several go on.
    several = np.zeros(len(key), bool)
    several[1:] |= same
    several[:-1] |= same
    order, sorted_key = order[several], sorted_key[several]
    if not len(order):
        return
    for apart in range(1, NEIGHBOURS + 1):
        ends = np.flatnonzero(sorted_key[apart:] == sorted_key[:-apart]) + apart
        if not len(ends):
            return
        yield from _chunks(order[ends - apart], order[ends])
    starts = np.flatnonzero(np.r_[True, sorted_key[1:] != sorted_key[:-1]])
    start = np.repeat(starts, np.diff(np.r_[starts, len(order)]))
    for nth in range(FIRST):
        ends = np.flatnonzero(np.arange(len(order)) - start > NEIGHBOURS + nth)
        yield from _chunks(order[start[ends] + nth], order[ends])


def _chunks(one: np.ndarray, other: np.ndarray) -> Iterator[tuple[np.ndarray, np.ndarray]]:
    for at in range(0, len(one), _PAIRS_AT_ONCE):
        yield one[at : at + _PAIRS_AT_ONCE], other[at : at + _PAIRS_AT_ONCE]
