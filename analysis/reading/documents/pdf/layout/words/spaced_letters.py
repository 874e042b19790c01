"""Put words together whose letters are drawn apart (S P A C E D), as headlines are."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise
from statistics import median

from analysis.reading.documents.pdf.contents import Fragment

FEWEST = 4
"""Fewest letters of a spaced passage."""

SPACED = 0.1
"""Smallest gap between spaced letters, relative to the font size; usual letters touch."""

MOST = 0.8
"""Smallest share of the gaps that are that wide; a wide letter (W) can fill its place."""

WIDEST = 1.6
"""Widest gap inside a spaced passage, relative to the font size."""

SPACE = 0.2
"""By how much a gap between words is wider than the usual one, relative to the font size; a space
is 0.25 wide or more."""

GRID = 1.4
"""How much farther apart the letters around a space begin, relative to the usual distance, where
all letters begin at equal distances."""


def joined_letters(fragments: Sequence[Fragment]) -> list[Fragment]:
    """Return the strings with passages of spaced single letters put together to one string.

    A passage stands by itself: where it touches longer strings on its line, it is a part of usual
    text that the program has cut so.
    """
    kept: list[Fragment] = []
    passage: list[Fragment] = []  # letters, and spaces between them
    last: Fragment | None = None  # the last string that is not a space
    alone = True
    for one in fragments:
        length = len(one.text.strip())
        if not length:
            (passage or kept).append(one)
            continue
        goes_on = last is not None and _follows(last, one)
        if length > 1 or not goes_on:
            kept += _joined(passage) if alone and not goes_on else passage
            passage = []
            alone = not goes_on
        (kept if length > 1 else passage).append(one)
        last = one
    return kept + (_joined(passage) if alone else passage)


def _follows(before: Fragment, one: Fragment) -> bool:
    return (
        abs(before.y - one.y) < 0.1 * one.size
        and abs(before.size - one.size) < 0.1 * one.size
        and -0.3 * one.size < one.x0 - before.x1 < WIDEST * one.size
    )


def _joined(passage: Sequence[Fragment]) -> list[Fragment]:
    letters = [one for one in passage if one.text.strip()]
    if (
        len(letters) < FEWEST
        or sum(one.text.strip().isalpha() for one in letters) < len(letters) / 2
    ):
        return list(passage)
    gaps = [after.x0 - before.x1 for before, after in pairwise(letters)]
    steps = [after.x0 - before.x0 for before, after in pairwise(letters)]
    first, size = letters[0], letters[0].size
    gap, step = median(gaps), median(steps)
    on_a_grid = sum(abs(one - step) < 0.05 * step for one in steps) > 0.6 * len(steps)
    if gap < SPACED * size:
        return list(passage)
    if not on_a_grid and sum(one > SPACED * size for one in gaps) < MOST * len(gaps):
        return list(passage)
    text = first.text.strip()
    for letter, own_gap, own_step in zip(letters[1:], gaps, steps, strict=True):
        space = own_step > GRID * step if on_a_grid else own_gap > gap + SPACE * size
        text += (" " if space else "") + letter.text.strip()
    return [Fragment(text, first.x0, letters[-1].x1, first.y, size)]
