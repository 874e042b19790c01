"""The text of a piece of HTML: all of it, as a browser shows it, with what is a block quotation.

Whole web pages are read by ``analysis.reading.documents.html``, which looks for the article among
menus and adverts. Here everything belongs to the text: a pasted piece of a page, a part of an
e-mail, an item of a feed, Markdown that was turned into HTML.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import Any

from analysis.reading.text_files.elements import cells, is_hidden, lacks_marks, list_mark
from analysis.text.characters import without_controls

BLOCKS = frozenset(
    [
        "address",
        "article",
        "aside",
        "blockquote",
        "body",
        "caption",
        "center",
        "dd",
        "details",
        "div",
        "dl",
        "dt",
        "fieldset",
        "figcaption",
        "figure",
        "footer",
        "form",
        "h1",
        "h2",
        "h3",
        "h4",
        "h5",
        "h6",
        "header",
        "hr",
        "main",
        "ol",
        "p",
        "pre",
        "section",
        "summary",
        "table",
        "ul",
    ]
)
_LINES = frozenset(("br", "li", "tr"))
NOT_TEXT = frozenset(
    [
        "audio",
        "button",
        "canvas",
        "embed",
        "head",
        "iframe",
        "img",
        "input",
        "math",
        "nav",
        "noscript",
        "object",
        "script",
        "select",
        "style",
        "svg",
        "template",
        "textarea",
        "title",
        "video",
    ]
)
WITHDRAWN = frozenset(("del", "s", "strike"))

_NOTE_MARK = re.compile(r"[\[(]?(?:\d{1,3}|[a-z]|[*†‡§¶]{1,3})[\])]?")
_UNITS = frozenset(["m", "km", "cm", "mm", "ft", "yd", "mi", "in"])
_RAISED = str.maketrans("0123456789+-−", "⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻⁻")


@dataclass(frozen=True)
class Marked:
    """The text of a piece of HTML.

    ``quoted`` are the ranges of its block quotations, ``title`` is its first heading if nothing
    comes before it, ``code`` how many blocks of program code were left out.
    """

    text: str
    quoted: tuple[tuple[int, int], ...] = ()
    title: str | None = None
    code: int = 0


def text_of_markup(markup: str) -> Marked:
    """Return the text of ``markup``: a blank line between paragraphs, a line for each item of a
    list and each row of a table. Pictures, scripts, hidden and deleted parts are left out.

    Raises ValueError if it cannot be parsed at all.
    """
    from lxml import etree, html  # type: ignore[import-untyped]

    try:
        root = html.fromstring(f"<div>{without_controls(markup)}</div>")
    except etree.LxmlError:
        raise ValueError("not parsed") from None
    writer = _Writer()
    walk = etree.iterwalk(root, events=("start", "end", "comment", "pi"))
    for event, element in walk:
        if event == "start":
            if not _starts(element, writer):
                walk.skip_subtree()
        else:
            if event == "end" and isinstance(element.tag, str):
                _ends(element, writer)
            writer.add(element.tail or "")
    return Marked(writer.text, tuple(writer.quoted), writer.title, writer.code)


@dataclass
class _Writer:
    """Puts pieces of text together, with at most one break between them.

    ``wanted`` is the break and ``mark`` the list mark before what comes next; ``dropped`` says
    that a picture or the like was left out since the last piece.
    """

    pieces: list[str] = field(default_factory=list)
    length: int = 0
    wanted: str = ""
    mark: str = ""
    dropped: bool = False
    quoted: list[tuple[int, int]] = field(default_factory=list)
    title: str | None = None
    code: int = 0
    depth: int = 0
    quote_start: int | None = None
    heading_start: int | None = None
    verbatim: bool = False

    @property
    def text(self) -> str:
        return "".join(self.pieces)

    def want(self, gap: str) -> None:
        """Put at least this break before what comes next."""
        if len(gap) > len(self.wanted) or (gap != " " and self.wanted == " "):
            self.wanted = gap

    def add(self, text: str) -> None:
        """Add text of the page; its white space counts as one space."""
        if self.verbatim:
            for number, line in enumerate(text.split("\n")):
                if number:
                    self.want("\n")
                self._add_line(line)
        else:
            self._add_line(text)

    def _add_line(self, text: str) -> None:
        words = text.split()
        if not words:
            if text:
                self.want(" ")
            return
        if text[0].isspace():
            self.want(" ")
        self.write(" ".join(words))
        if text[-1].isspace():
            self.want(" ")

    def write(self, text: str) -> None:
        """Write ``text`` as it is."""
        gap = self.wanted if self.pieces else ""
        if gap == " " and self.dropped and text[0] in ".,;:!?)":
            gap = ""
        if self.mark and gap != "\n\n" and self.pieces:
            gap = "\n"
        for piece in filter(None, (gap, self.mark)):
            self.pieces.append(piece)
            self.length += len(piece)
        self.wanted = self.mark = ""
        self.dropped = False
        if self.depth and self.quote_start is None:
            self.quote_start = self.length
        self.pieces.append(text)
        self.length += len(text)


def _starts(element: Any, writer: _Writer) -> bool:
    """Begin an element; return whether what is in it belongs to the text."""
    tag = element.tag
    if not isinstance(tag, str) or tag in NOT_TEXT or tag in WITHDRAWN or is_hidden(element):
        writer.dropped = True
        return False
    if tag == "pre" and len(element) and element[0].tag == "code":
        writer.code += 1
        return False
    if tag == "sup" and _is_note(element, writer):
        return False
    _break(element, writer)
    if tag == "tr" and cells(element) > 1:
        writer.mark = "| "
    elif tag in ("td", "th"):
        _cell(element, writer)
    elif tag == "blockquote":
        writer.depth += 1
    elif tag == "h1" and not writer.pieces:
        writer.heading_start = 0
    elif tag == "q" and lacks_marks(element):
        writer.write("“")
    elif tag == "pre":
        writer.verbatim = True
    elif tag == "li":
        writer.mark = list_mark(element)
    text = element.text or ""
    writer.add(text.translate(_RAISED) if tag == "sup" and text.strip().isdigit() else text)
    return True


def _ends(element: Any, writer: _Writer) -> None:
    tag = element.tag
    if tag in NOT_TEXT or tag in WITHDRAWN or is_hidden(element):
        return
    if tag == "blockquote":
        writer.depth -= 1
        if not writer.depth and writer.quote_start is not None:
            writer.quoted.append((writer.quote_start, writer.length))
            writer.quote_start = None
    elif tag == "h1" and writer.heading_start is not None:
        writer.title = writer.text or None
        writer.heading_start = None
    elif tag == "q" and lacks_marks(element):
        writer.wanted = ""
        writer.write("”")
    elif tag == "pre":
        writer.verbatim = False
    elif tag == "tr" and cells(element) > 1:
        writer.wanted = ""
        writer.write(" |")
    if tag != "br":
        _break(element, writer)


def _break(element: Any, writer: _Writer) -> None:
    """Want the break that a browser makes before and after an element."""
    tag = element.tag
    parent = element.getparent()
    within = parent is not None and parent.tag == "li"
    if tag == "br" and writer.wanted == "\n":
        writer.want("\n\n")  # two in a row make a paragraph
    if tag in _LINES or (within and tag in ("ul", "ol")):
        writer.want("\n")
    elif tag in BLOCKS and not (within and writer.mark):
        writer.want("\n\n")


def _cell(element: Any, writer: _Writer) -> None:
    before = element.getprevious()
    if before is not None and before.tag in ("td", "th"):
        writer.wanted = ""
        writer.write(" |")
        writer.want(" ")


def _is_note(element: Any, writer: _Writer) -> bool:
    """Whether a raised piece is the mark of a footnote, not an exponent or the “th” of “4th”."""
    said = element.text_content().strip()
    if not _NOTE_MARK.fullmatch(said):
        return False
    if element.find(".//a") is not None:
        return True
    before = re.search(r"[\w.,]+$", "".join(writer.pieces[-3:])[-40:])
    word = before[0] if before and not writer.wanted else ""
    return not (said.isdigit() and (word[-1:].isdigit() or word.lower() in _UNITS))
