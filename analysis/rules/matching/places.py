"""Places in a text: what covers them, and which of several that overlap is taken."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterable, Iterator
from functools import cached_property
from itertools import accumulate

from analysis.text.words.addresses import in_web_address

Place = tuple[int, int]
"""Offsets ``(start, end)`` in a text as given; not empty."""

_COULD_BE_ADDRESS = re.compile(r"(?<!\S)[^\s./\\@:\d]*+[./\\@:\d]\S*+")
_LONGEST_ADDRESS = 2_000
"""Characters without a space from which a run is no address but damaged text; browsers take
addresses of about this length."""


class Cover:
    """Places that are to cover others."""

    def __init__(self, places: Iterable[Place] = ()) -> None:
        by_start = sorted(places)
        self._starts = [start for start, _ in by_start]
        self._furthest = list(accumulate((end for _, end in by_start), max))

    def holds(self, place: Place) -> bool:
        """Whether one of the places holds all of ``place``."""
        before = bisect_right(self._starts, place[0])
        return before > 0 and self._furthest[before - 1] >= place[1]


class Addresses:
    """The web and mail addresses in a text: their words are nobody's choice."""

    def __init__(self, text: str) -> None:
        self._text = text

    @cached_property
    def _cover(self) -> Cover:
        runs = (run.span() for run in _COULD_BE_ADDRESS.finditer(self._text))
        return Cover(
            (start, end)
            for start, end in runs
            if end - start <= _LONGEST_ADDRESS and in_web_address(self._text, start, end)
        )

    def hold(self, place: Place) -> bool:
        """Whether ``place`` lies in an address."""
        return self._cover.holds(place)


def longest_leftmost(places: Iterable[Place]) -> Iterator[Place]:
    """Yield of places that overlap the leftmost, of these the longest; by start.

    ``places`` come by start, the longest first.
    """
    last = 0
    for start, end in places:
        if start >= last:
            last = end
            yield start, end
