"""Join the large first letters of articles (drop caps) to their words."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from analysis.reading.documents.pdf.contents import Fragment, usual_size
from analysis.reading.documents.pdf.layout.columns import Line, runs_of
from analysis.reading.documents.prose import is_initial, with_initial

MIN_RATIO = 1.6
"""Smallest size of a large first letter, relative to the text; over two lines it is 2 or more."""

MAX_LETTERS = 3
"""Most letters or figures that are set large together. More than one letter, or a small one, must
have two lines beside it; else it is a heading."""

HEIGHT = 0.9
"""How far above the letter's baseline lines count as beside it, relative to its font size. A
capital is 0.7 high; many letters are set a little too low."""


def initials_apart(fragments: Sequence[Fragment]) -> tuple[list[Fragment], list[Line]]:
    """Return the strings without large first letters, and these.

    They are found before strings are joined to lines, as they stand on the baseline of the first
    line or the last one beside them, or between two.
    """
    if not fragments:
        return [], []
    usual = usual_size(fragments)
    large = [one for one in fragments if one.size >= MIN_RATIO * usual]
    if not large or len(large) == len(fragments):
        return list(fragments), []
    initials = [run for run in runs_of(large) if is_initial(run.text, MAX_LETTERS)]
    kept = [
        one
        for one in fragments
        if one.size < MIN_RATIO * usual or not any(_is_part(one, run) for run in initials)
    ]
    return kept, initials


def _is_part(one: Fragment, run: Line) -> bool:
    return abs(one.y - run.y) < 1 and run.x0 - one.size <= one.x0 and one.x1 <= run.x1 + one.size


def with_initials(runs: Sequence[Line], initials: Sequence[Line]) -> list[Line]:
    """Return the runs with each large letter put before the first line beside it.

    The lines beside it begin at its left edge, as if it were not there, so that they are neither
    indented nor another column. A letter with no line beside it stays a run of its own.
    """
    runs = list(runs)
    for letter in initials:
        beside = [place for place, run in enumerate(runs) if _is_beside(run, letter)]
        one_capital = is_initial(letter.text) and letter.text[-1].isupper()
        if len(beside) < (1 if one_capital else 2):
            runs.append(letter)
            continue
        first = max(beside, key=lambda place: runs[place].y)
        for place in beside:
            runs[place] = replace(runs[place], x0=min(letter.x0, runs[place].x0))
        runs[first] = replace(runs[first], text=with_initial(letter.text, runs[first].text))
    return runs


def _is_beside(run: Line, letter: Line) -> bool:
    if letter.size < 1.3 * run.size:
        return False
    gap = run.x0 - letter.x1
    return (
        -0.6 * run.size < gap < 2 * run.size
        and letter.y - 0.5 * run.size <= run.y
        and run.y <= letter.y + HEIGHT * letter.size
    )
