"""What the readers of this room have in common."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import BinaryIO

from analysis.corpus.reading.record import Found, Unreadable
from analysis.errors import SlantError
from analysis.reading.articles import Article


class Streamed:
    """A ``Reader`` of a file that is read from its beginning to its end; its ``kind`` and
    ``articles`` are given by those who inherit."""

    kind = ""
    total: int | None = None
    settings: Mapping[str, object] = {}

    def __init__(self, path: Path) -> None:
        self.path = path
        self._size = max(path.stat().st_size, 1)
        self._file: BinaryIO | None = None
        self._claimed: int | None = None
        self._said: list[str] = []

    @property
    def notes(self) -> Sequence[str]:
        """Sentences; more while it is read."""
        return self._said

    def articles(self) -> Iterator[Found | Unreadable]:
        """Give the articles in the order of the file."""
        raise NotImplementedError

    def opened(self) -> BinaryIO:
        """Open the file; raises OSError."""
        self._file = self.path.open("rb")
        return self._file

    def claimed(self) -> int | None:
        """Return the number of articles that the file gives, None if it gives none."""
        return self._claimed

    def share_read(self) -> float:
        """Return how much of the file has been read, by its bytes."""
        if self._file is None:
            return 0.0
        return 1.0 if self._file.closed else min(self._file.tell() / self._size, 1.0)


def found_of(article: Article, place: str, **about: str) -> Found:
    """Return the record of an article that was read, with what is said ``about`` it elsewhere
    (fields of ``Found``), which counts more."""
    said = {
        "author": article.author or "",
        "date": article.date or "",
        "title": article.title or "",
        "url": article.url or "",
    }
    return Found(article.text, place, quoted=article.quoted, **said | about)


def unreadable(error: SlantError, place: str, **about: str) -> Unreadable:
    """Return the record of what raised ``error``, with what is known of it ``about`` (fields of
    ``Unreadable``)."""
    return Unreadable(place, type(error).__name__, error.message, **about)
