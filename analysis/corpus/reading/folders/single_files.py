"""Files with one article each: text, Markdown, web pages, PDF, Word, e-mails."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path

from analysis.corpus.reading.folders.listing import shown
from analysis.corpus.reading.news.parsing.series import Series
from analysis.corpus.reading.news.pieces.streamed import found_of, unreadable
from analysis.corpus.reading.record import Found, Unreadable
from analysis.errors import SlantError
from analysis.reading.documents.kinds import recognise

_TEXTS = (".txt", ".text", ".md", ".markdown", ".srt", ".vtt")


def is_article(path: Path, head: bytes) -> bool:
    """Return whether a file that begins with ``head`` may be one article."""
    return path.suffix.lower() in _TEXTS or recognise(head, path.name) is not None


class SingleFiles:
    """A ``Reader`` of many such files, each read as ``analysis.reading.sources.read`` does."""

    kind = "files of one article each"
    notes: Sequence[str] = ()
    settings: Mapping[str, object] = {}

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._names: list[str] = []
        self._read = 0
        self.total: int | None = 0

    def add(self, name: str) -> None:
        """Add a file by its name in the folder."""
        self._names.append(name)
        self.total = len(self._names)

    def articles(self) -> Iterator[Found | Unreadable]:
        """Give an article a file."""
        from analysis.reading.sources import read

        with Series() as series:
            for number, name in enumerate(self._names, 1):
                self._read = number
                label = shown(name)
                try:
                    article = read(self._folder / name, label, documents=series.read)
                except SlantError as error:
                    yield unreadable(error, label, id=label)
                    continue
                yield found_of(article, label, id=label)

    def claimed(self) -> int | None:
        """Return nothing: such files do not say how many they are."""
        return None

    def share_read(self) -> float:
        """Return how many have been read."""
        return self._read / max(len(self._names), 1)
