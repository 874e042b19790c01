"""What differs between the articles, as lists that lead to the passages."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

import streamlit as st

from analysis.comparison.frames import letter
from analysis.output.comparison.facts import FactRow, only_told
from analysis.output.comparison.findings import Finding, findings
from analysis.output.phrasing.comparison.whole import heading_of, no_match
from analysis.output.phrasing.numerals import counted
from analysis.output.phrasing.speakers import shortened
from analysis.text.one_line import one_line
from dashboard.components.sentence_lists import Entry, Group, sentence_lists
from dashboard.server.cached_with import cached_with
from dashboard.session.comparing.compared import Chosen

if TYPE_CHECKING:
    from analysis import Comparison

FINDINGS, UNMATCHED = "findings-list", "unmatched-list"
"""Keys of the two lists, by which the page hears where they led."""

NOTHING = "Nothing was found that they word differently."

MAY_BE_TOLD = "In words that are not seen to be the same it may be told all the same."

MOST = 60
"""Most entries of a kind: a book has thousands, and the browser would take seconds over them."""

LONGEST = 200
"""Characters of a sentence that the list shows; the text beside it has all of it."""


def finding_list(comparison: Comparison, selected: Chosen | None) -> None:
    """Draw the findings by kind; ``selected`` is the sentence that is selected."""
    groups = cached_with(comparison, "findings", lambda: _findings(comparison))
    with st.container(key="findings", gap="xsmall"):
        st.header("What differs", anchor=False)
        if not groups:
            st.caption(NOTHING)
        else:
            sentence_lists(groups, key=FINDINGS, selected=selected)


def unmatched_list(comparison: Comparison, selected: Chosen | None) -> None:
    """Draw what no match was found for, by the articles that it was not found in."""
    groups = cached_with(comparison, "unmatched", lambda: _unmatched(comparison))
    if not groups:
        return
    with st.container(key="unmatched", gap="xsmall"):
        st.header("No match found", anchor=False)
        st.caption(MAY_BE_TOLD)
        sentence_lists(groups, key=UNMATCHED, selected=selected)


def _findings(comparison: Comparison) -> list[Group]:
    groups: list[Group] = []
    for kind, found in findings(comparison).items():
        if found:
            groups.append(
                Group(
                    title=_title(kind, found),
                    entries=[_entry(finding) for finding in found[:MOST]],
                    notes=_not_listed(len(found)),
                    unfolded=not groups,
                )
            )
    return groups


def _title(kind: str, found: Sequence[Finding]) -> str:
    """Return the heading of a kind with how many were found, those that may be chance apart."""
    clear = sum(finding.clear for finding in found)
    count = f"{clear:,}" if clear else "none is clear"
    return f"{heading_of(kind)}: {count}"


def _entry(finding: Finding) -> Entry:
    return Entry(
        sentences=[place.sentence for place in finding.places],
        articles=[place.article for place in finding.places],
        text=finding.text,
        faint=not finding.clear,
    )


def _unmatched(comparison: Comparison) -> list[Group]:
    by_articles: dict[tuple[int, ...], list[FactRow]] = {}
    for row in only_told(comparison):
        by_articles.setdefault(row.unmatched, []).append(row)
    return [
        Group(
            title=f"{no_match(articles)}: {counted(len(rows), 'fact')}",
            entries=[_unmatched_entry(comparison, row) for row in rows[:MOST]],
            notes=_not_listed(len(rows)),
        )
        for articles, rows in sorted(by_articles.items(), key=lambda one: (len(one[0]), one[0]))
    ]


def _unmatched_entry(comparison: Comparison, row: FactRow) -> Entry:
    places = [(cell.article, number) for cell in row.cells for number in cell.sentences]
    article, number = places[0]
    text = comparison.articles[article].sentences["text"].iloc[number]
    told = ", ".join(f"{letter(place)} {sentence + 1}" for place, sentence in places)
    return Entry(
        sentences=[sentence for _, sentence in places],
        articles=[place for place, _ in places],
        text=shortened(one_line(text), LONGEST),
        note=told,
    )


def _not_listed(count: int) -> list[str]:
    return [f"The first {MOST} of {count:,}; the downloads have them all."] if count > MOST else []
