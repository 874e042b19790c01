"""Intervals of shares and means: what a comparison of few sentences may be said to show.

All are for 95 %. None needs more than the counts, so they are worked out while a page is drawn.
"""

from __future__ import annotations

from collections.abc import Sequence
from math import inf, sqrt
from statistics import fmean, variance

_Z = 1.959964
"""The 97.5 % quantile of the normal distribution."""


def share_interval(count: float, total: float) -> tuple[float, float]:
    """Return the interval of the share ``count`` / ``total``; ``total`` must not be 0.

    Wilson 1927 (Journal of the American Statistical Association 22), the score interval.
    """
    share, square = count / total, _Z * _Z
    middle = (share + square / (2 * total)) / (1 + square / total)
    half = (
        _Z * sqrt(share * (1 - share) / total + square / (4 * total * total)) / (1 + square / total)
    )
    return max(middle - half, 0.0), min(middle + half, 1.0)


def share_difference(
    first: tuple[float, float], second: tuple[float, float]
) -> tuple[float, float]:
    """Return the interval of the first share minus the second; each is (count, total).

    Newcombe 1998 (Statistics in Medicine 17, pages 873 to 890), method 10, from the score intervals
    of the two: it holds for small counts too, where the usual one is too narrow.
    """
    one, other = first[0] / first[1], second[0] / second[1]
    (low, high), (other_low, other_high) = share_interval(*first), share_interval(*second)
    difference = one - other
    return (
        difference - sqrt((one - low) ** 2 + (other_high - other) ** 2),
        difference + sqrt((high - one) ** 2 + (other - other_low) ** 2),
    )


def mean_difference(first: Sequence[float], second: Sequence[float]) -> tuple[float, float]:
    """Return the interval of the mean of ``first`` minus that of ``second``.

    Welch 1947 (Biometrika 34), for samples that may spread unlike each other. With fewer than two
    values on a side nothing can be said: the interval has no ends.
    """
    if min(len(first), len(second)) < 2:
        return -inf, inf
    difference = fmean(first) - fmean(second)
    parts = [variance(values) / len(values) for values in (first, second)]
    error = sum(parts)
    if not error:
        return difference, difference
    freedom = error**2 / sum(
        part**2 / (len(values) - 1) for part, values in zip(parts, (first, second), strict=True)
    )
    half = t_quantile(freedom) * sqrt(error)
    return difference - half, difference + half


def t_quantile(freedom: float) -> float:
    """Return the 97.5 % quantile of Student's t distribution, to two decimals from 3 degrees on.

    The expansion in 1 / degrees of freedom of Abramowitz and Stegun 1964, 26.7.5.
    """
    z = _Z
    terms = (
        (z**3 + z) / 4,
        (5 * z**5 + 16 * z**3 + 3 * z) / 96,
        (3 * z**7 + 19 * z**5 + 17 * z**3 - 15 * z) / 384,
        (79 * z**9 + 776 * z**7 + 1482 * z**5 - 1920 * z**3 - 945 * z) / 92160,
    )
    return z + sum(term / freedom**power for power, term in enumerate(terms, start=1))
