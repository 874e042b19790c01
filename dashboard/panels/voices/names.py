"""Who and what is named: people, organisations, places and groups, with how often."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import streamlit as st

from analysis.output.phrasing import speakers as said
from analysis.output.phrasing.numerals import counted
from analysis.output.speakers.counts import SentenceFinder
from dashboard.components.sentence_lists import Entry, Group, sentence_lists
from dashboard.server.cached_with import cached_with

if TYPE_CHECKING:
    from analysis import Result

MOST = 12
"""Most names of a kind that stand under its heading; the list in words has them all."""


def names(result: Result, only: str) -> None:
    """Draw the names in ``result``; a click leads to a mention, a further one to the next.

    Nothing is drawn where there are none. Where voices are switched off, ``only`` says which
    ``result`` is of.
    """
    groups, words = cached_with(result, "names", lambda: _made(result))
    if not groups:
        return
    with st.container(key="names", gap="xsmall"):
        st.header(said.NAMES_TITLE, anchor=False)
        if only:
            st.caption(only)
        sentence_lists(groups, key="names-list")
        with st.expander("In words", type="compact"):
            st.text(words)


def _made(result: Result) -> tuple[list[Group], str]:
    find = SentenceFinder(result.sentences)
    found: dict[str, list[tuple[Entry, str]]] = {}
    for row in result.names.to_dict("records"):
        entry = _entry(row, find)
        if entry.sentences:
            tone = said.name_tone(row["tone"], row["tone_low"], row["tone_high"])
            line = f"{entry.text}: {said.mention_line(row['count'], entry.sentences)}"
            found.setdefault(row["kind"], []).append((entry, f"{line}; {tone}" if tone else line))
    groups, lines = [], []
    for kind, heading in said.NAME_KINDS.items():
        # Most mentions first; Python's sort keeps those with as many in the article's order.
        rows = sorted(found.get(kind, []), key=lambda row: -len(row[0].sentences))
        if rows:
            groups.append(Group(heading, [entry for entry, _ in rows[:MOST]], folded=False))
            lines += [f"{heading}:", *(f"– {line}." for _, line in rows)]
    return groups, "\n".join(lines)


def _entry(row: dict[Any, Any], find: SentenceFinder) -> Entry:
    sentences = {number for start, end in row["mentions"] for number in find.touched(start, end)}
    name = said.speaker_name(row["name"])
    count = row["count"]
    return Entry(
        sentences=sorted(sentences),
        text=name,
        note=f"{count:,}",
        label=f"{name}, mentioned {counted(count, 'time')}",
    )
