"""A comparison as text for a terminal."""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from analysis.output.comparison.about import About
from analysis.output.comparison.findings import findings
from analysis.output.comparison.text import readable_comparison
from analysis.output.phrasing.comparison.whole import heading_of
from analysis.output.table import cell_width
from tests.hand_made_comparison import comparison_of, hand_made
from tests.hand_made_result import result_of


def test_it_names_the_articles_and_says_all_findings() -> None:
    shown = readable_comparison(hand_made(2), [About("The Post", "4 May"), About()], 400)
    first, second, *_ = shown.splitlines()
    assert first == "A  Pier closed after inspection (The Post, 4 May)"
    assert second == "B  Fury at the pier 😡"
    for kind, some in findings(hand_made(2)).items():
        assert heading_of(kind) in shown
        assert all(f"- {finding.text}\n" in shown for finding in some)


def test_facts_stand_under_who_tells_them() -> None:
    shown = readable_comparison(hand_made(3))
    blocks = shown.split("\n\n")
    headings = ["Told by A, B and C:", "Told by A and B; no match found in C:"]
    headings.append("Told by A, possibly by B; no match found in C:")
    places = [shown.index(heading) for heading in headings]
    assert places == sorted(places)
    assert all(shown.count(heading) == 1 for heading in headings)
    assert (
        "Told by A and B; no match found in C:\n"
        "  A   3  [reported: harbour office] About 70 people gathered at the gate, the harbour "
        "office said.\n"
        "  B   3  [likely loaded] An angry mob of 200 people besieged the gate."
    ) in blocks
    assert (
        "  A   7  Protesters went home at dusk.\n"
        "  B   7  [possibly, likely loaded] Rioters were driven off at dusk."
    ) in blocks
    assert blocks[-1] == (
        "No match found in A and B:\n"
        "  C   1  A pier of 1911\n"
        "  C   3  The pier was built in 1911.\n"
    )


@pytest.mark.parametrize("width", [10, 60, 77, 140])
def test_no_line_is_wider_than_the_terminal(width: int) -> None:
    lines = readable_comparison(hand_made(3), width=width).splitlines()
    assert max(map(cell_width, lines)) <= max(width, 60)


@given(st.text(min_size=1, max_size=60))
def test_nothing_of_an_article_controls_the_terminal(text: str) -> None:
    results = [result_of([text, text], article={"title": text}) for _ in range(2)]
    facts = [
        {"fact": 0, "articles": 2, "article": n, "sentence": 1, "text": text, "band": "same fact"}
        for n in range(2)
    ]
    shown = readable_comparison(comparison_of(results, facts=facts))
    assert not any(ord(c) < 32 and c != "\n" for c in shown)
    assert not set(shown) & set("\x7f\x9b\u202e\u2066\u200f")


def test_a_fact_that_is_only_possibly_told_is_not_lost() -> None:
    comparison = hand_made(2)
    facts = comparison.facts[comparison.facts["fact"] == 6].assign(band="possibly")
    shown = readable_comparison(replace(comparison, facts=facts))
    assert shown.count("[possibly]") == len(facts) > 0
