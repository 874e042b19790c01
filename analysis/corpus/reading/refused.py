"""A file of a folder that cannot be opened as any kind of archive."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from analysis.corpus.reading.record import Found, Unreadable


class Refused:
    """A ``Reader`` that gives one ``Unreadable`` with the sentence ``message``."""

    kind = "a file that is not read"
    notes: Sequence[str] = ()
    settings: Mapping[str, object] = {}
    total: int | None = 1

    def __init__(self, message: str) -> None:
        self._message = message

    def articles(self) -> Iterator[Found | Unreadable]:
        """Give the one."""
        yield Unreadable("", "CannotRead", self._message)

    def claimed(self) -> int | None:
        """Return nothing."""
        return None

    def share_read(self) -> float:
        """Return that there is nothing to read."""
        return 1.0
