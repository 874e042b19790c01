"""Write the prose of Markdown: every block that a reader sees as text, without its marks."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import TYPE_CHECKING

from analysis.rules.source.html.reader import HtmlReader, Page
from analysis.rules.source.markdown.blocks import (
    MarkdownLines,
    Row,
    block_text,
    markdown_lines,
)
from analysis.rules.source.markdown.inline import parser, range_of
from analysis.rules.source.writer import PARAGRAPH, Located, Writer

if TYPE_CHECKING:
    from markdown_it.token import Token

_BOX = re.compile(r"\[!\w{1,40}\][-+]?")
"""How a box of the writer's own begins (“> [!NOTE]”), which is not somebody else's words."""


def read_markdown(content: str) -> Page:
    """Read the prose of Markdown. Never fails."""
    lines = markdown_lines(content)
    tokens = parser().parse("\n".join(lines.texts))
    reader = _Reader(content, lines)
    has_heading = any(one.type == "heading_open" and one.tag == "h1" for one in tokens)
    if lines.title and not has_heading:
        reader.title(*lines.title)
    reader.read(tokens)
    return Page(reader.writer, reader.heading or lines.front.title, lines.front.section or "")


class _Reader:
    def __init__(self, content: str, lines: MarkdownLines) -> None:
        self.writer = Writer(waiting=lines.comments)
        self.heading: str | None = None
        self._content = content
        self._lines = lines
        self._html = HtmlReader(self.writer)
        self._boxes: list[bool] = []
        self._row: Row | None = None

    def title(self, start: int, end: int) -> None:
        """Write the title of the front matter, which stands in no heading."""
        self.writer.flow(Located(self._content), start, end)

    def read(self, tokens: Sequence[Token]) -> None:
        for number, token in enumerate(tokens):
            kind = token.type
            if kind == "inline":
                self._block(tokens[number - 1], token)
            elif kind == "html_block" and token.map:
                self.writer.want(PARAGRAPH)
                text = block_text(self._lines, token.content, token.map[0])
                self._html.feed(text, 0, len(text.text))
            elif kind == "blockquote_open":
                box = number + 2 < len(tokens) and _BOX.match(tokens[number + 2].content)
                self._boxes.append(bool(box))
                if not box:
                    self.writer.quote()
            elif kind == "blockquote_close":
                if not self._boxes.pop():
                    self.writer.unquote()
            elif kind == "tr_open" and token.map:
                line = token.map[0]
                self._row = Row(self._lines.texts[line], self._lines.places[line])
        self._html.close_to(0)

    def _block(self, opening: Token, token: Token) -> None:
        if not token.map:
            return
        self.writer.want(PARAGRAPH)
        first = token.map[0]
        if opening.type in ("td_open", "th_open"):
            cell = self._row.cell(token.content) if self._row else None
            if cell is None:
                return
            text = cell
        else:
            closed = opening.type == "heading_open" and opening.markup.startswith("#")
            text = block_text(self._lines, token.content, first, closed)
        written = len(self.writer.text)
        depth = self._html.depth
        children = token.children or []
        if self._boxes and self._boxes[-1] and (box := _BOX.match(text.text)):
            children = [one for one in children if (range_of(one) or (0,))[0] >= box.end()]
        self._inline(text, children)
        if self._html.depth > depth:
            self._html.close_to(depth)
        if opening.tag == "h1" and self.heading is None:
            self.heading = " ".join("".join(self.writer.text[written:]).split()) or None
        self.writer.want(PARAGRAPH)

    def _inline(self, text: Located, children: Sequence[Token]) -> None:
        for child in children:
            found = range_of(child)
            if found is None:
                continue
            start, end = found
            kind = child.type
            if kind == "text":
                if text.text[start:end] == child.content:
                    self._html.words(text, start, end)
                elif child.content:  # an address in angle brackets
                    self.writer.drop()
            elif kind == "text_special":
                if text.text[start:end] == child.content:
                    self._html.words(text, start, end)
                else:
                    self._html.unit(child.content, *text.passage(start, end))
            elif kind == "softbreak":
                self.writer.want(" ")
            elif kind == "hardbreak":
                self.writer.line_break()
            elif kind == "html_inline":
                self._html.feed(text, start, end)
            elif kind in ("s_open", "s_close"):
                self._html.leave_out(kind == "s_open")
            elif kind == "image" and len(children) == 1:
                self._alternative(text, child, start)
            elif kind in ("image", "code_inline", "slant_left_out"):
                self.writer.drop()

    def _alternative(self, text: Located, image: Token, start: int) -> None:
        """Write the words that stand for a picture which is a paragraph by itself."""
        start += 2
        inner = text.text[start : start + len(image.content)]
        begins = [0, *(one.start() + 1 for one in re.finditer("\n", inner))]
        places = [text.place(start + begin) for begin in begins]
        self._inline(Located(inner, begins, places), image.children or [])
