"""The article's text cut into the pieces that the report marks up.

The pieces put end to end are the text again, character for character: the report adds marks
around it and never a character inside it.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from analysis.output.cuts import QUOTE, QUOTE_CLOSES, QUOTE_OPENS, WORD, Cutter, Interval
from analysis.output.export import records

if TYPE_CHECKING:
    from analysis.frames import Result

STRENGTHS = (0.75, 0.9)
"""Where the tint of likely loaded sentences deepens: three steps are what an eye tells apart on
paper, and the last one begins where nine in ten such sentences are loaded (calibrated)."""

_MARKS = {WORD: "word", QUOTE: "quote", QUOTE_OPENS: "opens", QUOTE_CLOSES: "closes"}


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
        probability: float = (self.row or {}).get("loaded_probability") or 0.0
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
    cutter = Cutter.of(text, result.spans, result.quotations)
    blocks: list[Block] = []
    for (start, end), pieces in _layout(text, records(result.sentences)):
        gap = text[start:end]
        blocks.append(
            Block(
                gap=gap,
                tight=bool(blocks) and gap.count("\n") < 2,
                pieces=tuple(Piece(row, _runs(cutter, a, b)) for a, b, row in pieces if a < b),
            )
        )
    return blocks


def _runs(cutter: Cutter, start: int, end: int) -> tuple[Run, ...]:
    return tuple(
        Run(text, tuple(mark for flag, mark in _MARKS.items() if flags & flag))
        for text, flags in cutter.runs(start, end)
    )


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
