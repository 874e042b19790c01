"""What all tables have in common."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from pathlib import Path

from analysis.corpus.reading.record import Choices, Found, Unreadable
from analysis.corpus.reading.tables.columns import headers_of, not_used
from analysis.corpus.reading.tables.rows import Rows

Values = Mapping[str, object]
"""The values of a row, by header."""


class Table:
    """A ``Reader`` of a table. A kind of table gives its rows in ``_rows``."""

    kind = "a table"
    settings: Mapping[str, object] = {}

    def __init__(
        self, path: Path, choices: Choices, headers: Sequence[str], sample: Iterable[Values] = ()
    ) -> None:
        """``headers`` are those of the table at ``path``, ``sample`` are its first rows, by which
        is seen at once whether its dates can be read. Raises CannotRead."""
        self.path = path
        self.total: int | None = None
        self.headers = headers_of(str(path), headers, choices.columns)
        left = not_used(headers, self.headers)
        self._first_notes = [left] if left else []
        self._choices = choices
        self._other_encoding = 0
        self._share = 0.0
        self._found = Rows(choices.day_first)
        early = Rows(choices.day_first)
        for row in sample:
            early.article(self._named(row), "")
        self._early = [note for note in early.notes() if "--day-first" in note]

    @property
    def notes(self) -> Sequence[str]:
        """Sentences; more while it is read."""
        said = self._found.notes()
        if self._other_encoding:
            said.append(
                f"{self._other_encoding:,} of its lines are not in UTF-8 and were read as "
                "Windows-1252."
            )
        return [*self._first_notes, *(said or self._early)]

    def articles(self) -> Iterator[Found | Unreadable]:
        """Give its rows in their order; raises CannotRead or OSError."""
        self._found = Rows(self._choices.day_first)
        self._other_encoding = 0
        for place, row in self._rows():
            if isinstance(row, Unreadable):
                yield row
            else:
                yield self._found.article(self._named(row), place)

    def claimed(self) -> int | None:
        """Return its rows, if it says how many it has."""
        return self.total

    def share_read(self) -> float:
        """Return how much has been read."""
        return self._share

    def _rows(self) -> Iterator[tuple[str, Values | Unreadable]]:
        """Give the place of each row, and its values, at least those of ``headers``."""
        raise NotImplementedError

    def _named(self, row: Values) -> dict[str, object]:
        return {name: row.get(header) for name, header in self.headers.items()}
