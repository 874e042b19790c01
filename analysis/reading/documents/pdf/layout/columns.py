"""Arrange the strings of a page into lines in reading order, column by column.

A *run* is a piece of a line without wide gaps, a *gutter* the empty space between two columns.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise
from statistics import median

from analysis.reading.documents.pdf.contents import Fragment

WORD_GAP = 0.15
"""Smallest gap between two words, relative to the font size. Kerning moves letters by less than
0.1; the narrowest spaces of justified text are 0.2."""

COLUMN_GAP = 1.0
"""Smallest gap between two columns, relative to the font size. Gutters are wider; spaces of
justified text are seldom that wide."""

MIN_COLUMN_LINES = 3
"""Fewest lines of a column."""

MIN_COLUMN_WORDS = 2.5
"""Smallest median of words a line in a column of text; the cells of a table have fewer."""


@dataclass(frozen=True, slots=True)
class Line:
    """A line or a run: text, left and right edge, baseline and font size in points, page from 0."""

    text: str
    x0: float
    x1: float
    y: float
    size: float
    page: int = 0


def runs_of(fragments: Sequence[Fragment]) -> list[Line]:
    """Join strings that are drawn one after another on the same line without a wide gap."""
    runs: list[Line] = []
    for one in fragments:
        last = runs[-1] if runs else None
        if last and _continues(last, one):
            gap = one.x0 - last.x1 > WORD_GAP * max(one.size, last.size)
            space = " " if gap and not last.text.endswith(" ") and one.text[0] != " " else ""
            size = one.size if len(one.text) > len(last.text) else last.size
            joined = last.text + space + one.text
            runs[-1] = Line(joined, last.x0, max(last.x1, one.x1), last.y, size)
        else:
            runs.append(Line(one.text, one.x0, one.x1, one.y, one.size))
    return [run for run in map(_stripped, runs) if run.text]


def _continues(last: Line, one: Fragment) -> bool:
    size = max(last.size, one.size)
    return abs(one.y - last.y) < 0.35 * size and -0.5 * size < one.x0 - last.x1 < COLUMN_GAP * size


def _stripped(run: Line) -> Line:
    """Remove spaces at both ends and correct the edges; a space is about a quarter of the size."""
    text = " ".join(run.text.split())
    before = len(run.text) - len(run.text.lstrip())
    after = len(run.text) - len(run.text.rstrip())
    if not before and not after:
        return Line(text, run.x0, run.x1, run.y, run.size)
    x0 = min(run.x0 + 0.25 * run.size * before, run.x1)
    return Line(text, x0, max(run.x1 - 0.25 * run.size * after, x0), run.y, run.size)


def reading_order(runs: Sequence[Line], page: int = 0, depth: int = 0) -> list[list[Line]]:
    """Return the lines of a page in blocks; each block is a column or a part of one.

    Columns are read from left to right, in the bands between lines that span them. A gutter lies
    where the left edges of many lines are right of the right edges of as many others beside them.
    ``depth`` counts the nested calls for columns within columns.
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
    """Return -1 for a run left of the gutter, 1 for one right of it, 0 for one that crosses it."""
    if run.x1 <= gutter - 0.4 * run.size:
        return -1
    return 1 if run.x0 >= gutter else 0


def _gutter(runs: Sequence[Line]) -> float | None:
    """Return the position of the best gutter, just left of the right column, or None."""
    if len(runs) < 2 * MIN_COLUMN_LINES:
        return None
    edges = Counter(round(run.x0) for run in runs)
    best, best_score = None, 0
    for edge in sorted(edges):
        if edges[edge] + edges[edge + 1] < MIN_COLUMN_LINES:
            continue
        gutter = edge - 1.0
        sides = {-1: [], 0: [], 1: []}  # type: dict[int, list[Line]]
        for run in runs:
            sides[_side(run, gutter)].append(run)
        left, across, right = sides[-1], sides[0], sides[1]
        if len(left) < MIN_COLUMN_LINES or len(right) < MIN_COLUMN_LINES:
            continue
        low = max(min(one.y for one in left), min(one.y for one in right))
        high = min(max(one.y for one in left), max(one.y for one in right))
        left, across, right = (
            [one for one in some if low - 1 <= one.y <= high + 1] for some in (left, across, right)
        )
        score = min(len(left), len(right)) - 2 * len(across)
        if (
            min(len(left), len(right)) >= MIN_COLUMN_LINES
            and score > best_score
            and _are_columns_of_text(left, right)
        ):
            best, best_score = gutter, score
    return best


def _are_columns_of_text(left: Sequence[Line], right: Sequence[Line]) -> bool:
    return all(
        median(len(one.text.split()) for one in side) >= MIN_COLUMN_WORDS for side in (left, right)
    )


def _lines(runs: Sequence[Line], page: int) -> list[Line]:
    """Join the runs on each baseline to a line, from top to bottom."""
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
        close = one.x0 - before.x1 <= WORD_GAP * max(one.size, before.size)
        text += ("" if close else " ") + one.text
    longest = max(row, key=lambda one: len(one.text))
    return Line(text, row[0].x0, max(one.x1 for one in row), longest.y, longest.size, page)
