"""Intervals of a ratio of sums, by drawing articles with replacement (the bootstrap).

A group's value is a ratio: what its articles have together (loaded sentences, say) by their scored
sentences. An article's sentences are alike, so that it is articles that are drawn, not sentences (a
cluster bootstrap: Davison and Hinkley 1997, Bootstrap Methods and Their Application, section 3.8).
The interval is from the 2.5th to the 97.5th percentile of 1,000 draws.

Up to ``FEWEST_POISSON`` units each draw is multinomial: n articles out of n. Above, the weight of
each unit is Poisson with mean 1, by itself: for a ratio of sums it hardly matters that a draw has
only about n articles, and weights can be kept (Hanley and MacGibbon 2006, Creating non-parametric
bootstrap samples using Poisson frequencies; Chamandy et al. 2012, Estimating uncertainty for
massive data streams). Groups share the weights: each group's interval is what it would be by
itself.

Of more than ``EXACT`` articles random blocks are drawn, 512 of them, each as one unit: the method
of random groups (Wolter 2007, Introduction to Variance Estimation, chapter 2), whose variance from
B groups has a relative standard error of about sqrt(2 / (B - 1)), here 6 %, and the interval's
length half of that.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    import numpy as np

    Floats = np.ndarray[Any, np.dtype[np.floating[Any]]]

DRAWS = 1000
EXACT = 2048
"""Up to so many articles of a group are drawn one by one."""

FEWEST_POISSON = 100
_SEED = 26


def intervals(groups: Sequence[tuple[Floats, Floats]]) -> list[tuple[float, float]]:
    """Return for each group, ``amounts`` and ``sizes``, the ends of the 95 % interval of
    ``sum(amounts) / sum(sizes)``.

    Both hold one number a unit (an article, or a block of articles), at most ``EXACT`` of them;
    sizes are above 0. The same units in the same order give the same interval. (NaN, NaN) for
    fewer than two units.
    """
    import numpy as np

    ends = [(float("nan"), float("nan"))] * len(groups)
    known = [place for place, (amounts, _) in enumerate(groups) if len(amounts) > 1]
    if known:
        # All at once: numpy prepares a percentile for longer than it takes to find one.
        ratios = np.stack([_ratios(*groups[place]) for place in known])
        low, high = np.percentile(ratios, [2.5, 97.5], axis=1, overwrite_input=True)
        for place, *found in zip(known, low.tolist(), high.tolist(), strict=True):
            ends[place] = (found[0], found[1])
    return ends


def _ratios(amounts: Floats, sizes: Floats) -> Floats:
    """Return the ratio of the sums of each draw."""
    import numpy as np

    units = len(amounts)
    both = np.stack([amounts, sizes]).astype("float32")
    drawn = both @ (_multinomial(units) if units < FEWEST_POISSON else _poisson()[:units])
    ratios: Floats = drawn[0] / drawn[1]
    return ratios


@cache
def _multinomial(units: int) -> Floats:
    """Return how often each unit is drawn in each of the draws: a row a unit."""
    import numpy as np

    # numpy's own multinomial took almost three times as long, for each new size of a group.
    drawn = np.random.default_rng([_SEED, units]).integers(units, size=(DRAWS, units))
    places = drawn + np.arange(DRAWS)[:, None] * units
    counts = np.bincount(places.ravel(), minlength=DRAWS * units).reshape(DRAWS, units)
    return np.ascontiguousarray(counts.T, dtype="float32")


@cache
def _poisson() -> Floats:
    """Return the same for any number of units, of which the first are taken."""
    import numpy as np

    return np.random.default_rng(_SEED).poisson(1.0, (EXACT, DRAWS)).astype("float32")
