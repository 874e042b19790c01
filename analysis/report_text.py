"""The article's text cut into the pieces that the report marks up.

The pieces put end to end are the text again, character for character: the report adds marks
around it and never a character inside it.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import accumulate, pairwise
from typing import TYPE_CHECKING, Any

from analysis.export import records

if TYPE_CHECKING:
    from analysis.frames import Result

STRENGTHS = (0.75, 0.9)
"""Where the tint of likely loaded sentences deepens: three steps are what an eye tells apart on
paper, and the last one begins where nine in ten such sentences are loaded (calibrated)."""

Interval = tuple[int, int]


@dataclass(frozen=True)
class Run:
    """A stretch of text with one set of marks: ``word``, ``quote``, ``opens``, ``closes``."""

    text: str
    marks: tuple[str, ...]


@dataclass(frozen=True)
class Piece:
    """A sentence's frame row and its runs; ``row`` is None for text outside all sentences."""

    row: dict[str, Any] | None
    runs: tuple[Run, ...]

    @property
    def strength(self) -> int:
        """1 to 3 by loaded_probability (see ``STRENGTHS``)."""
        probability: float = 0.0 if self.row is None else self.row["loaded_probability"]
        return 1 + sum(probability >= limit for limit in STRENGTHS)


@dataclass(frozen=True)
class Block:
    """A paragraph: ``gap`` is the white space before it, which its place on the page shows
    already; ``tight`` is true where no empty line parts it from the one above."""

    gap: str
    tight: bool
    pieces: tuple[Piece, ...]


def text_blocks(result: Result) -> list[Block]:
    """Return the text of ``result`` as blocks; all gaps and runs put end to end are the text.

    Sentences are expected in reading order and not to overlap, as ``analysis.frames`` says;
    loaded words and quotations may overlap each other and the sentences' borders in any way.
    """
    text = result.text
    layout = list(_layout(text, records(result.sentences)))
    cutter = _Cutter(
        result, {edge for _, pieces in layout for a, b, _ in pieces for edge in (a, b)}
    )
    blocks: list[Block] = []
    for (start, end), pieces in layout:
        gap = text[start:end]
        blocks.append(
            Block(
                gap=gap,
                tight=bool(blocks) and gap.count("\n") < 2,
                pieces=tuple(Piece(row, tuple(cutter.runs(a, b))) for a, b, row in pieces if a < b),
            )
        )
    return blocks


_Placed = tuple[int, int, "dict[str, Any] | None"]


def _layout(text: str, rows: Iterable[dict[str, Any]]) -> Iterator[tuple[Interval, list[_Placed]]]:
    """Yield each block's gap and pieces as offsets."""
    gap: Interval = (0, 0)
    pieces: list[_Placed] = []
    paragraph: int | None = None
    position = 0
    for row in rows:
        start, end = int(row["start"]), int(row["end"])
        if row["paragraph"] != paragraph:
            if pieces:
                yield gap, pieces
            paragraph = row["paragraph"]
            shown = _after_gap(text, position, start)
            gap, pieces = (position, shown), [(shown, start, None)]
        else:
            pieces.append((position, start, None))
        pieces.append((start, end, row))
        position = end
    if text[position:].strip() or not pieces:
        pieces.append((position, len(text), None))
        position = len(text)
    yield gap, pieces
    if position < len(text):
        yield (position, len(text)), []


def _after_gap(text: str, start: int, end: int) -> int:
    """Return where, between two paragraphs, what is to be seen begins.

    That is the next paragraph's indent, or text that belongs to no sentence, such as a row of
    asterisks.
    """
    between = text[start:end]
    blank = between[: len(between) - len(between.lstrip())]
    return start + blank.rfind("\n") + 1


class _Cutter:
    """Cuts the text at the borders of loaded words and quotations and at those given."""

    def __init__(self, result: Result, borders: Iterable[int]) -> None:
        words = _intervals(result.spans["start"], result.spans["end"])
        quotations = _intervals(result.quotations["start"], result.quotations["end"])
        closed = result.quotations[result.quotations["closed"]]
        self._text = result.text
        self._opens = {start for start, _ in quotations}
        self._closes = set(closed["end"].tolist())
        self._cuts = sorted({*borders}.union(*words, *quotations))
        self._place = {cut: place for place, cut in enumerate(self._cuts)}
        self._in_word = self._depths(words)
        self._in_quote = self._depths(quotations)

    def runs(self, start: int, end: int) -> Iterator[Run]:
        """Yield the runs of text[start:end], both of which were given as borders."""
        first, last = self._place[start], self._place[end]
        for place, (a, b) in enumerate(pairwise(self._cuts[first : last + 1]), first):
            quoted = self._in_quote[place] > 0
            marks = {
                "word": self._in_word[place] > 0,
                "quote": quoted,
                "opens": quoted and a in self._opens,
                "closes": quoted and b in self._closes,
            }
            yield Run(self._text[a:b], tuple(mark for mark, holds in marks.items() if holds))

    def _depths(self, intervals: list[Interval]) -> list[int]:
        """Return, for the stretch that begins at each cut, how many intervals cover it."""
        changes = dict.fromkeys(self._cuts, 0)
        for start, end in intervals:
            changes[start] += 1
            changes[end] -= 1
        return list(accumulate(changes.values()))


def _intervals(starts: Iterable[int], ends: Iterable[int]) -> list[Interval]:
    return [(int(start), int(end)) for start, end in zip(starts, ends, strict=True) if start < end]
