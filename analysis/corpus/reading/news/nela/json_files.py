"""NELA-GT's JSON: a file a source, a list of its articles (also one article a line)."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path

from analysis.corpus.reading.news.nela.rows import NelaRows
from analysis.corpus.reading.news.pieces.objects import first_keys, objects, value
from analysis.corpus.reading.news.pieces.streamed import Streamed, unreadable
from analysis.corpus.reading.record import Choices, Found, Unreadable
from analysis.errors import SlantError

_KEYS = {"source", "title", "content"}
_OF_NELA = {"published_utc", "collection_utc"}


def recognises(path: Path, head: bytes) -> bool:
    """Return whether a file is JSON with the keys of NELA-GT."""
    keys = first_keys(head)
    return keys.issuperset(_KEYS) and not keys.isdisjoint(_OF_NELA)


def open_file(path: Path, choices: Choices) -> NelaJson:
    """Open one; raises CannotRead."""
    return NelaJson(path, choices)


class NelaJson(Streamed):
    """A ``Reader`` of NELA-GT's JSON."""

    kind = "a NELA-GT file"

    def __init__(self, path: Path, choices: Choices) -> None:
        super().__init__(path)
        self._day_first = choices.day_first
        self._rows = NelaRows(self._day_first)

    @property
    def notes(self) -> Sequence[str]:
        """Sentences; more while it is read."""
        return self._rows.notes()

    def articles(self) -> Iterator[Found | Unreadable]:
        """Give its articles; raises OSError."""
        self._rows = NelaRows(self._day_first)
        with self.opened() as file:
            for number, piece in enumerate(objects(file), 1):
                place = f"article {number}"
                name = f"The file's {place}"
                try:
                    row = value(piece, name)
                except SlantError as error:
                    yield unreadable(error, place)
                else:
                    yield self._rows.article(row, place, name)
