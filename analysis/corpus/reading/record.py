"""What a reader of an archive gives: articles, what is no article, what a file claims."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Protocol


@dataclass(frozen=True)
class Found:
    """An article as an archive gives it; ``text`` is exactly as read, and offsets point into it.

    ``date`` is YYYY-MM-DD, and empty where none is given or it is not clear which day is meant.
    ``place`` says where in its file it stands ("row 12", "article 3"). ``quoted`` are the passages
    ``(start, end)`` of ``analysis.reading.articles.Article``.
    """

    text: str
    place: str
    id: str = ""
    outlet: str = ""
    author: str = ""
    section: str = ""
    topic: str = ""
    date: str = ""
    title: str = ""
    url: str = ""
    quoted: tuple[tuple[int, int], ...] = ()


@dataclass(frozen=True)
class Unreadable:
    """A piece of an archive that gives no article: where, the error's name, and one sentence."""

    place: str
    reason: str
    message: str
    id: str = ""
    title: str = ""
    url: str = ""
    outlet: str = ""
    author: str = ""
    section: str = ""
    topic: str = ""
    date: str = ""


@dataclass(frozen=True)
class Claim:
    """How many articles a ``file`` says it holds (None if it does not say), and how many were
    ``found`` in it, those that could not be read among them."""

    file: str
    claimed: int | None
    found: int


@dataclass(frozen=True)
class Choices:
    """What the person who gives an archive says of it.

    ``columns`` maps Slant's names (``text``, ``outlet``, …) to the headers of the archive;
    ``day_first`` says how dates as 03/04/2020 are meant, None: such dates are not read.
    ``fetch`` allows that the pages of a list of addresses are fetched; ``kept`` is the folder in
    which they are then kept, None: they are fetched anew each time.
    """

    columns: Mapping[str, str]
    day_first: bool | None = None
    fetch: bool = False
    kept: Path | None = None


class Reader(Protocol):
    """One file of an archive, open for reading; memory is bounded whatever its size.

    ``kind`` is what the file is, in words ("a Nexis export"); ``total`` the number of its articles
    where that is known at once; ``notes`` are sentences to be said before the work begins, as which
    columns are not used, and more of them after it, as how many dates were left empty;
    ``settings`` are whatever else of the choices changes what is read, in
    JSON's types: a run that is resumed must have the same.
    """

    kind: str
    total: int | None
    settings: Mapping[str, object]

    @property
    def notes(self) -> Sequence[str]: ...

    def articles(self) -> Iterator[Found | Unreadable]:
        """Give the articles in the order of the file, the same each time; raises CannotRead where
        the file ends before its time or is damaged, and OSError where the system cannot read it.
        A folder may have thousands of files: the file is open only while articles are given."""
        ...

    def claimed(self) -> int | None:
        """Return how many articles the file says it holds, known when all of them were given."""
        ...

    def share_read(self) -> float:
        """Return about how much of the file has been read, 0 to 1."""
        ...
