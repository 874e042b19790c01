"""Read articles from Word documents, with python-docx."""

from __future__ import annotations

import io
import re
import zipfile
from collections.abc import Iterator
from typing import Any

from analysis.errors import CannotRead, EmptyText
from analysis.reading.articles import Article
from analysis.reading.documents.byline import byline_in, date_in, property_or_none
from analysis.reading.limits import require_words

MAX_UNPACKED = 100 * 1024 * 1024
"""Most bytes of all parts of a document when decompressed: ten times the largest file."""

MAX_PARTS = 5_000
"""Most parts of a document; one with a thousand pictures has a few more than a thousand."""

_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_FALLBACK = "{http://schemas.openxmlformats.org/markup-compatibility/2006}Fallback"

# Deleted or moved text, text boxes (they hold captions and pull quotes), phonetic guides,
# properties, and the fallback copies of pictures for old versions of Word.
_IGNORED = {
    _W + tag for tag in ("del", "moveFrom", "txbxContent", "rt", "pPr", "rPr", "sdtPr", "tblPr")
} | {_FALLBACK}

_CHARACTERS = {
    _W + "tab": " ", _W + "br": "\n", _W + "cr": "\n", _W + "noBreakHyphen": "-",
    _W + "ptab": " ",
}  # fmt: skip

_OTHER_FORMATS = {
    "xl/": "an Excel workbook", "ppt/": "a PowerPoint presentation",
    "META-INF/": "an OpenDocument file, an e-book or a program",
}  # fmt: skip

_CONTROLS = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\xad\ud800-\udfff]")
_TITLE_STYLES = ("title", "heading 1")


def read_docx(data: bytes) -> Article:
    """Read an article from a Word document: paragraphs, headings, lists and tables in order.

    List items begin with "- "; a table row is one line, its cells separated by " | ". Headers,
    footers, notes, text boxes, comments and deleted text are left out. The title is the first
    paragraph styled as a title or heading 1, else the file's property; the author a byline, else
    the property; the date only a dateline, because a file's own dates say when it was saved.

    Raises CannotRead (damaged, another kind of file), EmptyText or TextTooLong.
    """
    _require_small(data)
    try:
        import docx

        opened = docx.Document(io.BytesIO(data))
        body, properties = opened.element.body, opened.core_properties
        styles = {style.style_id: (style.name or "").lower() for style in opened.styles}
        title, author = str(properties.title or ""), str(properties.author or "")
    except MemoryError:
        raise
    except Exception:  # zipfile, lxml and python-docx raise many kinds on broken files
        raise _damaged() from None
    if body is None:
        raise _damaged()
    blocks = list(_blocks(body, styles))
    text = _joined(blocks)
    if not any(map(str.isalpha, text)):
        raise EmptyText("is empty")
    require_words(text)
    first = [block for _, block in blocks[:8]]
    heading = next((block for kind, block in blocks[:8] if kind == "title"), None)
    return Article(
        text,
        heading or property_or_none(title),
        byline_in(first) or property_or_none(author),
        date_in(first),
        None,
        "docx",
    )


def _damaged() -> CannotRead:
    return CannotRead(
        "The file",
        "is damaged or not a Word document",
        "open it in Word and save it again as .docx, or paste its text",
    )


def _require_small(data: bytes) -> None:
    """Raise CannotRead for a file that is no Word document, or too large when decompressed."""
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            parts = archive.infolist()
            locked = any(part.flag_bits & 1 for part in parts)
    except Exception:  # zipfile raises BadZipFile, but also struct and Unicode errors
        raise _damaged() from None
    if len(parts) > MAX_PARTS or sum(part.file_size for part in parts) > MAX_UNPACKED:
        raise CannotRead(
            "The file",
            f"unpacks to more than {MAX_UNPACKED // 1024**2} MB or {MAX_PARTS:,} parts",
            "save its text alone as .docx or .txt, or paste it",
        )
    for folder, kind in _OTHER_FORMATS.items():
        if any(part.filename.startswith(folder) for part in parts):
            raise CannotRead(
                "The file", f"is {kind}, not a Word document", "save its text as .docx or paste it"
            )
    if locked:
        raise CannotRead(
            "The file", "is locked with a password", "save a copy without one, or paste its text"
        )


def _blocks(body: Any, styles: dict[str, str]) -> Iterator[tuple[str, str]]:
    """Yield the blocks of the body in order: (title, item, row or paragraph; text).

    An explicit stack replaces recursion, because documents can be nested deeper than Python's
    limit.
    """
    stack = [iter(body)]
    while stack:
        for node in stack[-1]:
            if node.tag == _W + "p":
                text = _text(node)
                if text:
                    yield _kind(node, styles), text
            elif node.tag == _W + "tbl":
                for row in node.iter(_W + "tr"):
                    cells = [_cell(cell) for cell in row.iter(_W + "tc") if _row_of(cell) is row]
                    if any(cells):
                        yield "row", " | ".join(cells)
            elif node.tag not in _IGNORED:
                stack.append(iter(node))
                break
        else:
            stack.pop()


def _row_of(cell: Any) -> Any:
    return next(cell.iterancestors(_W + "tr"), None)


def _cell(cell: Any) -> str:
    """Return a cell's text without that of tables inside it, whose rows follow as blocks."""
    own = (
        paragraph
        for paragraph in cell.iter(_W + "p")
        if next(paragraph.iterancestors(_W + "tc", _W + "txbxContent")) is cell
    )
    return " ".join(filter(None, (" ".join(_text(paragraph).split()) for paragraph in own)))


def _text(paragraph: Any) -> str:
    parts: list[str] = []
    stack = [paragraph]
    while stack:
        node = stack.pop()
        if node.tag not in _IGNORED:
            parts.append(
                (node.text or "") if node.tag == _W + "t" else _CHARACTERS.get(node.tag, "")
            )
            stack.extend(reversed(node))
    text = _CONTROLS.sub("", "".join(parts)).replace("\xa0", " ")
    return "\n".join(" ".join(line.split()) for line in text.split("\n")).strip()


def _kind(paragraph: Any, styles: dict[str, str]) -> str:
    properties = paragraph.find(_W + "pPr")
    if properties is None:
        return "paragraph"
    style = properties.find(_W + "pStyle")
    name = styles.get(style.get(_W + "val"), "") if style is not None else ""
    if name in _TITLE_STYLES:
        return "title"
    numbered = properties.find(_W + "numPr") is not None and not name.startswith("heading")
    return "item" if numbered or name.startswith("list") else "paragraph"


def _joined(blocks: list[tuple[str, str]]) -> str:
    text, before = "", None
    for kind, block in blocks:
        if kind == "item":
            block = "- " + block
        dense = kind == before and kind in ("item", "row")
        text += ("" if before is None else "\n" if dense else "\n\n") + block
        before = kind
    return text
