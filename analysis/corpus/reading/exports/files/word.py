"""The lines of a Word file, with python-docx, as ``analysis.reading.documents.word`` reads it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from typing import Any

from analysis.corpus.reading.exports.layouts.factiva_tagged import TAGS
from analysis.corpus.reading.exports.limits import MAX_PARTS, MAX_UNPACKED
from analysis.corpus.reading.exports.lines import Line
from analysis.reading.documents.word.blocks import Block, blocks_of
from analysis.reading.documents.word.names import W
from analysis.reading.documents.word.package import damaged, opened
from analysis.reading.documents.word.styles import Styles

TAGGED_SHARE = 0.6
"""Smallest share of a table's rows that begin with a tag where the table is a tagged article."""


def lines_of(data: bytes) -> Iterator[Line]:
    """Give the lines of a Word file: paragraphs as Word shows them, without headers, footers,
    comments and text boxes. Of a table of tags and texts, each paragraph of a text is a line.

    Raises CannotRead for a file that is damaged, locked or no Word document.
    """
    document = opened(data, MAX_UNPACKED, MAX_PARTS)
    try:
        styles = Styles(document.part._styles_part.element)
    except MemoryError:
        raise
    except Exception:  # lxml and python-docx raise many kinds on broken files
        raise damaged() from None
    together: list[Any] = []
    for node in document.element.body:
        tag = _tag_before_tab(node)
        if tag:
            yield from _lines(blocks_of(together, styles))
            together = []
            first, *more = _lines(blocks_of([node], styles)) or [Line(tag)]
            yield replace(first, text=first.text.removeprefix(tag).lstrip(), tag=tag)
            yield from more
        elif node.tag == W + "tbl" and _is_tagged(node):
            yield from _lines(blocks_of(together, styles))
            together = []
            for row in node.iterchildren(W + "tr"):
                yield from _field(row, styles)
        else:
            together.append(node)
    yield from _lines(blocks_of(together, styles))


def _lines(blocks: list[Block]) -> list[Line]:
    return [
        Line(block.text, "paragraph" if block.kind == "title" else block.kind)
        for block in blocks
        if not block.boxed
    ]


def _tag_before_tab(node: Any) -> str:
    """Return the tag that a paragraph begins with if a tab follows it, else an empty string."""
    if node.tag != W + "p":
        return ""
    said = ""
    for one in node.iter(W + "t", W + "tab"):
        if one.tag == W + "t":
            said += one.text or ""
        elif one.getparent().tag == W + "r":  # and no stop of the ruler
            return said.strip() if said.strip() in TAGS else ""
        if len(said) > 8:
            break
    return ""


def _field(row: Any, styles: Styles) -> Iterator[Line]:
    cells = list(row.iterchildren(W + "tc"))
    tag = _words(cells[0]) if len(cells) > 1 else ""
    if tag not in TAGS:
        yield from _lines(blocks_of(cells, styles))
        return
    texts = _lines(blocks_of(cells[1:], styles))
    first = texts[0] if texts else Line("")
    yield Line(first.text, first.kind, tag)
    yield from texts[1:]


def _is_tagged(table: Any) -> bool:
    rows = list(table.iterchildren(W + "tr"))
    tagged = sum(_words(next(row.iterchildren(W + "tc"), None)) in TAGS for row in rows)
    return tagged > TAGGED_SHARE * len(rows)


def _words(cell: Any) -> str:
    """Return the text of a cell if it is short."""
    if cell is None:
        return ""
    return "".join(node.text or "" for node in cell.iter(W + "t"))[:20].strip()
