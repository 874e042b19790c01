"""Articles in a pandas frame, as notebooks have them."""

from __future__ import annotations

from collections.abc import Iterator
from hashlib import sha256
from pathlib import Path
from typing import TYPE_CHECKING, Any

from analysis.corpus.reading.record import Choices, Unreadable
from analysis.corpus.reading.tables.table import Table, Values
from analysis.errors import CannotRead

if TYPE_CHECKING:
    import pandas as pd

NAME = "The frame"


class FrameTable(Table):
    """A ``Reader`` of a frame."""

    kind = "a frame"

    def __init__(self, frame: pd.DataFrame, choices: Choices) -> None:
        self._frame = frame
        # A series, a list, a frame of another library.
        if not hasattr(frame, "columns") or not hasattr(frame, "itertuples"):
            kind = type(frame).__name__
            raise CannotRead("What was given", f"is a {kind}", "give a path or a pandas DataFrame")
        if frame.empty:
            raise CannotRead(NAME, "has no rows", "give one with a row an article")
        super().__init__(Path(NAME), choices, list(map(str, frame.columns)))
        self.total = len(frame)
        self._taken = frame.loc[:, [str(one) in self.headers.values() for one in frame.columns]]

    def digest(self) -> str:
        """Return what tells this frame's articles from others."""
        found = sha256()
        for _, row in self._rows():
            found.update(repr(row).encode("utf-8", "replace"))
        return found.hexdigest()

    def _rows(self) -> Iterator[tuple[str, Values | Unreadable]]:
        names = list(map(str, self._taken.columns))
        rows: Any = self._taken.itertuples(index=False, name=None)
        for number, row in enumerate(rows, 1):
            self._share = number / len(self._frame)
            yield f"row {number}", dict(zip(names, row, strict=True))
