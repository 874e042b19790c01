"""Articles in Parquet, a row an article."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any
from urllib.parse import unquote

from analysis.corpus.reading.record import Choices, Unreadable
from analysis.corpus.reading.tables.raw.streams import decoded, file_trouble
from analysis.corpus.reading.tables.table import Table, Values
from analysis.errors import CannotRead

_MOST_ROWS = 256
_BATCH_BYTES = 16 << 20
"""About how much is unpacked at a time."""

_MOST_BYTES = 256 << 20
"""Most bytes that are unpacked at a time if each row has all that a column of the file holds."""

_BUFFER = 1 << 20
"""Bytes that are read at a time; pyarrow would read a row group's whole columns at once, which may
be all of the file."""

_NO_VALUE = "__HIVE_DEFAULT_PARTITION__"


def recognises(path: Path, head: bytes) -> bool:
    """Return whether a file is Parquet."""
    return head.startswith(b"PAR1")


def open_file(path: Path, choices: Choices) -> ParquetTable:
    """Open one; raises CannotRead or OSError."""
    return ParquetTable(path, choices)


class ParquetTable(Table):
    """A ``Reader`` of a Parquet file. Of a data set in folders as ``outlet=Herald`` these are
    columns too."""

    kind = "a Parquet table"

    def __init__(self, path: Path, choices: Choices) -> None:
        import pyarrow.parquet

        self._of_folders = _of_folders(path)
        try:
            with pyarrow.parquet.ParquetFile(path) as file:
                rows, names = file.metadata.num_rows, file.schema_arrow.names
                self._batch = _rows_at_once(file.metadata)
        except (pyarrow.ArrowException, OSError, ValueError) as error:
            raise _damaged(path, error) from error
        headers = [*names, *(name for name in self._of_folders if name not in names)]
        super().__init__(path, choices, headers)
        self.total = rows
        self._names = [name for name in dict.fromkeys(self.headers.values()) if name in names]

    def _rows(self) -> Iterator[tuple[str, Values | Unreadable]]:
        import pyarrow.parquet

        number = 0
        try:
            with pyarrow.parquet.ParquetFile(
                self.path, buffer_size=_BUFFER, pre_buffer=False
            ) as file:
                for batch in file.iter_batches(self._batch, columns=self._names, use_threads=False):
                    columns = {
                        name: _values(column)
                        for name, column in zip(batch.schema.names, batch.columns, strict=True)
                    }
                    for at in range(batch.num_rows):
                        number += 1
                        row = {name: values[at] for name, values in columns.items()}
                        yield f"row {number}", {**self._of_folders, **row}
                    self._share = number / max(self.total or 1, 1)
        except (pyarrow.ArrowException, OSError, ValueError) as error:
            raise _damaged(self.path, error) from error


def _rows_at_once(metadata: Any) -> int:
    """Return how many rows may be unpacked at a time. A value that many rows have is kept once in
    the file, so that a small file could hold rows of any size."""
    row = value = 0
    for number in range(metadata.num_row_groups):
        group = metadata.row_group(number)
        row = max(row, group.total_byte_size // max(group.num_rows, 1))
        columns = map(group.column, range(group.num_columns))
        value = max([value, *(one.total_uncompressed_size for one in columns)])
    most = min(_MOST_ROWS, _BATCH_BYTES // max(row, 1), _MOST_BYTES // max(value, 1))
    return max(1, most)


def _values(column: Any) -> list[Any]:
    """Return the values of a column as Python's, dates as texts."""
    import pyarrow as pa

    kind = column.type
    if pa.types.is_dictionary(kind):
        column, kind = column.dictionary_decode(), kind.value_type
    if pa.types.is_temporal(kind):
        # Days far off and hours in nanoseconds are none of Python's.
        try:
            return list(column.cast(pa.string()).to_pylist())
        except pa.ArrowException:
            return [None] * len(column)
    try:
        return list(column.to_pylist())
    except UnicodeDecodeError:
        raw = column.cast(pa.large_binary()).to_pylist()
        return [None if one is None else decoded(one)[0] for one in raw]


def _of_folders(path: Path) -> dict[str, str]:
    """Return the columns that the folders right above a file are named after."""
    found: dict[str, str] = {}
    for folder in path.parents:
        name, equals, value = folder.name.partition("=")
        if not equals or not name:
            break
        found.setdefault(name, "" if value == _NO_VALUE else unquote(value))
    return found


def _damaged(path: Path, error: Exception) -> CannotRead | Exception:
    if file_trouble(error):
        return error
    advice = "write it anew with pandas or pyarrow"
    return CannotRead(str(path), "is no Parquet file, or a damaged one", advice)
