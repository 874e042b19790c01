"""The article's text cut at the borders of its loaded words and quotations.

Runs put end to end are the text again, character for character, however words, quotations and
sentences overlap.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Sequence
from itertools import accumulate, pairwise
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import pandas as pd

WORD = 1
"""Flag of a run inside a loaded word or phrase."""
QUOTE = 2
"""Flag of a run inside a quotation."""
QUOTE_OPENS = 4
"""Flag of the run a quotation begins with."""
QUOTE_CLOSES = 8
"""Flag of the run a closed quotation ends with; a quotation never closed has none."""

Run = tuple[str, int]
"""A stretch of text and its flags, added up."""
Interval = tuple[int, int]


class Cutter:
    """Cuts stretches of one text into runs at the borders of loaded words and quotations.

    ``words`` are (start, end) offsets, ``quotations`` (start, end, closed); empty ones are
    passed over. They may overlap each other and the borders of sentences in any way.
    """

    def __init__(
        self,
        text: str,
        words: Iterable[Interval],
        quotations: Iterable[tuple[int, int, bool]],
    ) -> None:
        word_list = [(start, end) for start, end in words if start < end]
        quotation_list = [q for q in quotations if q[0] < q[1]]
        quote_list = [(start, end) for start, end, _ in quotation_list]
        self._text = text
        self._opens = {start for start, _ in quote_list}
        self._closes = {end for _, end, closed in quotation_list if closed}
        self._cuts = sorted({0, len(text)}.union(*word_list, *quote_list))
        self._in_word = _depths(self._cuts, word_list)
        self._in_quote = _depths(self._cuts, quote_list)

    @classmethod
    def of(cls, text: str, spans: pd.DataFrame, quotations: pd.DataFrame) -> Cutter:
        """Return a cutter of an analysed text, for its spans and quotations frames."""
        return cls(
            text,
            zip(spans["start"].tolist(), spans["end"].tolist(), strict=True),
            zip(*(quotations[name].tolist() for name in ("start", "end", "closed")), strict=True),
        )

    def runs(self, start: int, end: int) -> list[Run]:
        """Return text[start:end] as (text, flags) runs; the longest with one set of flags."""
        if start >= end:
            return []
        first = bisect_right(self._cuts, start)
        inner = self._cuts[first : bisect_left(self._cuts, end, first)]
        borders = [start, *inner, end]
        return [
            (self._text[a:b], self._flags(first - 1 + i, a, b))
            for i, (a, b) in enumerate(pairwise(borders))
        ]

    def _flags(self, cut: int, start: int, end: int) -> int:
        quoted = self._in_quote[cut] > 0
        return (
            WORD * (self._in_word[cut] > 0)
            + QUOTE * quoted
            + QUOTE_OPENS * (quoted and start in self._opens)
            + QUOTE_CLOSES * (quoted and end in self._closes)
        )


def _depths(cuts: Sequence[int], intervals: Iterable[Interval]) -> list[int]:
    """Return, for the stretch that begins at each cut, how many intervals cover it."""
    changes = dict.fromkeys(cuts, 0)
    for start, end in intervals:
        changes[start] += 1
        changes[end] -= 1
    return list(accumulate(changes[cut] for cut in cuts))
