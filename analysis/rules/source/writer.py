"""Write prose piece by piece, and keep where each piece comes from.

The readers of Markdown and HTML go through their marks and tell the writer what to write; it puts
the spaces and the breaks between the pieces, as a browser would.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from typing import NamedTuple

from analysis.errors import TextTooLong
from analysis.reading.limits import MAX_CHARACTERS
from analysis.rules.source.mapping import Mapping, Piece

PARAGRAPH = "\n\n"
LINE = "\n"

# Words with one space between them stand in the prose as in the content. What HTML and Markdown
# take for white space is in the class; other spaces, as the non-breaking one, are characters.
_WORDS = re.compile(r"[^ \t\n\r\f]+(?: [^ \t\n\r\f]+)*")
_SPACES = " \t\n\r\f"
_CLOSING = tuple(".,;:!?)")


@dataclass(frozen=True)
class Located:
    """A text whose runs come from places of the content: the run that begins at ``begins[i]`` from
    ``places[i]`` on. The runs of Markdown are lines, as something may stand before each of them."""

    text: str
    begins: Sequence[int] = (0,)
    places: Sequence[int] = (0,)

    def place(self, offset: int) -> int:
        """Return where the character at ``offset`` stands in the content."""
        run = bisect_right(self.begins, offset) - 1
        return self.places[run] + offset - self.begins[run]

    def passage(self, start: int, end: int) -> tuple[int, int]:
        """Return where ``text[start:end]``, which is not empty, stands in the content."""
        return self.place(start), self.place(end - 1) + 1

    def runs(self, start: int, end: int) -> Iterator[tuple[int, int]]:
        """Yield the parts ``(start, end)`` of ``text[start:end]`` that each lie in one run."""
        run = bisect_right(self.begins, start)
        while run < len(self.begins) and self.begins[run] < end:
            yield start, self.begins[run]
            start = self.begins[run]
            run += 1
        yield start, end


class Comment(NamedTuple):
    """A comment: ``content[start:end]``. It stands before the character ``at`` of the prose, and
    ``within`` says that its block has words before it."""

    start: int
    end: int
    at: int
    within: bool


@dataclass
class Writer:
    """Collects prose with its pieces, the passages that are quoted, and the comments.

    ``length`` is how much is written, ``place`` where in the content that ends, ``blocks`` are the
    begins of the blocks. ``waiting`` are comments ``(start, end)`` that were found beforehand; each
    is put where the prose has come to when something after it is written.

    Raises TextTooLong once the prose has more than ``MAX_CHARACTERS``.
    """

    waiting: list[tuple[int, int]] = field(default_factory=list)
    text: list[str] = field(default_factory=list)
    pieces: list[Piece] = field(default_factory=list)
    length: int = 0
    place: int = 0
    blocks: list[int] = field(default_factory=list)
    quoted: list[tuple[int, int]] = field(default_factory=list)
    comments: list[Comment] = field(default_factory=list)
    _wanted: str = ""
    _dropped: bool = False
    _depth: int = 0
    _quote_start: int | None = None

    def want(self, gap: str) -> None:
        """Put at least this gap, a space, ``LINE`` or ``PARAGRAPH``, before what comes next."""
        if len(gap) > len(self._wanted) or (gap != " " and self._wanted == " "):
            self._wanted = gap

    def line_break(self) -> None:
        """End a line; two in a row end the paragraph."""
        self.want(PARAGRAPH if self._wanted == LINE else LINE)

    def forget_space(self) -> None:
        """Put no space before what comes next."""
        if self._wanted == " ":
            self._wanted = ""

    def drop(self) -> None:
        """Say that something inside the line was left out here."""
        self._dropped = True

    def flow(self, source: Located, start: int, end: int) -> None:
        """Write ``source.text[start:end]``; its white space counts as one space."""
        text = source.text
        last = start
        for found in _WORDS.finditer(text, start, end):
            if found.start() > last:
                self.want(" ")
            for begin, until in source.runs(found.start(), found.end()):
                place = source.place(begin)
                self._write(text[begin:until], place, place + until - begin, True)
            last = found.end()
        if last < end:
            self.want(" ")

    def unit(self, text: str, start: int, end: int) -> None:
        """Write ``text``, which stands for ``content[start:end]`` as a whole."""
        if text and not text.strip(_SPACES):
            self.want(" ")
        elif text:
            self._write(text, start, end, False)

    def comment(self, start: int, end: int) -> None:
        """Note a comment, ``content[start:end]``."""
        self._place_waiting(start)
        within = self.within
        self.comments.append(Comment(start, end, self.length, within))
        self._dropped = self._dropped or within

    @property
    def within(self) -> bool:
        """Whether the present block has words already."""
        return self.length > 0 and self._wanted != PARAGRAPH

    def quote(self) -> None:
        """Begin a passage of somebody else's words."""
        self._depth += 1

    def unquote(self) -> None:
        """End the passage that was begun last."""
        self._depth -= 1
        if not self._depth and self._quote_start is not None:
            self.quoted.append((self._quote_start, self.length))
            self._quote_start = None

    def finish(self) -> Mapping:
        """Close what is open, and return the way back from the prose."""
        while self._depth:
            self.unquote()
        self._place_waiting(None)
        return Mapping(tuple(self.pieces), self.length)

    def _place_waiting(self, before: int | None) -> None:
        while self.waiting and (before is None or self.waiting[0][0] < before):
            self.comment(*self.waiting.pop(0))

    def _write(self, text: str, start: int, end: int, literal: bool) -> None:
        if self.waiting:
            self._place_waiting(start)
        gap = self._wanted if self.length else ""
        if gap == " " and self._dropped and text[0] in _CLOSING:
            gap = ""
        if gap:
            self._add(gap, self.place, start, False)
        if gap == PARAGRAPH or not self.length:
            self.blocks.append(self.length)
        self._wanted, self._dropped = "", False
        if self._depth and self._quote_start is None:
            self._quote_start = self.length
        self._add(text, start, end, literal)
        self.place = end

    def _add(self, text: str, start: int, end: int, literal: bool) -> None:
        last = self.pieces[-1] if self.pieces else None
        if literal and last and last.literal and last.end == start:
            self.pieces[-1] = last._replace(end=end)
        else:
            self.pieces.append(Piece(self.length, start, end, literal))
        self.text.append(text)
        self.length += len(text)
        if self.length > MAX_CHARACTERS:
            raise TextTooLong(MAX_CHARACTERS, None)
