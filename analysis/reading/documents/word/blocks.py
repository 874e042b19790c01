"""The blocks of a Word document in order: paragraphs, list items, tables, text boxes."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Any

from analysis.reading.documents.prose import is_initial, is_sentence, with_initial
from analysis.reading.documents.word.names import W, on
from analysis.reading.documents.word.paragraphs import (
    Fields,
    Piece,
    boxes_of,
    is_initial_frame,
    pieces_of,
    runs_on,
    style_of,
    tidied,
)  # fmt: skip
from analysis.reading.documents.word.styles import Styles

MAX_DEPTH = 12
"""Deepest nesting of tables and text boxes that is laid out; what is deeper is read as plain
paragraphs."""

PROSE_WORDS = 12
"""Fewest words of a sentence that makes a cell prose. Notes in the cells of data tables are
shorter."""

PROSE_SHARE = 0.5
"""Smallest share of a table's words in cells of prose that makes it a layout, not data."""

MAX_INITIAL = 12
"""Most letters of a first word that is set large as a whole."""

_IGNORED = {W + tag for tag in ("del", "moveFrom", "sdtPr", "sectPr", "tblPr", "tblGrid")}


@dataclass(frozen=True)
class Block:
    """A part of the article.

    ``kind`` is ``title``, ``paragraph``, ``item`` (of a list) or ``row`` (of a table); ``quoted``
    are the passages of ``text`` in a style for quotations; ``depth`` is how many tables and boxes
    it stands in; ``boxed`` says that it is in a text box.
    """

    kind: str
    text: str
    quoted: tuple[tuple[int, int], ...] = ()
    depth: int = 0
    boxed: int = 0


@dataclass
class _Reading:
    """What is carried from paragraph to paragraph; boxes are numbered from 1."""

    styles: Styles
    fields: Fields
    boxes: int = 0


def blocks_of(body: Any, styles: Styles) -> list[Block]:
    """Return the blocks of a document's body; those of a text box follow its paragraph."""
    return list(_blocks(body, _Reading(styles, Fields()), 0, 0))


def _blocks(container: Any, reading: _Reading, depth: int, boxed: int) -> Iterator[Block]:
    """Yield the blocks in a body, cell or text box.

    An explicit stack replaces recursion for all but tables, because content controls can be
    nested deeper than Python's limit.
    """
    pieces: list[Piece] = []  # of paragraphs that run on into the next one
    initial = ""
    boxes: list[Any] = []
    last: Any = None
    stack = [iter(container)]
    while stack:
        for node in stack[-1]:
            if node.tag == W + "p":
                own = pieces_of(node, reading.styles, reading.fields)
                boxes += boxes_of(node) if depth < MAX_DEPTH else []
                if is_initial_frame(node) and is_initial(tidied(own)[0], MAX_INITIAL):
                    initial = tidied(own)[0]
                    continue
                if initial and own and tidied(own)[0]:
                    own = [Piece(with_initial(initial, tidied(own)[0]), own[0].quoted)]
                    initial = ""
                pieces += own
                last = node
                if runs_on(node, reading.styles):
                    continue
                yield from _paragraph(pieces, node, reading, depth, boxed)
                pieces = []
                yield from _boxes(boxes, reading, depth)
                boxes = []
            elif node.tag == W + "tbl" and depth < MAX_DEPTH:
                if pieces:
                    yield from _paragraph(pieces, last, reading, depth, boxed)
                    pieces = []
                yield from _table(node, reading, depth, boxed)
            elif node.tag not in _IGNORED and not on(node.find(W + "sdtPr"), "showingPlcHdr"):
                stack.append(iter(node))
                break
        else:
            stack.pop()
    if initial:
        pieces.insert(0, Piece(initial))
    if pieces and last is not None:
        yield from _paragraph(pieces, last, reading, depth, boxed)
    yield from _boxes(boxes, reading, depth)


def _boxes(boxes: Sequence[Any], reading: _Reading, depth: int) -> Iterator[Block]:
    for box in boxes:
        reading.boxes += 1
        yield from _blocks(box, reading, depth + 1, reading.boxes)


def _paragraph(
    pieces: Sequence[Piece], node: Any, reading: _Reading, depth: int, boxed: int
) -> Iterator[Block]:
    """Yield the block of a paragraph, or several where line breaks divide its sentences."""
    style = style_of(node, reading.styles)
    if reading.styles.is_contents(style):
        return
    text, quoted = tidied(pieces)
    kind = _kind(node, style, reading.styles)
    start = 0
    for line in _parts(text):
        end = start + len(line)
        inside = tuple(
            (max(one, start) - start, min(other, end) - start)
            for one, other in quoted
            if one < end and other > start
        )
        if line.strip():
            yield Block(kind, line, inside, depth, boxed)
        start = end + 1


def _parts(text: str) -> list[str]:
    """Divide a paragraph at the line breaks after which another sentence begins a new one, as
    people write who do not press Enter twice."""
    parts: list[str] = []
    for line in text.split("\n"):
        if parts and not (is_sentence(parts[-1].rsplit("\n", 1)[-1]) and is_sentence(line)):
            parts[-1] += "\n" + line
        else:
            parts.append(line)
    return parts


def _kind(paragraph: Any, style: str, styles: Styles) -> str:
    if styles.is_title(style):
        return "title"
    properties = paragraph.find(W + "pPr")
    numbered = properties is not None and properties.find(W + "numPr") is not None
    name = styles.name(style)
    numbered = numbered and not name.startswith("heading")
    return "item" if numbered or name.startswith("list") else "paragraph"


def _table(table: Any, reading: _Reading, depth: int, boxed: int) -> Iterator[Block]:
    """Yield a row for each row of a table of data, or the paragraphs of a layout's cells."""
    rows = [
        [
            list(_blocks(cell, reading, depth + 1, boxed))
            for cell in _inside(row, "tc", "tr")
            if not _is_gone(cell, "tcPr", "cellDel")
        ]
        for row in _inside(table, "tr", "tbl")
        if not _is_gone(row, "trPr", "del")
    ]
    if _is_layout(rows, depth + 1):
        yield from (block for row in rows for cell in row for block in cell)
        return
    for row in rows:
        texts = []
        quoted = []
        start = 0
        for cell in row:
            own = [block for block in cell if block.depth == depth + 1]
            text = " ".join(" ".join(block.text.split()) for block in own)
            if own and all(block.quoted for block in own):
                quoted.append((start, start + len(text)))
            texts.append(text)
            start += len(text) + 3
        if any(texts):
            yield Block("row", " | ".join(texts), tuple(quoted), depth + 1, boxed)
        yield from (block for cell in row for block in cell if block.depth > depth + 1)


def _inside(node: Any, tag: str, nearest: str) -> Iterator[Any]:
    """Yield the rows of a table or the cells of a row, not those of tables inside it."""
    for one in node.iter(W + tag):
        if next(one.iterancestors(W + nearest), None) is node:
            yield one


def _is_gone(node: Any, properties: str, deletion: str) -> bool:
    """Whether a row or cell is hidden or was deleted in a tracked change."""
    found = node.find(W + properties)
    if found is None:
        return False
    return found.find(W + deletion) is not None or bool(on(found, "hidden"))


def _is_layout(rows: Sequence[Sequence[Sequence[Block]]], depth: int) -> bool:
    """Whether a table only places paragraphs on the page: its cells hold prose."""
    cells = [cell for row in rows for cell in row]
    if len(cells) == 1:
        return True
    words = prose = 0
    for cell in cells:
        own = [block for block in cell if block.depth == depth]
        count = sum(len(block.text.split()) for block in own)
        words += count
        prose += count * _is_prose(own)
    return prose > PROSE_SHARE * words or (
        prose > 0 and (len(rows) == 1 or max(map(len, rows)) == 1)
    )


def _is_prose(blocks: Sequence[Block]) -> bool:
    sentences = [block.text for block in blocks if is_sentence(block.text)]
    return len(sentences) > 1 or any(len(text.split()) >= PROSE_WORDS for text in sentences)


def with_boxes(blocks: Sequence[Block]) -> tuple[list[Block], int]:
    """Return the blocks with those of the text boxes that belong to the article, and how many
    other boxes with text there are.

    A box belongs to the article if it holds prose that the text outside does not: boxes also hold
    captions and labels, and pull quotes, which repeat a sentence of the article. If the text
    outside has no prose, all boxes belong.
    """
    outside = _letters("".join(block.text for block in blocks if not block.boxed))
    all_belong = not any(is_sentence(block.text) for block in blocks if not block.boxed)
    boxes: dict[int, list[Block]] = {}
    for block in blocks:
        if block.boxed:
            boxes.setdefault(block.boxed, []).append(block)
    belonging: set[int] = {0}
    left_out = 0
    for number, inside in boxes.items():
        new = [block for block in inside if _letters(block.text) not in outside]
        prose = any(is_sentence(line) for block in new for line in block.text.split("\n"))
        if prose or (new and all_belong):
            belonging.add(number)
        else:
            left_out += bool(new)
    kept = [replace(block, boxed=0) for block in blocks if block.boxed in belonging]
    return kept, left_out


def _letters(text: str) -> str:
    return "".join(filter(str.isalnum, text)).lower()
