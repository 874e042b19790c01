"""An article with the wordings that editors decided on: its text, and a list of the changes."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING, NamedTuple

from analysis.columns import Column, Columns, frame

if TYPE_CHECKING:
    import pandas as pd

Rewording = tuple[int, int, str]
"""Offsets of the words in the text as it was given, and the wording that stands there instead."""

REWORDINGS: Columns = {
    "article": Column("int64", "number of the article"),
    "title": Column("str", "title of the article, or empty"),
    "line": Column("int64", "line of the article's text on which the words begin, from 1"),
    "before": Column("str", "the words as they were"),
    "after": Column("str", "the wording that replaces them"),
}
"""One row per change, by article and place."""

_LINE_END = re.compile(r"\r\n|\r|\n")


class Change(NamedTuple):
    """A change: the line of the text on which the words begin, from 1, the words as they were, and
    the wording that replaces them."""

    line: int
    before: str
    after: str


def reworded_text(text: str, rewordings: Sequence[Rewording]) -> str:
    """Return ``text`` with each wording in the place of its words; all else stays as it is.

    Offsets point into ``text`` as given, ``rewordings`` are in the order in which they were
    decided: where two overlap the later one counts, and the words of the earlier one that lie
    outside of it stay as they were. Without rewordings the text itself is returned. Raises
    ValueError for offsets outside the text, or without a word between them.
    """
    pieces, here = [], 0
    for start, end, wording in _standing(text, rewordings):
        pieces += [text[here:start], wording]
        here = end
    return "".join([*pieces, text[here:]]) if pieces else text


def changes_list(text: str, rewordings: Sequence[Rewording]) -> tuple[Change, ...]:
    """Return what ``reworded_text`` changes, in reading order; raises ValueError as it does."""
    ends = [found.end() for found in _LINE_END.finditer(text)]
    return tuple(
        Change(bisect_right(ends, start) + 1, text[start:end], wording)
        for start, end, wording in _standing(text, rewordings)
    )


def rewordings_frame(
    articles: Iterable[tuple[int, str, str, Sequence[Rewording]]],
) -> pd.DataFrame:
    """Return what is changed in several articles as a frame ``REWORDINGS``.

    Each is its number, its title, its text and its rewordings. Raises ValueError as
    ``reworded_text`` does.
    """
    rows = [
        (number, title, *change)
        for number, title, text, rewordings in articles
        for change in changes_list(text, rewordings)
    ]
    columns = zip(*rows, strict=True) if rows else ([] for _ in REWORDINGS)
    return frame(dict(zip(REWORDINGS, columns, strict=True)), REWORDINGS)


def _standing(text: str, rewordings: Sequence[Rewording]) -> list[Rewording]:
    """Return those rewordings that no later one overlaps, in reading order."""
    standing: list[Rewording] = []
    for start, end, wording in reversed(rewordings):
        if not 0 <= start < end <= len(text):
            raise ValueError(f"no words of the text: {start} to {end} of {len(text)}")
        if all(end <= other[0] or other[1] <= start for other in standing):
            standing.append((start, end, wording))
    return sorted(standing)
