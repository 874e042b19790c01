"""Articles in CSV: cells apart by commas, semicolons, tabs or bars, a header line first."""

from __future__ import annotations

import csv
from collections.abc import Iterator
from itertools import islice
from pathlib import Path

from analysis.corpus.reading.record import Choices, Unreadable
from analysis.corpus.reading.tables.columns import NAMES, known
from analysis.corpus.reading.tables.dialects import Dialect, dialect_of
from analysis.corpus.reading.tables.rows import BROKEN
from analysis.corpus.reading.tables.streams import (
    MAX_ROW_BYTES,
    beginning,
    decoded,
    ending,
    lines,
    opened,
)
from analysis.corpus.reading.tables.table import Table, Values
from analysis.errors import CannotRead

_ENDINGS = (".csv", ".tsv", ".tab", ".psv")
_MOST_NULS = 0.05
_SAMPLE = 50
"""Rows by which is seen at once whether the dates can be read."""


class _RowTooLong(Exception):
    """A row that is not at its end after ``MAX_ROW_BYTES``."""


def recognises(path: Path, head: bytes) -> bool:
    """Return whether a file is text and named as a table, or begins with a line of at least two
    headers that archives have."""
    start = beginning(path, len(head))
    if not start or start.count(b"\0") > _MOST_NULS * len(start) or start.startswith(b"PK\x03\x04"):
        return False
    if ending(path) in _ENDINGS:
        return True
    first = decoded(start.lstrip().partition(b"\n")[0].partition(b"\r")[0])[0]
    cells = [cell.strip(' "') for cell in first.split(Dialect.by_header(first).separator)]
    names = {cell.lower() if cell.lower() in NAMES else known(cell) for cell in cells}
    return len(names - {None}) >= 2 and len(first) < 1_000


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
        self._columns = headers = self._headers()
        sample = (row for _, row in self._rows() if not isinstance(row, Unreadable))
        super().__init__(path, choices, headers, islice(sample, _SAMPLE))
        if self._dialect.note:
            self._first_notes.append(self._dialect.note)

    def _headers(self) -> list[str]:
        for _, found in self._records():
            if isinstance(found, Unreadable):
                break
            return found
        reason = "is no CSV table (its first line is no line of headers)"
        raise CannotRead(str(self.path), reason, "write it anew as CSV")

    def _rows(self) -> Iterator[tuple[str, Values | Unreadable]]:
        for place, row in islice(self._records(), 1, None):
            if isinstance(row, Unreadable):
                yield place, row
                continue
            yield place, dict(zip(self._columns, row, strict=True))

    def _records(self) -> Iterator[tuple[str, list[str] | Unreadable]]:
        """Give the place and cells of each row, the header first. What does not hold together is
        given up by its first line alone: the next line is taken for the beginning of a row."""
        with opened(self.path) as stream:
            source = _Lines(lines(stream.blocks(), self._end))
            reader = csv.reader(source, strict=True, **self._dialect.options)
            width = 0
            while True:
                self._share = stream.share_read()
                source.begin()
                place = f"line {source.number + 1}"
                try:
                    row = next(reader)
                except StopIteration:
                    break
                except _RowTooLong:
                    mb = MAX_ROW_BYTES // 1_000_000
                    message = f"It is longer than the {mb} MB that a row may have."
                    trouble = Unreadable(place, "TextTooLong", message)
                except csv.Error as error:
                    trouble = Unreadable(place, BROKEN, _explained(str(error)))
                else:
                    if not row:
                        continue
                    while width and len(row) > width and not row[-1]:
                        row.pop()
                    if not width or len(row) == width:
                        width = len(row)
                        self._other_encoding += source.other
                        yield place, row
                        continue
                    message = f"It has {_cells(len(row))}, and the header has {width}."
                    trouble = Unreadable(place, BROKEN, message)
                source.back_to_second()
                yield place, trouble


class _Lines:
    """The lines of a table for ``csv.reader``, which asks for as many as a row has; those of a row
    can be given once more, but for the first."""

    def __init__(self, raw: Iterator[bytes | None]) -> None:
        self._raw = raw
        self._row: list[bytes | None] = []
        self._again: list[bytes | None] = []
        self._size = 0
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

    def back_to_second(self) -> None:
        """Go back to the second line of the row."""
        again = self._row[1:]
        self._again.extend(reversed(again))
        self.number -= len(again)
        self.begin()


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
