"""From strings on a page to its lines in reading order, column by column."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise
from statistics import median

from analysis.reading.documents.pdf.text import Fragment

SPACE = 0.15
"""Gap, in parts of the letters' size, from which two strings are two words. Kerning stays below a
tenth, and the narrowest spaces of justified text are a fifth."""

WIDE = 1.0
"""Gap, in parts of the size, from which two strings on one line may be of two columns. Gutters are
wider than that, and justified text seldom reaches it."""

ROWS = 3
"""Fewest lines that make a column."""

WORDS = 2.5
"""Fewest words in the middle line of a column; a table's cells have fewer."""


@dataclass(frozen=True, slots=True)
class Line:
    """A line, or a part of one: text, left and right edge, baseline, size, page from 0."""

    text: str
    x0: float
    x1: float
    y: float
    size: float
    page: int = 0


def runs_of(fragments: Sequence[Fragment]) -> list[Line]:
    """Join strings that are drawn one after the other on the same line without a wide gap."""
    runs: list[Line] = []
    for one in fragments:
        last = runs[-1] if runs else None
        if last and _goes_on(last, one):
            gap = one.x0 - last.x1 > SPACE * max(one.size, last.size)
            space = " " if gap and not last.text.endswith(" ") and one.text[0] != " " else ""
            size = one.size if len(one.text) > len(last.text) else last.size
            joined = last.text + space + one.text
            runs[-1] = Line(joined, last.x0, max(last.x1, one.x1), last.y, size)
        else:
            runs.append(Line(one.text, one.x0, one.x1, one.y, one.size))
    return [run for run in map(_stripped, runs) if run.text]


def _goes_on(last: Line, one: Fragment) -> bool:
    size = max(last.size, one.size)
    return abs(one.y - last.y) < 0.35 * size and -0.5 * size < one.x0 - last.x1 < WIDE * size


def _stripped(run: Line) -> Line:
    """Take spaces off both ends; their width is some quarter of the size."""
    text = " ".join(run.text.split())
    before = len(run.text) - len(run.text.lstrip())
    after = len(run.text) - len(run.text.rstrip())
    if not before and not after:
        return Line(text, run.x0, run.x1, run.y, run.size)
    x0 = min(run.x0 + 0.25 * run.size * before, run.x1)
    return Line(text, x0, max(run.x1 - 0.25 * run.size * after, x0), run.y, run.size)


def reading_order(runs: Sequence[Line], page: int = 0, depth: int = 0) -> list[list[Line]]:
    """Return the lines of a page as blocks, a block being (a part of) one column.

    Columns are read from left to right between lines that stand across them. A gutter is where the
    left edges of many lines begin behind the right edges of as many others beside them.
    """
    gutter = _gutter(runs) if depth < 6 else None
    if gutter is None:
        lines = _lines(runs, page)
        return [lines] if lines else []
    blocks: list[list[Line]] = []
    band: list[Line] = []
    across: list[Line] = []
    for run in sorted(runs, key=lambda one: -one.y):
        if _side(run, gutter):
            if across:
                blocks += reading_order(across, page, depth + 1)
                across = []
            band.append(run)
        else:
            blocks += _band(band, gutter, page, depth)
            band = []
            across.append(run)
    blocks += reading_order(across, page, depth + 1) if across else []
    return blocks + _band(band, gutter, page, depth)


def _band(band: list[Line], gutter: float, page: int, depth: int) -> list[list[Line]]:
    left = [run for run in band if _side(run, gutter) < 0]
    right = [run for run in band if _side(run, gutter) > 0]
    return [
        block for side in (left, right) if side for block in reading_order(side, page, depth + 1)
    ]


def _side(run: Line, gutter: float) -> int:
    """-1 for a run left of the gutter, 1 for one right of it, 0 for one across."""
    if run.x1 <= gutter - 0.4 * run.size:
        return -1
    return 1 if run.x0 >= gutter else 0


def _gutter(runs: Sequence[Line]) -> float | None:
    """Return the left edge of the column right of the best gutter, or None."""
    if len(runs) < 2 * ROWS:
        return None
    edges = Counter(round(run.x0) for run in runs)
    best, best_score = None, 0
    for edge in sorted(edges):
        if edges[edge] + edges[edge + 1] < ROWS:
            continue
        gutter = edge - 1.0
        sides = {-1: [], 0: [], 1: []}  # type: dict[int, list[Line]]
        for run in runs:
            sides[_side(run, gutter)].append(run)
        left, across, right = sides[-1], sides[0], sides[1]
        if len(left) < ROWS or len(right) < ROWS:
            continue
        low = max(min(one.y for one in left), min(one.y for one in right))
        high = min(max(one.y for one in left), max(one.y for one in right))
        left, across, right = (
            [one for one in some if low - 1 <= one.y <= high + 1] for some in (left, across, right)
        )
        score = min(len(left), len(right)) - 2 * len(across)
        if min(len(left), len(right)) >= ROWS and score > best_score and _is_text(left, right):
            best, best_score = gutter, score
    return best


def _is_text(left: Sequence[Line], right: Sequence[Line]) -> bool:
    return all(median(len(one.text.split()) for one in side) >= WORDS for side in (left, right))


def _lines(runs: Sequence[Line], page: int) -> list[Line]:
    """Join what stands on the same baseline, from top to bottom."""
    rows: list[list[Line]] = []
    for run in sorted(runs, key=lambda one: (-one.y, one.x0)):
        if rows and abs(rows[-1][0].y - run.y) < 0.5 * min(rows[-1][0].size, run.size):
            rows[-1].append(run)
        else:
            rows.append([run])
    return [_line(sorted(row, key=lambda one: one.x0), page) for row in rows]


def _line(row: Sequence[Line], page: int) -> Line:
    text = row[0].text
    for before, one in pairwise(row):
        close = one.x0 - before.x1 <= SPACE * max(one.size, before.size)
        text += ("" if close else " ") + one.text
    longest = max(row, key=lambda one: len(one.text))
    return Line(text, row[0].x0, max(one.x1 for one in row), longest.y, longest.size, page)
