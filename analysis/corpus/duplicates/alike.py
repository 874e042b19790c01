"""Which articles are near-duplicates: what two signatures say of it, and the thresholds.

Thresholds were chosen on one half of an archive's articles with edited copies of them, and
measured on the other (``tests/bench/near_duplicates``, ``docs/figures/near_duplicates.json``).
``CONTAINED_FROM`` is a step stricter than the best on edited copies: in the archive itself, pairs
just under it quote the same at length and are not the same report.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import numpy as np

    from analysis.corpus.duplicates.loaded import Loaded

FEWEST_WORDS = 30
"""Below this an article is a copy only of one with all the same words: so few shingles that one
other word takes a quarter of them, and a bare announcement is worded as others are."""

JACCARD_FROM = 0.2
"""Least estimated Jaccard similarity. A copy cut to a quarter has 0.25."""

CONTAINED_FROM = 0.6
"""Least share of the shorter one's shingles that the longer one has too."""

NUMBERS_FROM = 0.4
"""Least share of the numbers of the one with fewer that the other has too."""

FEWEST_NUMBERS = 4
"""With fewer different numbers than this in either, they are not asked."""


def contained(jaccard: np.ndarray, one: np.ndarray, other: np.ndarray) -> np.ndarray:
    """Return which share of the smaller of two sets is in the other.

    From their Jaccard similarity and their sizes: as J = I / (A + B - I), the intersection is
    I = J (A + B) / (1 + J). Between 0 and 1; 0 where a set is empty.
    """
    import numpy as np

    smaller = np.minimum(one, other)
    both = jaccard * (one + other) / (1 + jaccard)
    share: np.ndarray = np.divide(both, smaller, out=np.zeros_like(both), where=smaller > 0)
    return share.clip(0, 1)


def likeness(loaded: Loaded, one: np.ndarray, other: np.ndarray) -> np.ndarray:
    """Return how alike the articles at the places ``one`` and ``other`` are, pair by pair.

    It is the share of the shorter one's shingles that the longer one has too, and 0 where they are
    no near-duplicates. Those with all the same words have 1.
    """
    import numpy as np

    jaccard = loaded.agreement(one, other)
    share = contained(jaccard, loaded.shingles[one], loaded.shingles[other])
    copies = (jaccard >= JACCARD_FROM) & (share >= CONTAINED_FROM)
    copies &= np.minimum(loaded.words[one], loaded.words[other]) >= FEWEST_WORDS

    asked = copies & (np.minimum(loaded.figures[one], loaded.figures[other]) >= FEWEST_NUMBERS)
    copies[asked] = loaded.numbers_shared(one[asked], other[asked]) >= NUMBERS_FROM
    same = (loaded.whole[one] == loaded.whole[other]) & (loaded.words[one] > 0)
    return np.where(same, 1.0, np.where(copies, share, 0.0))
