"""Parquet files with a row an article."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any

from analysis.corpus.reading.record import Choices, Found, Unreadable


def recognises(path: Path, head: bytes) -> bool:
    """Return whether a file is Parquet."""
    return head.startswith(b"PAR1")


def open_file(path: Path, choices: Choices) -> ParquetTable:
    """Open one; raises CannotRead."""
    return ParquetTable(path, choices)


class ParquetTable:
    """A ``Reader`` of a Parquet file."""

    kind = "a Parquet table"

    def __init__(self, path: Path, choices: Choices) -> None:
        import pyarrow.parquet

        self._file = pyarrow.parquet.ParquetFile(path)
        self.total: int | None = self._file.metadata.num_rows
        self.notes: Sequence[str] = ()
        self.settings: Mapping[str, object] = {}
        self._read = 0

    def articles(self) -> Iterator[Found | Unreadable]:
        """Give its rows."""
        names = ("text", "id", "outlet", "topic", "date", "title")
        for batch in self._file.iter_batches(256):
            for row in batch.to_pylist():
                self._read += 1
                known: dict[str, Any] = {name: str(row.get(name) or "") for name in names}
                yield Found(place=f"row {self._read}", **known)

    def claimed(self) -> int | None:
        """Return its rows."""
        return self.total

    def share_read(self) -> float:
        """Return how much has been read."""
        return self._read / (self.total or 1)
