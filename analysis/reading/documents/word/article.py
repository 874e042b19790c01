"""Read articles from Word documents, with python-docx."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from analysis.errors import CannotRead, EmptyText
from analysis.reading.articles import Article
from analysis.reading.documents.byline import byline_in, date_in, property_or_none
from analysis.reading.documents.word.blocks import Block, blocks_of, with_boxes
from analysis.reading.documents.word.left_out import notices_of
from analysis.reading.documents.word.package import damaged, opened
from analysis.reading.documents.word.styles import Styles
from analysis.reading.limits import require_words

_PICTURE = "{http://schemas.openxmlformats.org/drawingml/2006/main}blip"


def read_docx(data: bytes) -> Article:
    """Read an article from a Word document: paragraphs, headings, lists and tables in order.

    The text is what Word shows: hidden and deleted text is left out, and paragraphs whose mark is
    deleted are joined. List items begin with "- "; a row of a table of data is one line, its cells
    separated by " | ", and the cells of a layout are paragraphs. Text boxes are read if they hold
    prose of the article's own. Passages in Word's styles for quotations are ``quoted``; headers,
    footers, notes and comments are left out, which ``notices`` say. The title is the first
    paragraph styled as a title or heading 1, else the file's property; the author a byline, else
    the property; the date only a dateline, because a file's own dates say when it was saved.

    Raises CannotRead (damaged, another kind of file, pictures only), EmptyText or TextTooLong.
    """
    document = opened(data)
    try:
        styles = Styles(document.part._styles_part.element)
        properties = document.core_properties
        title, author = str(properties.title or ""), str(properties.author or "")
    except MemoryError:
        raise
    except Exception:  # lxml and python-docx raise many kinds on broken files
        raise damaged() from None
    body = document.element.body
    blocks, boxes = with_boxes(blocks_of(body, styles))
    text, quoted = _joined(blocks)
    if not any(map(str.isalpha, text)):
        raise _without_text(body)
    require_words(text)
    first = [block.text for block in blocks[:8]]
    heading = next((block.text for block in blocks[:8] if block.kind == "title"), None)
    return Article(
        text,
        heading or property_or_none(title),
        byline_in(first) or property_or_none(author),
        date_in(first),
        None,
        "docx",
        quoted,
        notices_of(document, styles, boxes),
    )


def _without_text(body: Any) -> CannotRead | EmptyText:
    if next(body.iter(_PICTURE), None) is None:
        return EmptyText("is empty")
    return CannotRead(
        "The file",
        "holds pictures without text",
        "let a program for text recognition (OCR) read them first, or paste the text",
    )


def _joined(blocks: Sequence[Block]) -> tuple[str, tuple[tuple[int, int], ...]]:
    """Return the text of all blocks, and where in it the quoted passages are."""
    parts: list[str] = []
    quoted: list[tuple[int, int]] = []
    length = 0
    before = None
    for block in blocks:
        dense = block.kind == before and block.kind in ("item", "row")
        gap = "" if before is None else "\n" if dense else "\n\n"
        mark = "- " if block.kind == "item" else ""
        start = length + len(gap) + len(mark)
        quoted += [(start + one, start + other) for one, other in block.quoted]
        parts += [gap, mark, block.text]
        length = start + len(block.text)
        before = block.kind
    return "".join(parts), tuple(quoted)
