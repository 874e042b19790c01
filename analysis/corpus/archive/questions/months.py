"""Months without a gap."""

from __future__ import annotations

from collections.abc import Iterable

MOST_MONTHS = 1200
"""A hundred years. Over a longer time, which a mistaken date easily makes, gaps are not filled."""


def whole(months: Iterable[str]) -> list[str]:
    """Return the months (YYYY-MM) from the first to the last with all between, in order.

    The empty string, for articles without a date, comes first if it is among them.
    """
    found = sorted(set(months))
    dated = [month for month in found if month]
    if not dated:
        return found
    first, last = _number(dated[0]), _number(dated[-1])
    if last - first < MOST_MONTHS:
        dated = [f"{at // 12:04d}-{at % 12 + 1:02d}" for at in range(first, last + 1)]
    return [""] * ("" in found) + dated


def _number(month: str) -> int:
    year, _, number = month.partition("-")
    return int(year) * 12 + int(number) - 1
