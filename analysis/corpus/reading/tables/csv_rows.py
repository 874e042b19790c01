"""Articles in CSV: cells apart by commas, semicolons, tabs or bars, a header line first."""

from __future__ import annotations

import csv
from collections.abc import Iterator
from itertools import islice
from pathlib import Path

from analysis.corpus.reading.record import Choices, Unreadable
from analysis.corpus.reading.tables.columns import NAMES, known
from analysis.corpus.reading.tables.raw.dialects import Dialect, dialect_of
from analysis.corpus.reading.tables.raw.streams import (
    MAX_ROW_BYTES,
    TOO_LONG,
    beginning,
    decoded,
    ending,
    lines,
    opened,
)
from analysis.corpus.reading.tables.rows import BROKEN
from analysis.corpus.reading.tables.table import Table, Values
from analysis.errors import CannotRead
from analysis.reading.decoding import NUL_SHARE

_ENDINGS = (".csv", ".tsv", ".tab", ".psv")
_READ_AGAIN, _FREE = 4, 1_000
"""How often the lines of a row that does not hold together are looked through for whole rows, and
lines that this takes at least."""

_SAMPLE = 50
"""Rows by which is seen at once whether the dates can be read."""


class _RowTooLong(Exception):
    """A row that is not at its end after ``MAX_ROW_BYTES``."""


def recognises(path: Path, head: bytes) -> bool:
    """Return whether a file is text and named as a table, or begins with a line of at least two
    headers that archives have."""
    start = beginning(path, len(head))
    if not start or start.count(b"\0") > NUL_SHARE * len(start) or start.startswith(b"PK\x03\x04"):
        return False
    if ending(path) in _ENDINGS:
        return True
    cells = first_cells(start, 1_000)
    names = {cell.lower() if cell.lower() in NAMES else known(cell) for cell in cells}
    return len(names - {None}) >= 2


def first_cells(start: bytes, longest: int) -> list[str]:
    """Return the cells of the first line of a table that begins with ``start``, none if it has
    ``longest`` characters or more, which is too long for one of headers."""
    line = decoded(start.lstrip().partition(b"\n")[0].partition(b"\r")[0])[0]
    if len(line) >= longest:
        return []
    return [cell.strip(' "') for cell in line.split(Dialect.by_header(line).separator)]


def open_file(path: Path, choices: Choices) -> CsvRows:
    """Open one; raises CannotRead or OSError."""
    return CsvRows(path, choices)


class CsvRows(Table):
    """A ``Reader`` of CSV."""

    kind = "a CSV table"

    def __init__(self, path: Path, choices: Choices) -> None:
        _allow_long_cells()
        start = beginning(path)
        self._end = b"\r" if b"\r" in start and b"\n" not in start else b"\n"
        self.path, self._share, self._other_encoding = path, 0.0, 0
        first = [decoded(line or b"")[0] for line in lines(iter([start]), self._end)]
        self._dialect = dialect_of([line for line in first if line.strip()])
        # By its first bytes alone: the first row may have no end.
        records = self._records(iter([start]))
        _, headers = next(records, ("", []))
        if isinstance(headers, Unreadable) or not headers:
            reason = "is no CSV table (its first line is no line of headers)"
            raise CannotRead(str(path), reason, "write it anew as CSV")
        self._columns = headers
        sample = [row for _, row in records if not isinstance(row, Unreadable)]
        named = (dict(zip(headers, row, strict=True)) for row in sample[:_SAMPLE])
        super().__init__(path, choices, headers, named)
        if self._dialect.note:
            self._first_notes.append(self._dialect.note)

    def _rows(self) -> Iterator[tuple[str, Values | Unreadable]]:
        with opened(self.path) as stream:
            for place, row in islice(self._records(stream.blocks()), 1, None):
                self._share = stream.share_read()
                if isinstance(row, Unreadable):
                    yield place, row
                else:
                    yield place, dict(zip(self._columns, row, strict=True))

    def _records(self, blocks: Iterator[bytes]) -> Iterator[tuple[str, list[str] | Unreadable]]:
        """Give the place and cells of each row, the header first. What does not hold together is
        given up by its first line alone: the next line is taken for the beginning of a row."""
        source = _Lines(lines(blocks, self._end))
        reader = csv.reader(source, strict=True, **self._dialect.options)
        width = 0
        while True:
            source.begin()
            place = f"line {source.number + 1}"
            try:
                row = next(reader)
            except StopIteration:
                return
            except _RowTooLong:
                reason, message = "TextTooLong", TOO_LONG
            except csv.Error as error:
                reason, message = BROKEN, _explained(str(error))
            else:
                # Spreadsheets fill rows up with empty cells.
                while width and len(row) > width and not row[-1]:
                    row.pop()
                width = width or len(row)
                if not row:
                    continue
                if len(row) == width:
                    self._other_encoding += source.other
                    yield place, row
                    continue
                reason = BROKEN
                message = f"It has {_cells(len(row))}, and the header has {width:,}."
            if given_up := source.back_to_second():
                place = f"{place} to {given_up}".replace("line", "lines", 1)
                message = f"They hold no whole rows; the first is no row either: {message}"
            yield place, Unreadable(place, reason, message)


class _Lines:
    """The lines of a table for ``csv.reader``, which asks for as many as a row has; those of a row
    can be given once more, but for the first."""

    def __init__(self, raw: Iterator[bytes | None]) -> None:
        self._raw = raw
        self._row: list[bytes | None] = []
        self._again: list[bytes | None] = []
        self._size = 0
        self._budget = 0
        self.number = 0
        self.other = 0

    def __iter__(self) -> _Lines:
        return self

    def __next__(self) -> str:
        line = self._again.pop() if self._again else next(self._raw)
        self.number += 1
        self._row.append(line)
        self._size += len(line or b"")
        if line is None or self._size > MAX_ROW_BYTES:
            raise _RowTooLong
        text, other = decoded(line)
        self.other += other
        return text

    def begin(self) -> None:
        """Note that a row begins."""
        self._row.clear()
        self._size = self.other = 0
        if not self._again:
            self._budget = 0

    def back_to_second(self) -> int:
        """Go back to the second line of the row and return 0; or, where quotation marks stand so
        that the same lines were read again and again, go on after all of them and return the
        number of the last one."""
        read = len(self._row)
        self._budget = self._budget or _READ_AGAIN * read + _FREE
        self._budget -= read
        again = self._row[1:]
        if self._budget <= 0 and read > 1:
            self.number += len(self._again)
            self._again.clear()
            return self.number
        self._budget = max(self._budget, 1)
        self._again.extend(reversed(again))
        self.number -= len(again)
        return 0


def _allow_long_cells() -> None:
    # For the whole process, as the module has no other way; a higher limit does no harm.
    csv.field_size_limit(max(csv.field_size_limit(), MAX_ROW_BYTES))


def _cells(count: int) -> str:
    return "1 cell" if count == 1 else f"{count:,} cells"


def _explained(error: str) -> str:
    if "unexpected end of data" in error:
        return "Its quotation mark is not closed."
    if "expected after" in error:
        return "A quotation mark stands inside a quoted cell that does not double it."
    return f"It is no row of CSV ({error})."
