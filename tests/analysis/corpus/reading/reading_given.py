"""Reading a file as an archive, for tests."""

from __future__ import annotations

from pathlib import Path

from analysis.corpus.reading.kinds import module_for
from analysis.corpus.reading.record import Choices, Found, Reader, Unreadable


def opened(path: Path, day_first: bool | None = None, **columns: str) -> Reader:
    """Return the reader of a file."""
    module = module_for(path)
    assert module is not None, "no kind of archive"
    reader: Reader = module.open_file(path, Choices(columns, day_first))
    return reader


def read(path: Path, day_first: bool | None = None, **columns: str) -> list[Found | Unreadable]:
    """Return all that a file gives."""
    return list(opened(path, day_first, **columns).articles())


def texts(path: Path, **columns: str) -> list[str]:
    """Return the texts of a file, and for what is none its place and reason."""
    return [
        one.text if isinstance(one, Found) else f"{one.place}: {one.reason}"
        for one in read(path, **columns)
    ]
