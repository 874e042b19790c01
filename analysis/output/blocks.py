"""The article's text cut for display: blocks (paragraphs), pieces (sentences) and runs.

The text view and the report show the same blocks. Gaps and runs put end to end are the text again,
character for character, however words, quotations and sentences overlap.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import accumulate, pairwise
from typing import TYPE_CHECKING, Any, Protocol

from analysis.output.export import records

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


class Analysed(Protocol):
    """What is read of an analysed article (see ``analysis.frames.Result``)."""

    @property
    def text(self) -> str: ...
    @property
    def sentences(self) -> pd.DataFrame: ...
    @property
    def spans(self) -> pd.DataFrame: ...
    @property
    def quotations(self) -> pd.DataFrame: ...


@dataclass(frozen=True)
class Piece:
    """A sentence and its runs: ``row`` is its row of the sentences frame (missing
    values as None); it is None for text between
    sentences."""

    row: dict[str, Any] | None
    runs: list[Run]


@dataclass(frozen=True)
class Block:
    """A paragraph, or text that belongs to no sentence.

    ``gap`` is the white space before it, which its place on the page shows already; ``tight`` is
    true where no empty line parts it from the block above.
    """

    gap: str
    tight: bool
    pieces: list[Piece]


def text_blocks(result: Analysed) -> tuple[list[Block], str]:
    """Return the blocks of an analysed article, and the white space after the last one.

    Sentences must be in reading order. The indent of a paragraph, after the last line break, is at
    the front of its block, and text that no sentence covers has a block of its own. Raises
    ValueError if sentences overlap or leave the text.
    """
    text = result.text
    cutter = Cutter.of(text, result.spans, result.quotations)
    blocks: list[Block] = []
    position = 0
    paragraph: int | None = None
    for row in records(result.sentences):
        start, end = int(row["start"]), int(row["end"])
        if not position <= start <= end <= len(text):
            raise ValueError(
                f"sentence {row['sentence']} has the offsets {start} to {end}; it should lie "
                f"between {position}, the end of the one before it, and {len(text)}"
            )
        if row["paragraph"] != paragraph:
            blocks += _blocks_between(cutter, text, position, start, is_first=not blocks)
            paragraph = row["paragraph"]
        elif position < start:
            blocks[-1].pieces.append(Piece(None, cutter.runs(position, start)))
        blocks[-1].pieces.append(Piece(row, cutter.runs(start, end)))
        position = end
    tail = text[position:]
    if tail.strip():
        blocks += _blocks_between(cutter, text, position, len(text), is_first=not blocks)
        tail = blocks.pop().gap if not blocks[-1].pieces else ""
    return blocks, tail


def _blocks_between(cutter: Cutter, text: str, start: int, end: int, is_first: bool) -> list[Block]:
    """Return the blocks for text[start:end] between paragraphs, the last one still open."""
    between = text[start:end]
    stripped = between.strip()
    if stripped:
        own_start = start + between.index(stripped)
        own_end = own_start + len(stripped)
        own = _blocks_between(cutter, text, start, own_start, is_first)
        own[-1].pieces.append(Piece(None, cutter.runs(own_start, own_end)))
        return own + _blocks_between(cutter, text, own_end, end, is_first=False)
    indent = start + between.rfind("\n") + 1
    gap = text[start:indent]
    runs = cutter.runs(indent, end)
    tight = not is_first and gap.count("\n") < 2
    return [Block(gap, tight, [Piece(None, runs)] if runs else [])]


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
