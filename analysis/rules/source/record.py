"""The record of a file that was read for checking: its content, its prose, and the way between."""

from __future__ import annotations

from dataclasses import dataclass, field
from functools import cached_property

from analysis.reading.articles import Article
from analysis.rules.source.lines import Lines
from analysis.rules.source.mapping import Mapping

SOURCE_KINDS = ("text", "markdown", "html", "other")
"""What a file is. Of ``other`` (Word, PDF, e-mail, subtitles and the like) only the text that was
taken from it has lines, so that the lines are those of this text."""


@dataclass(frozen=True)
class Ignore:
    """What one comment says about one rule: findings of ``check`` are left out that begin in
    ``content[covers[0]:covers[1]]``.

    ``start`` and ``end`` are the comment's own place in the content (of a pair the first), and
    ``reason`` is what it gives as reason, or empty.
    """

    start: int
    end: int
    check: str
    covers: tuple[int, int]
    reason: str = ""


@dataclass(frozen=True)
class Source:
    """A file that was read.

    ``content`` is its text with all marks, ``prose`` what rules and networks read: paragraphs with
    a blank line between them. Both are counted in code points. ``kind`` is one of
    ``SOURCE_KINDS``; ``title`` and ``section`` are what the file says of itself (None, empty).
    ``quoted`` are passages ``(start, end)`` of the prose that the marks give as somebody else's
    words. ``ignores`` are in the order of the content. ``notices`` are sentences to be shown: what
    was repaired, and which comments could not be understood.
    """

    name: str
    content: str
    prose: str
    kind: str
    title: str | None = None
    section: str = ""
    quoted: tuple[tuple[int, int], ...] = ()
    ignores: tuple[Ignore, ...] = ()
    notices: tuple[str, ...] = ()
    mapping: Mapping = field(default=Mapping((), 0), repr=False)

    def place(self, start: int, end: int) -> tuple[int, int]:
        """Return where ``prose[start:end]`` stands in ``content``; never fails.

        The passage begins where its first character does and ends where its last one does, so that
        marks between them are in it. ``content[start:end]`` is the same text if no marks, entities
        or line ends are between.
        """
        return self.mapping.place(start, end)

    def line_and_column(self, offset: int) -> tuple[int, int]:
        """Return line and column of an offset in ``content``, from 1; columns in code points."""
        return self._lines.line_and_column(offset)

    def utf16_column(self, offset: int) -> int:
        """Return the column of an offset in ``content``, from 1, in UTF-16 units."""
        return self._lines.utf16_column(offset)

    def article(self) -> Article:
        """Return the prose as an article, with its title and its quoted passages."""
        kind = "text" if self.kind == "other" else self.kind
        return Article(self.prose, self.title, None, None, None, kind, self.quoted, self.notices)

    @cached_property
    def _lines(self) -> Lines:
        return Lines(self.content)
