"""Months one after the other, without a gap but where there is nothing for years."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from itertools import pairwise

MOST_EMPTY = 36
"""Three years. One mistaken date, such as 2050, would otherwise add hundreds of empty months, and
leave no room for the others on an axis."""


def whole(months: Iterable[str]) -> list[str]:
    """Return the months (YYYY-MM) from the first to the last with all between, in order; of more
    than ``MOST_EMPTY`` months in a row that are not given, none is filled in.

    The empty string, for articles without a date, comes first if it is among them.
    """
    found: list[str] = []
    for month in sorted(set(months)):
        if found and found[-1] and 1 < _distance(found[-1], month) <= MOST_EMPTY + 1:
            first = _number(found[-1])
            found += [_month(at) for at in range(first + 1, _number(month))]
        found.append(month)
    return found


def left_out(months: Iterable[str]) -> list[tuple[str, str]]:
    """Return the first and the last month of each stretch that ``whole`` does not fill in."""
    found = whole(months)
    return [
        (_month(_number(last) + 1), _month(_number(following) - 1))
        for last, following in pairwise(found)
        if last and _distance(last, following) > 1
    ]


def places(months: Sequence[str]) -> dict[str, int]:
    """Return where each of the months that ``whole`` gave stands on an axis: one after the other
    from 0, with one free place for each stretch that is left out."""
    found: dict[str, int] = {}
    before, place = "", -1
    for month in months:
        place += 2 if before and _distance(before, month) > 1 else 1
        found[month] = place
        before = month
    return found


def _distance(first: str, last: str) -> int:
    """Return by how many months ``last`` is later than ``first``."""
    return _number(last) - _number(first)


def _number(month: str) -> int:
    year, _, number = month.partition("-")
    return int(year) * 12 + int(number) - 1


def _month(number: int) -> str:
    return f"{number // 12:04d}-{number % 12 + 1:02d}"
