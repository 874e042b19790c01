"""Counting the letters and digits of passages, in which shares of a sentence are measured."""

from __future__ import annotations

from collections.abc import Iterable
from itertools import accumulate

from analysis.speakers.statements.statement import Range


class Letters:
    """The letters and digits of a text, counted once so that each passage costs nothing."""

    def __init__(self, text: str) -> None:
        self._before = [0, *accumulate(map(str.isalnum, text))]

    def within(self, start: int, end: int) -> int:
        """Return how many stand in ``text[start:end]``; 0 where ``end`` is before ``start``."""
        return max(0, self._before[max(start, end)] - self._before[start])

    def shared(self, start: int, end: int, ranges: Iterable[Range]) -> int:
        """Return how many of ``text[start:end]`` stand in ``ranges``, each counted once."""
        count, reached = 0, start
        for begin, stop in sorted(ranges):
            first, last = max(begin, reached), min(stop, end)
            if first < last:
                count += self.within(first, last)
                reached = last
        return count
