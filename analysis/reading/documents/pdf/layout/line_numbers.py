"""Find the numbers of lines in the margin (transcripts, bills, manuscripts), and leave them out."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass, replace

from analysis.reading.documents.pdf.contents import Fragment

STEPS = (1, 2, 5, 10)
"""By how much one line number is larger than the one before: every line is numbered, or every
fifth."""

FEWEST = {1: 4, 2: 4, 5: 3, 10: 3}
"""Fewest numbers of a page, by step. Fewer can be the cells of a small table; 5 and 10 outside the
text are enough."""

ALIGNED = 4.0
"""Most points by which the edges of line numbers differ."""

APART = 0.15
"""Smallest gap between a line number and the text, relative to the font size; letters of a word
are closer together."""

REACH_LEFT = 100.0
"""Most points between a line number and the line right of it, with a large first letter between."""

REACH_RIGHT = 250.0
"""Most points between the end of a line and its number at the right; lines end where they end."""

SENTENCE_WORDS = 8
"""Fewest words of the usual numbered line that is taken for prose where none begins in lower case;
rows of tables have fewer."""

_NUMBER = re.compile(r"\s*(\d{1,4})\s*")
_NUMBER_AND_TEXT = re.compile(r"\s*(\d{1,4})\s+(?=\S)")


@dataclass(frozen=True)
class _Candidate:
    """A number that can be that of a line: the row from the top, place among the page's strings,
    edges; ``cut`` is where the line's text begins if both are one string; ``left`` says that the
    line is right of it."""

    value: int
    row: int
    place: int
    x0: float
    x1: float
    cut: int = 0
    left: bool = True


def without_line_numbers(pages: Sequence[Sequence[Fragment]]) -> list[list[Fragment]]:
    """Return the pages without line numbers.

    Line numbers stand below each other, apart from the text, and go up by the same step as the
    lines do; the lines of at least one page must read as prose, because rows of tables are
    numbered too. Once found, short pages need only two numbers at the same edge.
    """
    read = [_rows(page) for page in pages]
    found = [_columns(page, rows) for page, rows in zip(pages, read, strict=True)]
    sure = [
        column
        for page, rows, columns in zip(pages, read, found, strict=True)
        for column in columns
        if _is_sure(page, rows, column)
    ]
    kept = []
    for page, columns in zip(pages, found, strict=True):
        dropped: dict[int, int] = {}
        for column in columns:
            if any(_aligned(column[0], one[0]) for one in sure):
                dropped.update({one.place: one.cut for one in column})
        kept.append(
            [
                _without_number(one, dropped[place]) if place in dropped else one
                for place, one in enumerate(page)
                if dropped.get(place, 1) > 0
            ]
        )
    return kept


def _without_number(fragment: Fragment, cut: int) -> Fragment:
    width = (fragment.x1 - fragment.x0) / len(fragment.text)
    return replace(fragment, text=fragment.text[cut:], x0=fragment.x0 + cut * width)


def _rows(page: Sequence[Fragment]) -> list[list[int]]:
    """Return the places of the strings on each baseline, from top to bottom and left to right."""
    rows: list[list[int]] = []
    for place in sorted(range(len(page)), key=lambda one: (-page[one].y, page[one].x0)):
        if not page[place].text.strip():
            continue
        first = page[rows[-1][0]] if rows else None
        if first and first.y - page[place].y < 0.35 * max(first.size, page[place].size):
            rows[-1].append(place)
        else:
            rows.append([place])
    return [sorted(row, key=lambda one: page[one].x0) for row in rows]


def _columns(page: Sequence[Fragment], rows: Sequence[Sequence[int]]) -> list[list[_Candidate]]:
    """Return the columns of numbers that go up as the rows go down."""
    columns: dict[tuple[str, int], list[_Candidate]] = defaultdict(list)
    for number, row in enumerate(rows):
        for candidate in _candidates(page, row, number):
            for side, edge in (("left", candidate.x0), ("right", candidate.x1)):
                # Edges on both sides of a border between two places are put together.
                for place in {round(edge / ALIGNED), round(edge / ALIGNED + 0.5)}:
                    columns[side, place].append(candidate)
    chains = [chain for one in columns.values() if (chain := _chain(one, page, rows))]
    return sorted(chains, key=len, reverse=True)


def _candidates(page: Sequence[Fragment], row: Sequence[int], number: int) -> list[_Candidate]:
    found = []
    for place, index in enumerate(row):
        one = page[index]
        alone = _NUMBER.fullmatch(one.text)
        gap = APART * one.size
        if alone:
            before = page[row[place - 1]] if place else None
            after = page[row[place + 1]] if place + 1 < len(row) else None
            apart = (before is None or one.x0 - before.x1 > gap) and (
                after is None or after.x0 - one.x1 > gap
            )
            if apart:
                left = after is not None and after.x0 - one.x1 < REACH_LEFT
                place_of = (number, index, one.x0, one.x1)
                found.append(_Candidate(int(alone[1]), *place_of, left=left))
        elif not place and (joined := _NUMBER_AND_TEXT.match(one.text)):
            width = (one.x1 - one.x0) / len(one.text)
            edge = one.x0 + width * len(joined[0].rstrip())
            start = one.x0 + width * joined.start(1)
            found.append(_Candidate(int(joined[1]), number, index, start, edge, cut=joined.end()))
    return found


def _chain(
    column: Sequence[_Candidate], page: Sequence[Fragment], rows: Sequence[Sequence[int]]
) -> list[_Candidate]:
    """Return the longest part of a column whose values go up by the same step as the lines do."""
    best: list[_Candidate] = []
    for step in STEPS:
        chain: list[_Candidate] = []
        for one in [*column, None]:
            follows = chain and one is not None and one.value - chain[-1].value == step
            if chain and not (follows and one and _counts(chain[-1], one, step, page, rows)):
                if len(chain) > max(len(best), 1):
                    best = chain
                chain = []
            if one is not None:
                chain.append(one)
    return best


def _counts(
    before: _Candidate,
    one: _Candidate,
    step: int,
    page: Sequence[Fragment],
    rows: Sequence[Sequence[int]],
) -> bool:
    """Whether as many lines stand between two numbers as their step says.

    Only lines that begin or end near the numbers count: another column has lines of its own. Short
    last lines and headings may make it one or two less or more.
    """
    if one.row - before.row > 4 * step:
        return False
    between = sum(
        any(_is_near(page[place], one) for place in row) for row in rows[before.row + 1 : one.row]
    )
    return step - 3 <= between <= step - (1 if step == 1 else 0)


def _is_near(fragment: Fragment, number: _Candidate) -> bool:
    if not fragment.text.strip():
        return False
    if number.left:
        return number.x0 < fragment.x0 < number.x1 + REACH_LEFT or bool(
            number.cut and abs(fragment.x0 - number.x0) < ALIGNED
        )
    return number.x0 - REACH_RIGHT < fragment.x1 <= number.x0


def _is_sure(
    page: Sequence[Fragment], rows: Sequence[Sequence[int]], column: Sequence[_Candidate]
) -> bool:
    """Whether a column holds line numbers: there are enough, and the lines are prose."""
    step = column[1].value - column[0].value
    every_fifth = step >= 5 and column[0].value % step == 0 and _is_outside(page, column)
    if len(column) < (2 if every_fifth else FEWEST[step]):
        return False
    places = {one.place: one.cut for one in column}
    texts = []
    for row in rows[column[0].row : column[-1].row + 1]:
        text = " ".join(
            page[one].text[places.get(one, 0) :] for one in row if places.get(one, 1)
        ).strip()
        texts += [text] if text else []
    if len(texts) < len(column) / 2:
        return False
    in_lower_case = sum(text[0].islower() for text in texts)
    words = sum(len(text.split()) for text in texts) / len(texts)
    if in_lower_case >= max(1, len(texts) / 6):
        return True
    years = column[0].value >= 1000  # a list of what happened from year to year
    return len(texts) > 4 and words >= SENTENCE_WORDS and not years


def _is_outside(page: Sequence[Fragment], column: Sequence[_Candidate]) -> bool:
    """Whether a column stands left or right of all other text of the page."""
    places = {one.place for one in column}
    others = [one for place, one in enumerate(page) if place not in places and one.text.strip()]
    return bool(others) and (
        max(one.x1 for one in column) <= min(one.x0 for one in others)
        or min(one.x0 for one in column) >= max(one.x1 for one in others)
    )


def _aligned(one: _Candidate, other: _Candidate) -> bool:
    return min(abs(one.x0 - other.x0), abs(one.x1 - other.x1)) <= 2 * ALIGNED
