"""What the browser gets of the table of facts: groups in order, wordings in whole sentences."""

from __future__ import annotations

import json

from hypothesis import given
from hypothesis import strategies as st

from dashboard.components.fact_matrix.payload import matrix_payload
from tests.hand_made_comparison import TEXTS, hand_made
from tests.strange_comparison import comparison_with


def test_facts_that_most_tell_come_first_under_who_tells_them() -> None:
    payload = matrix_payload(hand_made(3))
    assert [(group["title"], len(group["facts"])) for group in payload["groups"]] == [
        ("Told by all three", 2),
        ("Told by A and B", 2),
        ("Told by A, possibly elsewhere", 2),
        ("No match found elsewhere: A", 1),
        ("No match found elsewhere: B", 1),
        ("No match found elsewhere: C", 2),
    ]
    (alone,) = payload["groups"][4]["facts"]
    assert alone["only"] == 1
    assert alone["bands"] == ["no match found", "same fact", "no match found"]
    possibly = payload["groups"][2]["facts"][1]
    assert possibly["only"] is None
    assert possibly["bands"] == ["same fact", "possibly", "no match found"]
    first, *_ = matrix_payload(hand_made(2))["groups"]
    assert first["title"] == "Told by both"


def test_a_wording_says_whose_words_it_is_and_marks_what_differs() -> None:
    fact = matrix_payload(hand_made(3))["groups"][1]["facts"][0]
    a, b = fact["wordings"]
    assert (a["article"], a["sentence"], a["whose"], a["loaded"]) == (
        0,
        2,
        "reported: harbour office",
        False,
    )
    assert (b["article"], b["sentence"], b["whose"], b["loaded"]) == (1, 2, "own voice", True)
    assert "".join(text for text, _ in b["runs"]) == TEXTS[1][2]
    assert [text for text, marks in b["runs"] if "conflicts" in marks] == ["200"]


@given(st.text(st.characters(exclude_categories=["Cs"]), min_size=1, max_size=30))
def test_runs_put_end_to_end_are_the_sentence(text: str) -> None:
    comparison = comparison_with(text, 3)
    payload = json.loads(json.dumps(matrix_payload(comparison)))
    wordings = [
        w for group in payload["groups"] for fact in group["facts"] for w in fact["wordings"]
    ]
    assert wordings
    for wording in wordings:
        sentences = comparison.articles[wording["article"]].sentences["text"]
        assert "".join(run for run, _ in wording["runs"]) == sentences[wording["sentence"]]
