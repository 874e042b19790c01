"""Who speaks: each speaker with how much, in whose wording, with which verbs, how loaded."""

from __future__ import annotations

from typing import TYPE_CHECKING

import streamlit as st

from analysis.output.phrasing import speakers as said
from analysis.output.phrasing.labels import BAND_NAMES
from analysis.output.phrasing.language_note import UNSCORED
from analysis.output.phrasing.numerals import counted
from analysis.output.speakers.counts import (
    SpeakerCount,
    StatementCount,
    speaker_counts,
    words_of_others,
)
from analysis.text.one_line import one_line
from dashboard.components.sentence_lists import Entry, Group, sentence_lists
from dashboard.escaping import for_markdown
from dashboard.model.bands import BAND_SIGNS
from dashboard.server.cached_with import cached_with

if TYPE_CHECKING:
    from analysis import Result

NOBODY_SHOWN = "No statement is in what is switched on"

ALL_IN_TURN = "To each of them in the text, one after the other"

MOST_SPEAKERS, MOST_STATEMENTS = 40, 60
"""Most speakers that are listed, those with most words first, and most statements of each: a book
has thousands, and the browser would take seconds over them."""

LONGEST = 200
"""Characters of a statement that the list shows; the text beside it has all of it."""


def speakers(result: Result, only: str) -> None:
    """Draw the speakers of ``result``; a click on a statement leads to its sentence.

    Where voices are switched off, ``only`` says which ``result`` is of.
    """
    title, groups = cached_with(result, "speakers", lambda: _made(result))
    with st.container(key="speakers", gap="xsmall"):
        st.header(for_markdown(NOBODY_SHOWN if only and not groups else title), anchor=False)
        if only:
            st.caption(only)
        if groups:
            sentence_lists(groups[:MOST_SPEAKERS], key="speakers-list")
        more = len(groups) - MOST_SPEAKERS
        if more > 0:
            st.caption(f"{counted(more, 'speaker')} with fewer words not listed.")


def _made(result: Result) -> tuple[str, list[Group]]:
    counts = speaker_counts(result)
    return said.speakers_title(counts, words_of_others(result)), [*map(speaker_group, counts)]


def speaker_group(count: SpeakerCount) -> Group:
    """Return a speaker with their statements as a fold of the list."""
    return Group(
        title=said.speaker_name(count.speaker),
        share=count.share,
        facts=[said.how_much(count), f"{said.how_given(count)}; {said.how_loaded(count)}"],
        notes=[*said.verbs_lines(count), *_not_listed(count)],
        entries=[
            *_all_in_turn(count),
            *(_entry(statement) for statement in count.statements[:MOST_STATEMENTS]),
        ],
    )


def _all_in_turn(count: SpeakerCount) -> list[Entry]:
    """Return an entry that leads to a speaker's statements in turn, if there are two or more."""
    firsts = [statement.sentences[0] for statement in count.statements if statement.sentences]
    return [Entry(firsts, ALL_IN_TURN)] if len(firsts) > 1 else []


def _not_listed(count: SpeakerCount) -> list[str]:
    all_of = len(count.statements)
    if all_of <= MOST_STATEMENTS:
        return []
    return [f"The first {MOST_STATEMENTS} of {all_of:,} statements; the text marks them all."]


def _entry(statement: StatementCount) -> Entry:
    text = said.shortened(one_line(statement.text), LONGEST)
    where = f"sentence {statement.sentences[0] + 1}" if statement.sentences else ""
    band = BAND_NAMES.get(statement.loaded or "", UNSCORED)
    cue = said.shortened(one_line(statement.cue), LONGEST)
    note = ", ".join(filter(None, [where, f"“{cue}”" if cue else "", band]))
    return Entry(
        sentences=statement.sentences,
        text=text,
        sign=BAND_SIGNS.get(statement.loaded or "", ""),
        note=note,
        label=f"{text} – {note}",
    )
