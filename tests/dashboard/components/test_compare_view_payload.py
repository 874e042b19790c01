"""What the browser gets of two texts side by side: the texts, and marks by the number of a run."""

from __future__ import annotations

import json
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dashboard.components.compare_view.payload import comparison_payload
from tests.hand_made_comparison import TEXTS, hand_made
from tests.strange_comparison import comparison_with


def joined(side: dict[str, Any]) -> str:
    text = side["text"]
    blocks = "".join(
        block["gap"] + "".join(run[0] for piece in block["pieces"] for run in piece["runs"])
        for block in text["blocks"]
    )
    return blocks + str(text["tail"])


def sentence_runs(side: dict[str, Any], sentence: int) -> list[str]:
    pieces = [p for block in side["text"]["blocks"] for p in block["pieces"] if "band" in p]
    return [content for content, _ in pieces[sentence]["runs"]]


def differing(payload: dict[str, Any], pair: dict[str, Any], side: int) -> list[str]:
    runs = sentence_runs(payload["sides"][side], pair["sentences"][side])
    return [runs[number] for number in pair["differing"][side]]


@given(
    st.text(
        st.one_of(
            st.characters(exclude_categories=["Cs"]),
            st.sampled_from(list(" \n\r\t\u2028\ufeff“”’\u0301\u200d👩🇵🇹\u200f<&")),
        ),
        min_size=1,
        max_size=30,
    ),
    st.sampled_from([(0, 1), (1, 0), (0, 2), (2, 1)]),
)
def test_pieces_put_end_to_end_are_both_texts(text: str, shown: tuple[int, int]) -> None:
    comparison = comparison_with(text, 3)
    payload = json.loads(json.dumps(comparison_payload(comparison, shown)))
    for side, article in zip(payload["sides"], shown, strict=True):
        assert joined(side) == comparison.articles[article].text
        assert side["article"] == article
    for pair in payload["pairs"]:
        for side in (0, 1):
            runs = sentence_runs(payload["sides"][side], pair["sentences"][side])
            places = [
                *pair["differing"][side],
                *(n for one in pair["numbers"] for n in one["runs"][side]),
            ]
            assert all(0 <= number < len(runs) for number in places)


@pytest.mark.parametrize("shown", [(0, 1), (1, 0)])
def test_what_differs_in_a_pair_is_named_on_its_own_side(shown: tuple[int, int]) -> None:
    payload = comparison_payload(hand_made(3), shown)
    a, b = shown.index(0), shown.index(1)
    (pair,) = [pair for pair in payload["pairs"] if pair["sentences"] == (2, 2)]
    assert "".join(differing(payload, pair, a)) == "About 70gathered atthe harbour office said"
    assert "".join(differing(payload, pair, b)) == "An angry mob of 200besieged"
    (number,) = pair["numbers"]
    assert (number["written"][a], number["written"][b]) == ("70", "200")
    runs = sentence_runs(payload["sides"][b], 2)
    assert [runs[place] for place in number["runs"][b]] == ["200"]


def test_each_sentence_says_where_its_fact_was_found() -> None:
    a, b = comparison_payload(hand_made(3), (0, 1))["sides"]
    assert a["matches"] == [
        ("possibly", "possibly in B, no match found in C"),
        ("same fact", "same fact in B and C"),
        ("same fact", "same fact in B, no match found in C"),
        ("same fact", "same fact in B, no match found in C"),
        ("no match found", "no match found in B or C"),
        ("same fact", "same fact in B and C"),
        ("possibly", "possibly in B, no match found in C"),
    ]
    assert (a["found"], b["found"]) == (6, 6)
    assert (a["letter"], a["title"]) == ("A", TEXTS[0][0])


def test_furniture_is_not_said_to_have_no_match() -> None:
    comparison = hand_made(2)
    comparison.articles[0].sentences.loc[4, "part"] = "furniture"
    (a, _) = comparison_payload(comparison, (0, 1))["sides"]
    assert a["matches"][4] == ("", "")


@pytest.mark.parametrize("shown", [(0, 0), (0, 2), (-1, 0)])
def test_two_different_articles_must_be_named(shown: tuple[int, int]) -> None:
    with pytest.raises(
        ValueError, match="name two different articles, by their places from 0 to 1"
    ):
        comparison_payload(hand_made(2), shown)
