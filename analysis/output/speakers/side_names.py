"""Where a speaker's name stands beside the text, so that readers see whose words the lines are."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from dataclasses import dataclass
from typing import TYPE_CHECKING

from analysis.output.phrasing.speakers import speaker_name

if TYPE_CHECKING:
    import pandas as pd


@dataclass(frozen=True)
class SideName:
    """A name beside the line that holds the character at ``offset``; ``form`` is the statement's:
    direct, reported or mixed."""

    offset: int
    name: str
    form: str


def side_names(statements: pd.DataFrame, sentences: pd.DataFrame) -> list[SideName]:
    """Return the names beside the text, in its order, at most one at an offset.

    A name stands at the beginning of a statement, and again where the statement goes on in a new
    paragraph; not where the same name stands at the lines before in that paragraph, both times
    beside a quotation or both times beside reported speech, which a page may hide apart. Of
    statements one inside the other the outer one's speaker is named.
    """
    firsts = _paragraph_starts(sentences)
    named: list[SideName] = []
    last: tuple[int, str, bool] | None = None
    reached = 0
    for start, end, speaker, form in _outer_first(statements):
        start = max(start, reached)
        if start >= end:
            continue  # inside the one before
        inner = firsts[bisect_right(firsts, start) : bisect_left(firsts, end)]
        for offset in (start, *inner):
            here = (bisect_right(firsts, offset), speaker_name(speaker), form == "direct")
            if here != last:
                named.append(SideName(offset, here[1], form))
            last = here
        reached = end
    return named


def _outer_first(statements: pd.DataFrame) -> list[tuple[int, int, str, str]]:
    """Return start, end, speaker and form of the pieces by their start, the longest first."""
    columns = (statements[name].tolist() for name in ("start", "end", "speaker", "form"))
    return sorted(zip(*columns, strict=True), key=lambda piece: (piece[0], -piece[1]))


def _paragraph_starts(sentences: pd.DataFrame) -> list[int]:
    """Return the offsets at which paragraphs begin, in order."""
    starts: dict[int, int] = {}
    for paragraph, start in zip(
        sentences["paragraph"].tolist(), sentences["start"].tolist(), strict=True
    ):
        starts.setdefault(paragraph, start)
    return list(starts.values())
