"""The lines of Markdown as markdown-it gets them, and where the text of its blocks stands in them.

Front matter, lines of directives, and the comments that ignore rules are taken out first; the lines
that stay are parts of the file's own lines, so that each keeps its place.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from analysis.reading.text_files.front_matter import FrontMatter, split_front_matter
from analysis.reading.text_files.markdown import DIRECTIVE_LINE, FENCE, FOOTNOTE
from analysis.rules.source.comments import IN_TEXT, MARKDOWN_LINE, directive
from analysis.rules.source.writer import Located

_LINE = re.compile(r"([^\r\n]*)(?:\r\n|\r|\n|\Z)")
_CLOSING_MARKS = re.compile(r"(?:^|[ \t]+)#+[ \t]*$")
_TITLE_LINE = re.compile(r"[\"']?(?:title|headline)[\"']?[ \t]*[:=]", re.I)
_BACKSLASHES = re.compile(r"\\*$")


@dataclass
class MarkdownLines:
    """The lines to parse: each line's text and its place in the content.

    ``comments`` are the comments that were taken out, with their places, ``front`` is what the
    front matter says, ``title`` the place of the title's words in it, None if they do not stand
    there as they are.
    """

    front: FrontMatter
    texts: list[str] = field(default_factory=list)
    places: list[int] = field(default_factory=list)
    comments: list[tuple[int, int]] = field(default_factory=list)
    title: tuple[int, int] | None = None

    def add(self, text: str, place: int) -> None:
        self.texts.append(text)
        self.places.append(place)


def markdown_lines(content: str) -> MarkdownLines:
    """Return the lines of a Markdown file that are its text."""
    every = [(found[1], found.start()) for found in _LINE.finditer(content)]
    normal = "\n".join(text for text, _ in every)
    front = split_front_matter(normal)
    lines = MarkdownLines(front or FrontMatter(normal))
    first = 0
    if front:
        first = normal.count("\n", 0, len(normal) - len(front.body))
        lines.title = _title_in(every[:first], front.title)
    fence = ""
    for text, place in every[first:]:
        mark = FENCE.match(text)
        if fence or mark:
            if mark and (not fence or mark[1].startswith(fence)):
                fence = "" if fence else mark[1]
            lines.add(text, place)
        else:
            _add_line(lines, text, place)
    return lines


def _add_line(lines: MarkdownLines, text: str, place: int) -> None:
    bare = text.strip()
    if "[//]:" in text:
        before = text[: len(text) - len(text.lstrip(" \t>"))]
        if MARKDOWN_LINE.fullmatch(text, len(before)):
            if directive(text[len(before) :]):
                lines.comments.append((place + len(before), place + len(text)))
            lines.add(before, place)
            return
    if bare.startswith("<!--"):
        start = len(text) - len(text.lstrip())
        while found := IN_TEXT.match(text, start):
            lines.comments.append((place + start, place + found.end()))
            start = len(text) - len(text[found.end() :].lstrip(" \t"))
            text, place = text[start:], place + start
            start = 0
        bare = text.strip()
    if DIRECTIVE_LINE.fullmatch(bare):
        lines.add("", place)
        return
    note = FOOTNOTE.match(text)
    if note:  # its text is a paragraph of its own
        lines.add("", place)
        text, place = text[note.end() :].lstrip(" \t"), place + len(text)
        place -= len(text)
    lines.add(text, place)


def _title_in(front: Sequence[tuple[str, int]], title: str | None) -> tuple[int, int] | None:
    for text, place in front:
        if title and _TITLE_LINE.match(text) and (at := text.find(title)) > 0:
            return place + at, place + at + len(title)
    return None


def block_text(lines: MarkdownLines, content: str, first: int, closed: bool = False) -> Located:
    """Return the text of a block that begins on the line ``first``, located in the file.

    Each of its lines is the end of a line of the file, but for white space; of a ``closed`` heading
    (``## Title ##``) what stands before the closing marks.
    """
    begins: list[int] = []
    places: list[int] = []
    at = 0
    texts = content.split("\n")
    # Lines of nothing but unusual spaces before the text are no part of the block's text.
    while first + 1 < len(lines.texts) and texts[0].strip(" \t") not in lines.texts[first]:
        first += 1
    for number, text in enumerate(texts, first):
        line = lines.texts[number] if number < len(lines.texts) else ""
        if closed and (end := _CLOSING_MARKS.search(line)):
            shorter = line[: end.start()]
            line = shorter if text.strip(" \t") in shorter else line
        bare = text.lstrip(" \t")
        found = line.rfind(bare.rstrip(" \t"))
        place = lines.places[number] if number < len(lines.places) else 0
        begins.append(at)
        places.append(place + max(found, 0) - (len(text) - len(bare)))
        at += len(text) + 1
    return Located(content, begins, places)


class Row:
    """The cells of a row of a table, found one after the other."""

    def __init__(self, text: str, place: int) -> None:
        self._pieces = list(_split(text))
        self._place = place

    def cell(self, content: str) -> Located | None:
        """Return the next cell that says ``content``, None if it says nothing."""
        while content and self._pieces:
            start, text, escapes = self._pieces.pop(0)
            at = text.rfind(content)
            if at < 0:
                continue
            # In “\|” the backslash is left out, so that after it the places are further on.
            begins, places = [0], [self._place + start + at + sum(e < at for e in escapes)]
            for number, escape in enumerate(escapes, 1):
                if at <= escape < at + len(content):
                    begins.append(escape - at)
                    places.append(self._place + start + escape + number)
            if begins[1:2] == [0]:
                begins, places = begins[1:], places[1:]
            return Located(content, begins, places)
        return None


def _split(row: str) -> Iterator[tuple[int, str, list[int]]]:
    """Yield the start of each cell, its text, and where in it a ``|`` stood behind a backslash."""
    start = 0
    text: list[str] = []
    escapes: list[int] = []
    length = 0
    for number, character in enumerate(row):
        if character == "|":
            if number and row[number - 1] == "\\":
                text.pop()
                escapes.append(length - 1)
                length -= 1
            else:
                yield start, "".join(text), escapes
                start, text, escapes, length = number + 1, [], [], 0
                continue
        text.append(character)
        length += 1
    yield start, "".join(text), escapes
