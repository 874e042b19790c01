"""From lines in reading order to paragraphs: which line goes on in the next."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise
from statistics import median

from analysis.reading.documents.pdf.columns import Line

GAP = 1.3
"""Distance to the next line, in parts of the usual one, from which a new paragraph begins. Between
paragraphs it is one and a half or more; subscripts and mixed fonts move lines by a tenth."""

INDENT = 0.6
"""First-line indent, in parts of the letters' size; printers use one, and edges of letters differ
by a tenth."""

LARGER = 1.15
"""Ratio of sizes from which two lines are of different kinds (headline and text)."""

_ENDS = re.compile(r"[.!?…:][\"'”’»)\]]*$")
_BULLET = re.compile(r"[•‣▪●○■]\s|[-–—]\s|\(?\d{1,2}[.)]\s")
_LAST = re.compile(r"([^\W\d_]+)-$")
_FIRST = re.compile(r"[^\W\d_]+(?:['’-][^\W\d_]+)*")
_WORD = re.compile(r"[^\W\d_]+(?:-[^\W\d_]+)*")

# First parts of words that keep their hyphen wherever the line ends.
_KEEPS_HYPHEN = frozenset(
    "all anti cross ex far full half high hard ill long low mid non off old post pre pro quasi "  # noqa: SIM905
    "second self semi short so third twenty thirty forty fifty sixty seventy eighty ninety ultra "
    "vice well wide".split()
)


@dataclass(frozen=True)
class Paragraph:
    """A paragraph: text on one line, the size of its letters, the page it begins on."""

    text: str
    size: float
    page: int


@dataclass(frozen=True)
class _Edges:
    """The left and right edge of a column."""

    left: float
    right: float


def paragraphs_of(blocks: Sequence[Sequence[Line]]) -> list[Paragraph]:
    """Join lines into paragraphs; ``blocks`` are columns in reading order.

    A new one begins after a wider gap, at an indented line, at a change of size, at a list's mark,
    and after a line that had room for the next line's first word. Over the end of a column a
    paragraph goes on unless its sentence ended there and the next line begins like a new one.
    """
    leading = _leading(blocks)
    spelled = _spelled(blocks)
    groups: list[list[Line]] = []
    before: Line | None = None
    before_edges = _Edges(0, 0)
    for block in blocks:
        edges = _edges(block)
        begins = [_begins(above, below, edges, leading) for above, below in pairwise(block)]
        alone = all(begins[:1]) and not _ENDS.search(block[0].text)
        first = before is None or _begins_elsewhere(before, before_edges, block[0], edges, alone)
        for line, new in zip(block, [first, *begins], strict=True):
            if new:
                groups.append([line])
            else:
                groups[-1].append(line)
        before, before_edges = block[-1], edges
    return [
        Paragraph(_joined([line.text for line in group], spelled), group[0].size, group[0].page)
        for group in groups
    ]


def headline_of(paragraphs: Sequence[Paragraph]) -> str | None:
    """Return the largest paragraph of the first page if it is larger than the text, else None."""
    if not paragraphs:
        return None
    letters: Counter[float] = Counter()
    for one in paragraphs:
        letters[round(one.size, 1)] += len(one.text)
    usual = letters.most_common(1)[0][0]
    first = [one for one in paragraphs[:6] if one.page == paragraphs[0].page and len(one.text) > 3]
    largest = max(first, key=lambda one: one.size, default=None)
    if largest is None or largest.size < LARGER * usual or len(largest.text) > 300:
        return None
    return largest.text


def _edges(block: Sequence[Line]) -> _Edges:
    """Left and right edge of a column, by the lines of its usual size."""
    usual = median(line.size for line in block)
    body = [line for line in block if line.size <= LARGER * usual] or list(block)
    return _Edges(min(line.x0 for line in body), max(line.x1 for line in body))


def _leading(blocks: Sequence[Sequence[Line]]) -> dict[int, float]:
    """The usual distance between lines of each size (rounded to points)."""
    gaps: dict[int, list[float]] = defaultdict(list)
    for block in blocks:
        for above, below in pairwise(block):
            if _same_size(above, below) and above.y > below.y:
                gaps[round(below.size)].append(above.y - below.y)
    # The lower half: where most paragraphs are one line, the middle gap is one between paragraphs.
    return {size: sorted(some)[len(some) // 3] for size, some in gaps.items()}


def _same_size(one: Line, other: Line) -> bool:
    return max(one.size, other.size) <= LARGER * min(one.size, other.size)


def _begins(before: Line, line: Line, edges: _Edges, leading: dict[int, float]) -> bool:
    """Whether ``line`` begins a paragraph, ``before`` being the line above it."""
    if not _same_size(before, line):
        return True
    goes_on = line.text[0].islower() and not _ENDS.search(before.text)
    usual = leading.get(round(line.size), line.size * 1.2)
    if before.y - line.y > GAP * usual:
        return not goes_on or before.y - line.y > 2 * GAP * usual
    if goes_on or _LAST.search(before.text):
        return False
    if _BULLET.match(line.text):
        return True
    indented = line.x0 - edges.left > INDENT * line.size
    if indented and before.x0 - edges.left <= INDENT * before.size:
        return not _BULLET.match(before.text)
    return _had_room(before, line, edges)


def _begins_elsewhere(
    before: Line, before_edges: _Edges, line: Line, edges: _Edges, alone: bool
) -> bool:
    """Whether ``line``, the first of a column, begins a paragraph.

    ``alone`` says that it is followed by another paragraph and no sentence: likely a heading.
    """
    if not _same_size(before, line):
        return True
    if _LAST.search(before.text) or not _ENDS.search(before.text):
        return line.text[0].isupper() and _had_room(before, line, before_edges)
    if line.text[0].islower():
        return False
    indented = line.x0 - edges.left > INDENT * line.size
    return alone or indented or _had_room(before, line, before_edges)


def _had_room(before: Line, line: Line, edges: _Edges) -> bool:
    """Whether the next line's first word would have fitted behind ``before``.

    A typesetter breaks a line only where it would not. A line in mid-sentence must have had much
    room, because its right edge may be ragged by hand.
    """
    word = len(line.text.split(" ", 1)[0])
    letter = (line.x1 - line.x0) / len(line.text)
    needed = (word + 1) * letter + 0.3 * line.size
    if not _ENDS.search(before.text):
        needed = max(needed, 0.25 * (edges.right - edges.left))
    return edges.right - before.x1 > needed


def _spelled(blocks: Sequence[Sequence[Line]]) -> frozenset[str]:
    """All words that stand whole on a line, in lower case."""
    return frozenset(
        word.lower()
        for block in blocks
        for line in block
        for word in _WORD.findall(line.text.rstrip("-"))
    )


def _joined(lines: Sequence[str], spelled: frozenset[str]) -> str:
    parts = [lines[0]]
    for line in lines[1:]:
        cut = _LAST.search(parts[-1])
        first = _FIRST.match(line)
        if cut and first:
            if not _keeps_hyphen(_before_cut(parts[-1]), first[0], spelled):
                parts[-1] = parts[-1][:-1]
            parts.append(line)
        else:
            parts += [" ", line]
    return "".join(parts)


def _before_cut(line: str) -> str:
    """The word at the end of a line, its earlier hyphens included, the last one not."""
    return re.split(r"[^\w-]", line)[-1][:-1]


def _keeps_hyphen(start: str, end: str, spelled: frozenset[str]) -> bool:
    """Whether a word cut at a line's end has a hyphen of its own.

    The document itself tells, where it spells the word elsewhere. Else a capital follows only a
    hyphen of its own (Anglo-American), and some first parts always have one (self-, well-).
    """
    if (start + end).lower() in spelled:
        return False
    if f"{start}-{end}".lower() in spelled:
        return True
    return not end[0].islower() or start.lower() in _KEEPS_HYPHEN
