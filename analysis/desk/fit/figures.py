"""What a threshold is worth: precision before and after, with intervals by article."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

if TYPE_CHECKING:
    from numpy.typing import NDArray

RESAMPLES = 2_000
"""Times that the articles are drawn anew for an interval."""


@dataclass(frozen=True)
class Share:
    """A share or a difference of shares, with its 95 % interval."""

    value: float
    low: float
    high: float


@dataclass(frozen=True)
class Figures:
    """What holding flags back would have changed, on decided flags that the fit had not seen.

    ``before`` is the share of flags that were accepted, ``after`` that share among those that stay,
    ``gain`` the difference; ``kept`` is the share of accepted flags that stay. ``held_back`` and
    ``accepted_held_back`` are counts. The intervals are percentiles over articles drawn with
    replacement (Efron and Tibshirani 1993, chapter 13): flags of one article are alike.
    """

    decided: int
    accepted: int
    articles: int
    held_back: int
    accepted_held_back: int
    before: Share
    after: Share
    gain: Share
    kept: Share


def figures_of(
    accepted: NDArray[np.bool_],
    stays: NDArray[np.bool_],
    articles: NDArray[np.int64],
    seed: int,
) -> Figures:
    """Return the figures of flags that were ``accepted`` or not, and stay or not."""
    _, of = np.unique(articles, return_inverse=True)
    many = int(of.max()) + 1
    # Of each article: accepted, all, accepted that stay, all that stay.
    counts = np.stack(
        [
            np.bincount(of, weights=which.astype(float), minlength=many)
            for which in (accepted, np.ones_like(accepted), accepted & stays, stays)
        ],
        axis=1,
    )
    drawn = np.random.default_rng(seed).multinomial(many, np.full(many, 1 / many), size=RESAMPLES)
    found, resampled = (
        _shares(counts.sum(axis=0)[None, :])[0],
        _shares(drawn.astype(float) @ counts),
    )
    low, high = np.percentile(resampled, (2.5, 97.5), axis=0)
    before, after, gain, kept = (
        Share(float(value), float(lower), float(upper))
        for value, lower, upper in zip(found, low, high, strict=True)
    )
    return Figures(
        decided=len(accepted),
        accepted=int(accepted.sum()),
        articles=many,
        held_back=int((~stays).sum()),
        accepted_held_back=int((accepted & ~stays).sum()),
        before=before,
        after=after,
        gain=gain,
        kept=kept,
    )


def _shares(counts: NDArray[np.float64]) -> NDArray[np.float64]:
    """Return before, after, gain and kept for each row of counts. Where no flag stays, none of them
    is right; where none was accepted, none of the accepted is lost."""
    accepted, every, accepted_stay, stay = counts.T
    before = accepted / every
    after = np.divide(accepted_stay, stay, out=np.zeros_like(stay), where=stay > 0)
    kept = np.divide(accepted_stay, accepted, out=np.ones_like(stay), where=accepted > 0)
    return np.stack([before, after, after - before, kept], axis=1)
