"""What is said about a comparison as a whole."""

from dataclasses import replace
from typing import Any

import pytest

from analysis.comparison.alignment.measured import measured
from analysis.comparison.frames import RELATIONS_OF_TWO, Comparison
from analysis.output.comparison.facts import fact_rows
from analysis.output.comparison.kinds.finding import KINDS
from analysis.output.phrasing.comparison.whole import (
    fact_name,
    found_in,
    group_of,
    heading_of,
    how_sure,
    no_match,
    notes,
    summary,
    told_by,
)
from tests.hand_made_comparison import article, comparison_of, hand_made


def related(**columns: Any) -> Comparison:
    relations = hand_made(2).relations
    row = relations.to_dict("records")[0] | columns
    return comparison_of(hand_made(2).articles, relations=[row])


def test_every_kind_has_a_heading_of_its_own() -> None:
    headings = list(map(heading_of, KINDS))
    assert len(set(headings)) == len(KINDS)
    assert not any("only" in heading.lower() for heading in headings)
    with pytest.raises(KeyError):
        heading_of("wordings")


def test_labels() -> None:
    assert no_match([0]) == "No match found in A"
    assert no_match([0, 2, 3]) == "No match found in A, C and D"
    rows = fact_rows(hand_made(3))
    assert told_by(rows[0]) == "Told by A, B and C"
    assert told_by(rows[2]) == "Told by A and B; no match found in C"
    assert told_by(rows[5]) == "Told by A, possibly by B; no match found in C"


def test_facts_of_the_same_articles_have_one_heading() -> None:
    three = fact_rows(hand_made(3))
    assert group_of(three[0]) == "Told by all three"
    assert group_of(three[2]) == "Told by A and B"
    assert group_of(three[5]) == "Told by A, possibly elsewhere"
    assert group_of(three[-1]) == "No match found elsewhere: C"
    assert group_of(fact_rows(hand_made(2))[0]) == "Told by both"


def test_where_a_fact_was_found_begins_with_the_surest() -> None:
    bands = {1: "no match found", 2: "possibly", 3: "same fact", 4: "no match found"}
    assert found_in(bands) == "same fact in D, possibly in C, no match found in B or E"
    assert found_in({1: "same fact", 2: "same fact"}) == "same fact in B and C"
    assert found_in({}) == ""


def test_a_fact_is_named_by_its_shortest_sentence() -> None:
    assert fact_name(["A longer\nsentence.", "Short one."]) == "Short one."
    assert fact_name([]) == ""
    long = fact_name(["word " * 40])
    assert long == ("word " * 21).strip() + "…"


def test_the_summary_of_two_and_of_three() -> None:
    assert summary(hand_made(2)) == (
        "Both tell 4 facts. Sentences without a match in the other: 1 of A and 1 of B."
    )
    assert summary(hand_made(3)) == (
        "All 3 tell 2 facts; 2 more are told by 2 of them. Sentences without a match in any "
        "other: 1 of A, 1 of B and 2 of C."
    )


def test_the_summary_where_nothing_is_shared_or_all_is() -> None:
    whole = hand_made(2)
    shared = whole.facts[whole.facts["fact"] == 0]
    assert summary(replace(whole, facts=shared)) == "Both tell 1 fact."
    alone = whole.facts[whole.facts["articles"] == 1]
    alone = alone[alone["fact"] >= 6]
    assert summary(replace(whole, facts=alone)) == (
        "No fact was found that both tell. Sentences without a match in the other: 1 of A and 1 "
        "of B."
    )
    assert summary(comparison_of([article(0), article(1)])) == ("No fact was found that both tell.")


@pytest.mark.parametrize(
    ("columns", "expected"),
    [
        ({"relation": "same event"}, []),
        ({"relation": "same text", "same_text": 1.0}, ["A and B are the same text."]),
        (
            {"relation": "near copy", "same_text": 0.93, "differing_b": [1, 3, 4, 5]},
            ["B is 93% the same text as A; these 4 sentences differ: 2 and 4–6 of B."],
        ),
        (
            {
                "relation": "near copy",
                "same_text": 0.93,
                "differing_a": [0],
                "differing_b": [6, 1],
            },
            ["B is 93% the same text as A; these 3 sentences differ: 1 of A; 2 and 7 of B."],
        ),
        (
            {"relation": "near copy", "same_text": 0.999, "differing_a": [4]},
            ["B is >99% the same text as A; this sentence differs: 5 of A."],
        ),
        (
            {"relation": "near copy", "same_text": 0.9},
            ["B is 90% the same text as A."],
        ),
        (
            {"relation": "near copy", "same_text": 0.9, "differing_a": list(range(0, 60, 2))},
            [
                "B is 90% the same text as A; these 30 sentences differ: 1, 3, 5, 7, 9, 11, 13, "
                "15, 17, 19, 21 and 23 and 18 more of A."
            ],
        ),
        (
            {"relation": "different events"},
            [
                "These seem to be about different things: hardly any sentence of A tells the same "
                "fact as one of B."
            ],
        ),
        (
            {"relation": "unclear"},
            [
                "Too few sentences of A and B tell the same fact to say whether both are about one "
                "event."
            ],
        ),
    ],
)
def test_notes(columns: dict[str, Any], expected: list[str]) -> None:
    assert columns["relation"] in RELATIONS_OF_TWO
    assert notes(related(**columns)) == expected


def test_of_three_articles_the_two_are_named() -> None:
    whole = hand_made(3)
    relations = whole.relations.assign(relation=["same event", "different events", "same event"])
    assert notes(replace(whole, relations=relations)) == [
        "C seems to be about something else than A."
    ]
    relations = whole.relations.assign(relation=["same event", *["different events"] * 2])
    assert notes(replace(whole, relations=relations)) == [
        "C seems to be about something else than A and B."
    ]
    relations = whole.relations.assign(relation=["different events"] * 3)
    assert notes(replace(whole, relations=relations)) == [
        "C seems to be about something else than A and B.",
        "B seems to be about something else than A.",
    ]


def test_there_is_nothing_to_say_without_relations() -> None:
    assert notes(comparison_of([article(0), article(1)])) == []


def test_how_sure_says_what_was_measured() -> None:
    found = measured()
    said = how_sure()
    assert f"{found.precision:.0%} of the sentences shown" in said
    assert f"{found.recall:.0%} of those that tell" in said
    assert said.startswith(f"On {found.articles} pairs of invented reports")
