"""Write the prose of HTML: what a browser shows of it, without menus and program code.

Elements are kept on a stack, in a loose reading of the HTML Standard (section 13.2.6): it is about
which text is shown and quoted, and where blocks end, not about the exact tree.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from html import unescape

from analysis.reading.text_files.elements import OPENING, is_hidden
from analysis.reading.text_files.markup import BLOCKS, NOT_TEXT, WITHDRAWN
from analysis.rules.source.html.tokens import Tag, tags
from analysis.rules.source.writer import PARAGRAPH, Located, Writer

_VOID = frozenset(
    "area base br col embed hr img input link meta param source track wbr".split()  # noqa: SIM905
)
_OWN_BLOCKS = frozenset({"li", "tr", "td", "th", "legend", "option", "html", "dialog", "menu"})
_BLOCK = BLOCKS | _OWN_BLOCKS
# The head's end tag may be left out, and its elements are told by their own names.
_LEFT_OUT = (NOT_TEXT - {"head"}) | WITHDRAWN | {"code"}

_CELLS = frozenset({"table", "tbody", "thead", "tfoot", "tr", "td", "th", "caption"})
_SCOPE = frozenset({"table", "td", "th", "caption", "template", "button", "object"})

_ENDS_BEFORE = {
    "li": (frozenset({"li"}), frozenset({"ul", "ol", "menu"})),
    "dt": (frozenset({"dt", "dd"}), frozenset({"dl"})),
    "dd": (frozenset({"dt", "dd"}), frozenset({"dl"})),
    "td": (frozenset({"td", "th"}), frozenset({"tr", "table"})),
    "th": (frozenset({"td", "th"}), frozenset({"tr", "table"})),
    "tr": (frozenset({"tr"}), frozenset({"table"})),
    "option": (frozenset({"option"}), frozenset({"select"})),
}
"""Elements that end others of their kind without an end tag, and how far out to look for these."""

_DEEPEST = 50
"""How many open elements are looked through for one end tag, so that time stays linear."""

_ENTITY = re.compile(r"&(?:#[0-9]{1,8};?|#[xX][0-9A-Fa-f]{1,8};?|[A-Za-z][A-Za-z0-9]{1,31};?)")
_LINE_END = re.compile(r"\r\n|\r|\n")
_FIRST = re.compile(r"(?:\s|<[^<>]{0,200}>){0,20}([^\s<])")
_RAISED = re.compile(
    r"(?P<before>(?:\s|<[^<>]{0,300}>){0,6})(?P<mark>[^\s<>]{1,5})(?:\s|<[^<>]{0,300}>){0,6}</sup",
    re.I,
)
_LINK = re.compile(r"<a\b", re.I)
_STRUCTURE = re.compile(r"<(?:p|div|br|tr|li)[\s>/]", re.I)
_SECTIONS = frozenset({"section", "article:section", "articlesection", "og:section"})


@dataclass(frozen=True)
class Page:
    """What was read of a page or of Markdown."""

    writer: Writer
    title: str | None
    section: str


def read_html(text: str, *, fragment: bool = False) -> Page:
    """Read the prose of a page, or of a ``fragment``, whose line ends are kept if it has no tags
    that make blocks or lines. Never fails."""
    reader = HtmlReader(Writer(), keep_lines=fragment and not _STRUCTURE.search(text))
    reader.feed(Located(text), 0, len(text))
    reader.close_to(0)
    return Page(reader.writer, reader.heading or reader.title, reader.section)


@dataclass(slots=True)
class _Open:
    name: str
    left_out: bool = False
    quotes: bool = False
    mark: str = ""
    verbatim: bool = False
    heading_from: int | None = None


class HtmlReader:
    """Goes through HTML, in one piece or several, and writes its prose.

    ``title`` is what ``<title>`` says, ``heading`` the first ``<h1>``, ``section`` what the page
    says of its section, else empty.
    """

    def __init__(self, writer: Writer, keep_lines: bool = False) -> None:
        self.writer = writer
        self.title: str | None = None
        self.heading: str | None = None
        self.section = ""
        self._open: list[_Open] = []
        self._counts: dict[str, int] = {}
        self._left_out = 0
        self._verbatim = int(keep_lines)

    @property
    def depth(self) -> int:
        """How many elements are open."""
        return len(self._open)

    def feed(self, source: Located, start: int, end: int) -> None:
        """Read ``source.text[start:end]``."""
        for tag in tags(source.text, start, end):
            if tag.kind == "text":
                self._text(source, tag.start, tag.end)
            elif tag.kind == "start":
                self._start(source, tag)
            elif tag.kind == "end":
                self._end(source, tag)
            elif tag.kind == "comment":
                self.writer.comment(*source.passage(tag.start, tag.end))
            elif tag.name == "title" and self.title is None and self._left_out == 1:
                self.title = " ".join(unescape(source.text[tag.start : tag.end]).split()) or None

    def words(self, source: Located, start: int, end: int) -> None:
        """Write ``source.text[start:end]`` as it is, unless it is inside something left out."""
        if not self._left_out:
            self.writer.flow(source, start, end)

    def unit(self, text: str, start: int, end: int) -> None:
        """Write ``text`` for ``content[start:end]``, unless inside something left out."""
        if not self._left_out:
            self.writer.unit(text, start, end)

    def leave_out(self, begins: bool) -> None:
        """Begin or end a part that is left out."""
        self._left_out += 1 if begins else -1
        self.writer.drop()

    def close_to(self, depth: int) -> None:
        """Close the elements that were opened last until ``depth`` are open."""
        while len(self._open) > depth:
            self._pop(None)

    def _text(self, source: Located, start: int, end: int) -> None:
        if self._left_out:
            return
        text = source.text
        place = start
        for found in _ENTITY.finditer(text, start, end):
            decoded = unescape(found[0])
            if decoded != found[0]:
                self._run(source, place, found.start())
                self.writer.unit(decoded, *source.passage(*found.span()))
                place = found.end()
        self._run(source, place, end)

    def _run(self, source: Located, start: int, end: int) -> None:
        if not self._verbatim:
            self.writer.flow(source, start, end)
            return
        for found in _LINE_END.finditer(source.text, start, end):
            self.writer.flow(source, start, found.start())
            self.writer.line_break()
            start = found.end()
        self.writer.flow(source, start, end)

    def _start(self, source: Located, tag: Tag) -> None:
        name = tag.name
        if name in _VOID:
            self._void(tag)
            return
        if name in _BLOCK:
            self._end_paragraph()
        if name in _ENDS_BEFORE:
            self._close_nearest(*_ENDS_BEFORE[name])
        left_out = name in _LEFT_OUT or is_hidden(tag.attributes)
        if name == "sup" and not left_out:
            left_out = self._is_note(source, tag)
        if left_out and tag.closed:
            return
        self._break(name)
        opened = _Open(name, left_out)
        if left_out:
            self.leave_out(True)
        elif not self._left_out:
            self._begin(source, tag, opened)
        self._open.append(opened)
        self._counts[name] = self._counts.get(name, 0) + 1

    def _begin(self, source: Located, tag: Tag, opened: _Open) -> None:
        if tag.name == "blockquote":
            opened.quotes = True
            self.writer.quote()
        elif tag.name == "q":
            first = _FIRST.match(source.text, tag.end)
            if first and first[1] not in OPENING:
                marks = "‘’" if self._counts.get("q", 0) % 2 else "“”"
                opened.mark = marks[1]
                self.writer.unit(marks[0], *source.passage(tag.start, tag.end))
            opened.quotes = True
            self.writer.quote()
        elif tag.name == "h1" and self.heading is None:
            opened.heading_from = len(self.writer.text)
        elif tag.name == "pre":
            opened.verbatim = True
            self._verbatim += 1

    def _void(self, tag: Tag) -> None:
        if tag.name == "meta":
            named = tag.attributes.get("name") or tag.attributes.get("property")
            named = named or tag.attributes.get("itemprop") or ""
            if named.lower() in _SECTIONS and not self.section:
                self.section = " ".join(tag.attributes.get("content", "").split())[:200]
        elif self._left_out:
            return
        elif tag.name == "br":
            self.writer.line_break()
        elif tag.name == "hr":
            self._end_paragraph()
            self.writer.want(PARAGRAPH)
        elif tag.name != "wbr":
            self.writer.drop()

    def _end(self, source: Located, tag: Tag) -> None:
        name = tag.name
        if name == "br" and not self._left_out:
            self.writer.line_break()
        elif name == "p" and not self._counts.get("p"):
            self._break("p")
        if not self._counts.get(name):
            return
        is_block = name in _BLOCK or name in _LEFT_OUT
        for number in range(len(self._open) - 1, max(len(self._open) - 1 - _DEEPEST, -1), -1):
            above = self._open[number].name
            if above == name:
                self.close_to(number + 1)
                self._pop(source.passage(tag.start, tag.end))
                return
            if (above in _SCOPE and name not in _CELLS) or (above in _BLOCK and not is_block):
                return

    def _end_paragraph(self) -> None:
        """End an open paragraph, as a block that begins does."""
        if self._counts.get("p"):
            self._close_nearest(frozenset({"p"}), _SCOPE)

    def _close_nearest(self, names: frozenset[str], outer: frozenset[str]) -> None:
        for number in range(len(self._open) - 1, max(len(self._open) - 1 - _DEEPEST, -1), -1):
            name = self._open[number].name
            if name in names:
                self.close_to(number)
                return
            if name in outer:
                return

    def _pop(self, place: tuple[int, int] | None) -> None:
        """Close the element that was opened last; ``place`` is its end tag in the content,
        None if it has none."""
        closed = self._open.pop()
        self._counts[closed.name] -= 1
        if closed.left_out:
            self.leave_out(False)
        if closed.quotes:
            self.writer.unquote()
            if closed.mark:
                self.writer.forget_space()
                self.writer.unit(closed.mark, *(place or (self.writer.place, self.writer.place)))
        if closed.heading_from is not None and self.heading is None:
            said = "".join(self.writer.text[closed.heading_from :])
            self.heading = " ".join(said.split()) or None
        self._verbatim -= closed.verbatim
        self._break(closed.name)

    def _break(self, name: str) -> None:
        if name in _BLOCK and not self._left_out:
            self.writer.want(PARAGRAPH)

    def _is_note(self, source: Located, tag: Tag) -> bool:
        """Whether a raised piece is the mark of a note, not an exponent or the “th” of “4th”."""
        from analysis.reading.documents.prose import is_note_mark

        found = _RAISED.match(source.text, tag.end)
        if not found:
            return False
        if _LINK.search(found["before"]):
            return True
        return is_note_mark("".join(self.writer.text[-3:])[-60:], found["mark"])
