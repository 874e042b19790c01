"""How a CSV table is written: what is between its cells, and how they are quoted."""

from __future__ import annotations

import csv
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

SEPARATORS = ",;\t|"
_USUAL: Mapping[str, Any] = {"doublequote": True}
_SPACED: Mapping[str, Any] = {"doublequote": True, "skipinitialspace": True}
_BACKSLASH: Mapping[str, Any] = {"doublequote": False, "escapechar": "\\"}
_NONE: Mapping[str, Any] = {"quoting": csv.QUOTE_NONE}
_NOTES: Sequence[tuple[Mapping[str, Any], str | None]] = (
    (_USUAL, None),
    (_SPACED, None),
    (_BACKSLASH, "its quotation marks are read as written with a backslash inside cells."),
    (_NONE, "its quotation marks are read as part of its cells."),
)
_TRIED = 200
"""Lines by which the way of quoting is told."""


@dataclass(frozen=True)
class Dialect:
    """The ``options`` of ``csv.reader``; ``note`` is what a person should know of them."""

    separator: str
    options: Mapping[str, Any]
    note: str | None = None

    @classmethod
    def by_header(cls, line: str) -> Dialect:
        """Return the usual dialect with the separator that a line of headers has most of."""
        bare = "".join(line.split('"')[::2])
        separator = max(SEPARATORS, key=bare.count)
        return cls(separator, {"delimiter": separator, **_USUAL})


def dialect_of(lines: Sequence[str]) -> Dialect:
    """Return the dialect in which most of the first lines of a table are whole rows; the usual one
    where that decides nothing."""
    if not lines:
        return Dialect.by_header("")
    usual = Dialect.by_header(lines[0])
    tried = lines[:_TRIED]
    best, most = usual, -1
    for quoting, note in _NOTES:
        if quoting is _NONE and _quotes(tried, usual):
            continue
        options = {"delimiter": usual.separator, **quoting}
        whole = _whole_rows(tried, options)
        if whole > most:
            best, most = Dialect(usual.separator, options, note), whole
    return best


def _quotes(lines: Sequence[str], usual: Dialect) -> bool:
    """Return whether most cells that begin with a quotation mark end with one, or the cells are
    apart by what stands in sentences: they must then be quoted."""
    cells = [cell for line in lines for cell in line.rstrip("\r\n").split(usual.separator)]
    begun = [cell for cell in cells if cell.startswith('"')]
    closed = sum(cell.endswith('"') and len(cell) > 1 for cell in begun)
    return usual.separator in ",;" or 2 * closed >= len(begun)


def _whole_rows(lines: Sequence[str], options: Mapping[str, Any]) -> int:
    """Return how many of the lines are part of rows with as many cells as the header."""
    reader = csv.reader(lines, strict=True, **options)
    width = whole = before = 0
    while True:
        try:
            row = next(reader)
        except StopIteration:
            return whole
        except csv.Error:
            pass
        else:
            width = width or len(row)
            whole += (reader.line_num - before) * (len(row) == width)
        before = reader.line_num
