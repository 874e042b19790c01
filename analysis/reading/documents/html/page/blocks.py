"""The blocks of a page in reading order: paragraphs, headings, list items, rows, captions."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from analysis.reading.documents.html.page.elements import Element
from analysis.reading.documents.html.page.inline import QUOTED
from analysis.reading.documents.html.page.links import Links
from analysis.reading.documents.html.page.roles import (
    holds_blocks,
    holds_data,
    is_caption,
    is_quoting,
)

_BLOCKS = frozenset(
    {
        "address", "article", "aside", "blockquote", "body", "center", "dd", "details", "dialog",
        "div", "dl", "dt", "fieldset", "figcaption", "figure", "footer", "form", "h1", "h2", "h3",
        "h4", "h5", "h6", "header", "hr", "li", "main", "menu", "nav", "ol", "p", "pre", "section",
        "summary", "table", "tbody", "thead", "tfoot", "tr", "td", "th", "caption", "ul", "html",
        "noscript", "legend",
    }
)  # fmt: skip
_BOLD = frozenset({"b", "strong", "big"})
_HEADINGS = frozenset({"h1", "h2", "h3", "h4", "h5", "h6"})
_SKIPPED = frozenset(
    {"script", "style", "head", "title", "button", "input", "label", "link", "meta"}
)

_UNSEEN = re.compile(
    "[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\xad\u200b\u2060\ufeff\ud800-\udfff\ufffe\uffff]"
)
"""Characters that leave no trace on the page: controls, soft hyphens, zero-width spaces."""

_ENDS = re.compile(r"[.!?…:][\"'”’»)\]]*$")


@dataclass(frozen=True, eq=False)
class Block:
    """One block: its text, and what its place on the page says about it.

    ``kind`` is ``paragraph``, ``heading``, ``item``, ``row`` or ``caption``; ``level`` is 1 to 6
    for a heading. ``linked`` is the share of its letters that are links to other pages, ``quotes``
    the passages ``(start, end)`` of ``text`` that are somebody else's words, ``quotation`` the
    element that gives the whole block as such.
    """

    text: str
    kind: str
    element: Element
    level: int
    linked: float
    quotes: tuple[tuple[int, int], ...]
    quotation: Element | None


def blocks_of(tree: Element, url: str | None = None) -> list[Block]:
    """Return the blocks of a page, whose address is ``url`` if that is known; none is empty."""
    return _Walk(Links(tree, url)).over(tree)


def plain_block(text: str) -> Block:
    """Return a paragraph that is no part of a page."""
    return Block(text, "paragraph", None, 0, 0.0, (), None)


class _Walk:
    """One walk over a tree, which collects text until a block ends."""

    def __init__(self, links: Links) -> None:
        self._where = links
        self._found: list[Block] = []
        self._path: list[Element] = []
        self._quoting: list[Element] = []
        self._captions = 0
        self._links = 0
        self._q = 0
        self._items: list[bool] = []  # for each open li: whether it is one item, not a container
        self._tables: list[bool] = []  # for each open table: whether it holds data
        self._cells: list[str] | None = None
        self._start()

    def _start(self) -> None:
        self._pieces: list[str] = []
        self._length = 0
        self._letters = self._linked = self._bold = 0
        self._quotes: list[tuple[int, int]] = []
        self._q_start: int | None = 0 if self._q else None
        self._breaks = 0

    def over(self, tree: Element) -> list[Block]:
        self._open(tree)
        self._add(tree.text)
        stack: list[tuple[Element, Iterator[Element]]] = [(tree, iter(tree))]
        while stack:
            element, children = stack[-1]
            child = next(children, None)
            if child is None:
                stack.pop()
                self._close(element)
                if stack:
                    self._add(element.tail)
            elif not isinstance(child.tag, str) or child.tag in _SKIPPED:
                self._add(child.tail)
            else:
                self._open(child)
                self._add(child.text)
                stack.append((child, iter(child)))
        self._flush()
        return self._found

    def _ends_block(self, element: Element) -> bool:
        """Whether an element's begin and end are borders of blocks; inside items of a list and
        cells of a table of data, paragraphs are not."""
        if element.tag not in _BLOCKS:
            return False
        if self._tables and self._tables[-1]:
            return element.tag in ("table", "caption", "tr")
        in_item = bool(self._items and self._items[-1])
        return not in_item or element.tag not in ("p", "div", "section", "details", "summary")

    def _open(self, element: Element) -> None:
        tag = element.tag
        if tag == "br":
            self._breaks += 1
            return
        if self._ends_block(element) or is_caption(element):
            self._flush()
        elif tag in _BLOCKS:
            self._add(" ")
        self._path.append(element)
        if is_quoting(element):
            self._quoting.append(element)
        if is_caption(element):
            self._captions += 1
        if element.get(QUOTED):
            self._settle()
            if self._q == 0:
                self._q_start = self._length
            self._q += 1
        if tag == "a" and self._counts(element):
            self._links += 1
        if tag == "li":
            self._items.append(not holds_blocks(element))
        elif tag == "table":
            self._tables.append(holds_data(element))
        elif tag == "tr" and self._tables and self._tables[-1]:
            self._cells = []

    def _close(self, element: Element) -> None:
        tag = element.tag
        if tag == "br":
            return
        if tag in ("td", "th") and self._cells is not None:
            self._cells.append("".join(self._pieces).strip().replace("\n", " "))
            linked, letters = self._linked, self._letters
            self._start()
            self._linked, self._letters = linked, letters
        if tag == "tr" and self._cells is not None:
            self._row()
        elif self._ends_block(element) or is_caption(element):
            self._flush()
        elif tag in _BLOCKS:
            self._add(" ")
        if element.get(QUOTED):
            self._q -= 1
            if self._q == 0 and self._q_start is not None:
                self._quotes.append((self._q_start, self._length))
                self._q_start = None
        if tag == "li":
            self._items.pop()
        elif tag == "table":
            self._tables.pop()
        if tag == "a" and self._counts(element):
            self._links -= 1
        if is_caption(element):
            self._captions -= 1
        if is_quoting(element):
            self._quoting.pop()
        self._path.pop()

    def _counts(self, link: Element) -> bool:
        """Whether a link counts as one to another article; the subheadings of a list of products
        lead to other sites."""
        if not self._where.leads_away(link):
            return False
        in_heading = any(element.tag in _HEADINGS for element in self._path[-4:])
        return not (in_heading and self._where.leads_off_site(link))

    def _settle(self) -> None:
        """Write down the line breaks that came before more text: one is a line end, two, or
        one after a full stop or bold text, are the end of a paragraph."""
        breaks, self._breaks = self._breaks, 0
        if not breaks or not self._pieces:
            return
        text = "".join(self._pieces[-3:]).rstrip()
        in_item = bool(self._items and self._items[-1])
        in_heading = any(element.tag in _HEADINGS for element in self._path[-4:])
        if in_item or in_heading or self._cells is not None or self._captions:
            self._append(" ")
        elif breaks > 1 or _ENDS.search(text[-10:]) or 0 < self._letters == self._bold:
            self._flush()
        else:
            self._strip_end()
            self._append("\n")

    def _add(self, raw: str | None) -> None:
        if not raw:
            return
        text = _UNSEEN.sub("", raw)
        if "\n" in text and any(element.tag == "pre" for element in self._path[-6:]):
            self._add_written(text)
            return
        words = text.split()
        if not words:
            if text and not self._breaks:
                self._append(" ")
            return
        self._settle()
        if text[0].isspace():
            self._append(" ")
        joined = " ".join(words)
        letters = sum(map(str.isalnum, joined))
        self._letters += letters
        self._linked += letters if self._links else 0
        self._bold += letters if any(e.tag in _BOLD for e in self._path[-4:]) else 0
        self._append(joined)
        if text[-1].isspace():
            self._append(" ")

    def _add_written(self, text: str) -> None:
        """Add text of ``<pre>``, whose line ends and blank lines are seen."""
        for number, part in enumerate(re.split(r"\n[ \t\r]*\n", text)):
            if number:
                self._flush()
            for line in part.split("\n"):
                if line.strip() and self._pieces:
                    self._strip_end()
                    self._append("\n")
                self._add(line.strip())

    def _append(self, text: str) -> None:
        if text == " " and (not self._pieces or self._pieces[-1][-1:].isspace()):
            return
        self._pieces.append(text)
        self._length += len(text)

    def _strip_end(self) -> None:
        while self._pieces and self._pieces[-1].isspace():
            self._length -= len(self._pieces.pop())

    def _row(self) -> None:
        cells, self._cells = self._cells or [], None
        self._pieces = []
        if any(cells):
            self._emit(f"| {' | '.join(cells)} |", "row", ())
        self._start()

    def _flush(self) -> None:
        self._breaks = 0
        text = "".join(self._pieces)
        if text.strip():
            open_quote = [(self._q_start, len(text))] if self._q_start is not None else []
            lead = len(text) - len(text.lstrip())
            quotes = []
            for start, stop in [*self._quotes, *open_quote]:
                passage = text[start:stop]
                if passage.strip():
                    begin = start + len(passage) - len(passage.lstrip()) - lead
                    quotes.append((begin, begin + len(passage.strip())))
            self._emit(text.strip(), self._kind(), tuple(quotes))
        self._start()

    def _kind(self) -> str:
        if self._captions:
            return "caption"
        if any(element.tag in _HEADINGS for element in self._path[-6:]):
            return "heading"
        if self._items and self._items[-1]:
            return "item"
        return "paragraph"

    def _emit(self, text: str, kind: str, quotes: tuple[tuple[int, int], ...]) -> None:
        level = next((int(e.tag[1]) for e in reversed(self._path[-6:]) if e.tag in _HEADINGS), 0)
        linked = self._linked / self._letters if self._letters else 0.0
        element = next((e for e in reversed(self._path) if e.tag in _BLOCKS), self._path[-1])
        if self._quoting:
            quotes = ((0, len(text)),)
        quotation = self._quoting[0] if self._quoting else None
        self._found.append(Block(text, kind, element, level, linked, quotes, quotation))
