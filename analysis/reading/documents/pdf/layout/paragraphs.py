"""Join lines in reading order to paragraphs."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise
from statistics import median

from analysis.reading.documents.pdf.layout.columns import Line
from analysis.reading.documents.pdf.layout.words.hyphens import joined, printed_words

PARAGRAPH_GAP = 1.3
"""Smallest distance between paragraphs, relative to the usual line spacing. Between paragraphs it
is 1.5 or more; subscripts and mixed fonts move lines by 0.1."""

INDENT = 0.6
"""Smallest first-line indent, relative to the font size. Typesetters use 1; the left edges of
letters differ by 0.1."""

SIZE_RATIO = 1.15
"""Smallest ratio of the font sizes of a headline and the text."""

_SENTENCE_END = re.compile(r"[.!?…:][\"'”’»)\]]*$")
_BULLET = re.compile(r"[•‣▪●○■]\s|[-–—]\s|\(?\d{1,2}[.)]\s")
_CUT_WORD = re.compile(r"\w[-\xad¬]$")


@dataclass(frozen=True)
class Paragraph:
    """A paragraph: its text on one line, font size in points, and first page from 0."""

    text: str
    size: float
    page: int


@dataclass(frozen=True)
class _Edges:
    """The left and right edge of a column."""

    left: float
    right: float


def paragraphs_of(blocks: Sequence[Sequence[Line]], right: float = 0.0) -> list[Paragraph]:
    """Join lines into paragraphs; ``blocks`` are columns in reading order. ``right`` is how far
    their lines can go, where it is known; else it is as far as the longest goes.

    A new paragraph begins after a wider gap, at an indented line, at a change of font size, at a
    list marker, and after a line that had room for the next line's first word. At the end of a
    column a paragraph continues unless its sentence ends there and the next line looks like the
    beginning of a paragraph.
    """
    leading = _leading(blocks)
    words = printed_words([line.text for block in blocks for line in block])
    groups: list[list[Line]] = []
    before: Line | None = None
    before_edges = _Edges(0, 0)
    for block in blocks:
        edges = _edges(block, right)
        begins = [_begins(above, below, edges, leading) for above, below in pairwise(block)]
        alone = all(begins[:1]) and not _SENTENCE_END.search(block[0].text)
        first = before is None or _begins_in_next_column(
            before, before_edges, block[0], edges, alone
        )
        for line, new in zip(block, [first, *begins], strict=True):
            if new:
                groups.append([line])
            else:
                groups[-1].append(line)
        before, before_edges = block[-1], edges
    return [
        Paragraph(joined([line.text for line in group], words), group[0].size, group[0].page)
        for group in groups
    ]


def headline_of(paragraphs: Sequence[Paragraph]) -> str | None:
    """Return the paragraph in the largest font of the first page, or None if no font there is
    larger than that of the text."""
    if not paragraphs:
        return None
    letters: Counter[float] = Counter()
    for one in paragraphs:
        letters[round(one.size, 1)] += len(one.text)
    usual = letters.most_common(1)[0][0]
    first = [one for one in paragraphs[:6] if one.page == paragraphs[0].page and len(one.text) > 3]
    largest = max(first, key=lambda one: one.size, default=None)
    if largest is None or largest.size < SIZE_RATIO * usual or len(largest.text) > 300:
        return None
    return largest.text


def _edges(block: Sequence[Line], right: float = 0.0) -> _Edges:
    """Return the edges of a column, without lines in a larger font."""
    usual = median(line.size for line in block)
    body = [line for line in block if line.size <= SIZE_RATIO * usual] or list(block)
    return _Edges(min(line.x0 for line in body), max(right, *(line.x1 for line in body)))


def _leading(blocks: Sequence[Sequence[Line]]) -> dict[int, float]:
    """Return the usual line spacing by font size (rounded to points)."""
    gaps: dict[int, list[float]] = defaultdict(list)
    for block in blocks:
        for above, below in pairwise(block):
            if _same_size(above, below) and above.y > below.y:
                gaps[round(below.size)].append(above.y - below.y)
    # Not the median: where most paragraphs are one line, that is a gap between paragraphs.
    return {size: sorted(some)[len(some) // 3] for size, some in gaps.items()}


def _same_size(one: Line, other: Line) -> bool:
    return max(one.size, other.size) <= SIZE_RATIO * min(one.size, other.size)


def _begins(before: Line, line: Line, edges: _Edges, leading: dict[int, float]) -> bool:
    """Whether ``line`` begins a paragraph, ``before`` being the line above it."""
    if not _same_size(before, line):
        return True
    goes_on = line.text[0].islower() and not _SENTENCE_END.search(before.text)
    usual = leading.get(round(line.size), line.size * 1.2)
    if before.y - line.y > PARAGRAPH_GAP * usual:
        return not goes_on or before.y - line.y > 2 * PARAGRAPH_GAP * usual
    if goes_on or _CUT_WORD.search(before.text):
        return False
    if _BULLET.match(line.text):
        return True
    indented = line.x0 - edges.left > INDENT * line.size
    if indented and before.x0 - edges.left <= INDENT * before.size:
        return not _BULLET.match(before.text)
    return _had_room(before, line, edges)


def _begins_in_next_column(
    before: Line, before_edges: _Edges, line: Line, edges: _Edges, alone: bool
) -> bool:
    """Whether ``line``, the first of a column, begins a paragraph.

    ``alone`` says that it is a paragraph by itself that does not end a sentence, likely a heading.
    """
    if not _same_size(before, line):
        return True
    if _CUT_WORD.search(before.text) or not _SENTENCE_END.search(before.text):
        return line.text[0].isupper() and _had_room(before, line, before_edges)
    if line.text[0].islower():
        return False
    indented = line.x0 - edges.left > INDENT * line.size
    return alone or indented or _had_room(before, line, before_edges)


def _had_room(before: Line, line: Line, edges: _Edges) -> bool:
    """Whether the first word of ``line`` would have fitted at the end of ``before``.

    A line is broken only where it would not, so ``before`` ends a paragraph. In mid-sentence more
    room is required, because lines may have been broken by hand.
    """
    word = len(line.text.split(" ", 1)[0])
    letter = (line.x1 - line.x0) / len(line.text)
    needed = (word + 1) * letter + 0.3 * line.size
    if not _SENTENCE_END.search(before.text):
        needed = max(needed, 0.25 * (edges.right - edges.left))
    return edges.right - before.x1 > needed
