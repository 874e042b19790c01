"""Rows of an export as a PDF file, with heads and feet on its pages."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import cache

from tests.analysis.corpus.reading.exports.made.record import Row
from tests.analysis.reading.documents.pdf.drawn import document, text, width

LEFT, RIGHT, TOP, BOTTOM, STEP, SIZE = 72.0, 523.0, 740.0, 80.0, 13.0, 10.0
BESIDE = 40.0
"""How far right of a tag its text stands."""


class Pages:
    """Pages that rows are set on; a page ends where it is full."""

    def __init__(self, head: str) -> None:
        """``head`` is what stands on each page: ``nexis``, ``factiva`` or nothing."""
        self.pages: list[str] = []
        self.heads: list[str] = []
        self._head, self._title, self._y = head, "", 0.0

    def turn(self, title: str | None = None) -> None:
        """Begin a page; ``title`` is that of the article which begins there."""
        self._title = self._title if title is None else title
        self.pages.append("")
        self.heads.append(self._title)
        self._y = TOP

    def put(self, row: Row) -> None:
        """Set a row, in as many lines as it needs."""
        size = {"title": 16.0}.get(row.kind, SIZE)
        tag, rest = row.text.split("\t", 1) if row.kind == "tag" else ("", row.text)
        left = LEFT + BESIDE * (row.kind in ("tag", "under"))
        if row.kind == "cells":
            self._line([(LEFT + 200 * n, cell) for n, cell in enumerate(rest.split("\t"))], size)
        rest = f"• {rest}" if row.kind == "item" else rest
        for number, line in enumerate([] if row.kind == "cells" else wrapped(rest, left, size)):
            x = (LEFT + RIGHT - _width(line, size)) / 2 if row.kind == "centre" else left
            self._line([(LEFT, tag), (x, line)] if tag and not number else [(x, line)], size)
        self._y -= 0.7 * STEP

    def _line(self, strings: list[tuple[float, str]], size: float) -> None:
        if self._y < BOTTOM:
            self.turn()
        for x, string in strings:
            self.pages[-1] += text(string, x, self._y, size)
        self._y -= STEP * size / SIZE

    def finished(self) -> bytes:
        """Return the file, with heads and feet."""
        count = len(self.pages)
        made = []
        for number, (page, title) in enumerate(zip(self.pages, self.heads, strict=True), 1):
            if self._head == "nexis":
                page = (
                    text(f"Page {number} of {count}", 450, 800, 8)
                    + text(title, LEFT, 785, 8)
                    + page
                )
            elif self._head == "factiva":
                rights = "© 2021 Factiva, Inc. All rights reserved."
                page += text(f"Page {number} of {count} {rights}", LEFT, 40, 8)
            else:
                page += text(str(number), 290, 40, 8)
            made.append(page)
        return document(*made)


def pdf(rows: Iterable[Row], head: str) -> bytes:
    """Set rows on pages; a row ``page`` begins one."""
    pages = Pages(head)
    pages.turn("")
    for number, row in enumerate(rows):
        if row.kind == "page":
            if number:
                pages.turn(row.text)
        else:
            pages.put(row)
    return pages.finished()


def wrapped(string: str, left: float, size: float) -> Iterator[str]:
    """The lines of a string that fit on a page."""
    line = ""
    for word in string.split():
        longer = f"{line} {word}".strip()
        if line and _width(longer, size) > RIGHT - left:
            yield line
            longer = word
        line = longer
    yield line


LETTERS = "".join(map(chr, range(32, 127))) + "’“”–…€£éèûÉëü•©"


@cache
def _widths() -> dict[str, float]:
    """The widths of the letters that the articles have, at a size of one point."""
    return {letter: width(letter, 1) for letter in LETTERS}


def _width(string: str, size: float) -> float:
    return sum(map(_widths().__getitem__, string)) * size
