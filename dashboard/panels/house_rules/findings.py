"""What house rules found, by rule; each finding leads to its sentence."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import streamlit as st

from analysis.output.phrasing import rules as said
from analysis.output.phrasing.numerals import counted
from analysis.output.phrasing.speakers import shortened
from dashboard.components.sentence_lists import Entry, Group, sentence_lists
from dashboard.escaping import for_markdown

if TYPE_CHECKING:
    from collections.abc import Collection

    from analysis.output.rules.house_check import HouseCheck, RuleFindings

MOST_RULES, MOST_FINDINGS = 40, 60
"""Most rules that are listed, errors first, and most findings of each: a rule that finds a word in
every line of a book would take the browser seconds."""

LONGEST = 80
"""Characters of the words found that the list shows."""


def house_findings(check: HouseCheck, sentences: Collection[int] | None, only: str) -> None:
    """Draw what ``check`` found; a click on a finding leads to its sentence.

    Where voices are switched off, ``sentences`` are the numbers of those that are left, and
    ``only`` says which; else they are None and empty.
    """
    shown = check if sentences is None else check.of_sentences(sentences)
    st.header(for_markdown(said.title(shown)), anchor=False)
    if only:
        st.caption(only)
    groups = [_group(rule) for rule in shown.by_rule[:MOST_RULES]]
    if groups:
        sentence_lists(groups, key="house-rules-list")
    more = len(shown.by_rule) - MOST_RULES
    if more > 0:
        st.caption(f"{counted(more, 'rule')} that found less not listed.")
    for notice in said.notices_shown(check):
        st.caption(for_markdown(notice))


def _group(rule: RuleFindings) -> Group:
    count = len(rule.findings)
    notes = [
        said.plainer_line(rule.plainer),
        said.reason_line(rule.reason),
        said.rule_line(rule.check, rule.findings[0]["revision"]),
    ]
    if count > MOST_FINDINGS:
        notes.append(f"The first {MOST_FINDINGS} of {count:,}; the text marks them all.")
    return Group(
        title=said.heading(rule),
        facts=[said.how_often(rule)],
        notes=[note for note in notes if note],
        entries=[_entry(row) for row in rule.findings[:MOST_FINDINGS]],
    )


def _entry(row: dict[str, Any]) -> Entry:
    text = f"“{shortened(said.shown(row['text']), LONGEST)}”"
    note = said.place_note(row["sentence"], row["voice"])
    return Entry(sentences=[row["sentence"]], text=text, note=note, label=f"{text} – {note}")
