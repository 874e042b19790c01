"""Text that is drawn several times at nearly the same place: to look bold, or with a shadow."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence

from analysis.reading.documents.pdf.contents import Fragment
from analysis.reading.documents.pdf.layout.columns import Line

SHIFT = 0.25
"""Most distance of a copy, relative to the font size. Programs shift a copy by 0.02 to 0.1 to make
text bold, shadows by up to 0.2; the next line is 1.0 or more away."""

LETTER_SHIFT = 0.6
"""Most distance of a copy of a single letter, relative to its width, as the next letter may be the
same (ll)."""


def without_repeats(fragments: Sequence[Fragment]) -> list[Fragment]:
    """Return the strings without copies of one that was drawn before at nearly the same place."""
    kept: list[Fragment] = []
    places: dict[tuple[str, int, int], list[Fragment]] = defaultdict(list)
    for one in fragments:
        text = one.text.strip()
        shift = SHIFT * one.size
        if len(text) == 1:
            shift = min(shift, LETTER_SHIFT * (one.x1 - one.x0))
        near = (
            other
            for key in _around(text, one.x0, one.y)
            for other in places.get(key, ())
            if abs(one.x0 - other.x0) <= shift
            and abs(one.y - other.y) <= SHIFT * one.size
            and 0.8 < one.size / other.size < 1.25
        )
        if text and next(near, None) is not None:
            continue
        kept.append(one)
        places[text, round(one.x0 / _CELL), round(one.y / _CELL)].append(one)
    return kept


_CELL = 20.0  # points: more than any distance of copies, except in letters higher than 80 points


def _around(text: str, x: float, y: float) -> Iterator[tuple[str, int, int]]:
    for column in (-1, 0, 1):
        for row in (-1, 0, 1):
            yield text, round(x / _CELL) + column, round(y / _CELL) + row


def without_repeated_runs(runs: Sequence[Line]) -> list[Line]:
    """Return the runs without those that a run drawn before holds at nearly the same place.

    This finds copies that were cut into strings in another way.
    """
    kept: list[Line] = []
    rows: dict[int, list[Line]] = defaultdict(list)
    for run in runs:
        row = round(run.y / _CELL)
        others = [other for near in (row - 1, row, row + 1) for other in rows[near]]
        if any(_holds(other, run) for other in others):
            continue
        kept.append(run)
        rows[row].append(run)
    return kept


def _holds(one: Line, copy: Line) -> bool:
    shift = SHIFT * copy.size
    if abs(one.y - copy.y) > shift or not 0.8 < one.size / copy.size < 1.25:
        return False
    if copy.x0 < one.x0 - shift or copy.x1 > one.x1 + shift:
        return False
    text, inside = "".join(one.text.split()), "".join(copy.text.split())
    if len(inside) < 3:
        return text == inside
    return inside in text
