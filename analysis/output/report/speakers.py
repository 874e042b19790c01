"""The rows of the report's tables of speakers and of names."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from analysis.output.phrasing import speakers as said
from analysis.output.speakers.counts import SpeakerCount

if TYPE_CHECKING:
    import pandas as pd

MOST_SPEAKERS, MOST_SENTENCES, MOST_NAMES = 40, 24, 30
"""Most speakers, sentences that one speaker's row links to, and names of a kind that the report
lists: what is left out is counted. A sheet of paper holds about forty rows."""


@dataclass(frozen=True)
class SpeakerRow:
    """A speaker in words; ``sentences`` are numbers from 1 to link to, ``more`` how many follow."""

    name: str
    how_much: str
    how_given: str
    how_loaded: str
    verbs: list[str]
    sentences: list[int]
    more: int


@dataclass(frozen=True)
class NameGroup:
    """The names of one kind under its ``heading``, most mentions first, as (name, count, what the
    tone of its sentences is, or empty); ``more`` says how many are left out, or nothing."""

    heading: str
    names: list[tuple[str, int, str]]
    more: str


def speaker_rows(counts: Sequence[SpeakerCount]) -> tuple[list[SpeakerRow], str]:
    """Return rows of what ``speaker_counts`` returns, and how many more there are, or empty."""
    return [_row(count) for count in counts[:MOST_SPEAKERS]], _more(counts, MOST_SPEAKERS)


def _row(count: SpeakerCount) -> SpeakerRow:
    numbers = [number + 1 for number in count.sentences]
    return SpeakerRow(
        name=said.speaker_name(count.speaker),
        how_much=said.how_much(count),
        how_given=said.how_given(count),
        how_loaded=said.how_loaded(count),
        verbs=_verbs(count),
        sentences=numbers[:MOST_SENTENCES],
        more=len(numbers[MOST_SENTENCES:]),
    )


def _verbs(count: SpeakerCount) -> list[str]:
    """Return the neutral verbs on one line, then each other one with what it implies: that *said*
    implies nothing need not stand in every row."""
    neutral = [verb for verb in count.verbs if verb.manner == "neutral"]
    others = [verb for verb in count.verbs if verb.manner != "neutral"]
    line = said.verbs_line(replace(count, verbs=tuple(neutral)))
    return [*filter(None, [line]), *said.verbs_lines(replace(count, verbs=tuple(others)))]


def name_groups(names: pd.DataFrame) -> list[NameGroup]:
    """Return the names of the names frame by kind; kinds without any are left out."""
    columns = ("name", "kind", "count", "tone", "tone_low", "tone_high")
    found: dict[str, list[tuple[str, int, str]]] = {}
    for name, kind, count, *tones in zip(*(names[column] for column in columns), strict=True):
        row = (said.speaker_name(name), int(count), said.name_tone(*tones))
        found.setdefault(kind, []).append(row)
    groups = []
    for kind, heading in said.NAME_KINDS.items():
        # Python's sort keeps names with as many mentions in the article's order.
        rows = sorted(found.get(kind, []), key=lambda row: -row[1])
        if rows:
            groups.append(NameGroup(heading, rows[:MOST_NAMES], _more(rows, MOST_NAMES)))
    return groups


def _more(items: Sequence[object], shown: int) -> str:
    left = len(items) - shown
    return f"and {left:,} more" if left > 0 else ""
