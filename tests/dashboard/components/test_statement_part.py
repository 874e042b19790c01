"""What of a reworded sentence is scored as a statement by itself."""

from __future__ import annotations

from types import SimpleNamespace

import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st

from dashboard.components.what_if.statement_part import alone, moved, passages_of

SAID = "“It is a vile lie,” said Ann Hale."
QUOTED = SAID[:19]


def part(wording: str) -> str:
    return alone(wording, moved(SAID, wording, [(0, len(QUOTED))]))


@pytest.mark.parametrize(
    ("wording", "read"),
    [
        (SAID, "It is a vile lie."),
        (SAID.replace("a vile lie", "not so"), "It is not so."),
        (SAID.replace("said", "shouted"), "It is a vile lie."),
        (SAID.replace("Ann Hale", "Ann"), "It is a vile lie."),
        ("Today “it is a vile lie,” said Ann Hale.", "Today “it is a vile lie."),
        ("said Ann Hale.", ""),
        ("", ""),
    ],
)
def test_the_statement_is_scored_without_who_says_it(wording: str, read: str) -> None:
    assert part(wording) == read


def test_pieces_of_one_statement_are_read_together() -> None:
    sentence = "“It is,” she said, “a lie.”"
    passages = [(0, 8), (19, 27)]
    assert alone(sentence, passages) == "It is a lie."
    reworded = sentence.replace("she said", "said Ann Hale")
    assert alone(reworded, moved(sentence, reworded, passages)) == "It is a lie."


def test_without_a_statement_the_sentence_is_scored_as_it_stands() -> None:
    assert alone(SAID, []) == ""


texts = st.text(st.sampled_from("ab “”"), max_size=12)


@given(texts, texts, texts, texts)
def test_a_passage_moves_with_what_is_before_it_and_grows_with_what_is_in_it(
    before: str, passage: str, after: str, new: str
) -> None:
    sentence = f"{before}[{passage}]{after}"
    place = (len(before), len(before) + len(passage) + 2)
    (found,) = moved(sentence, f"{new}[{passage}]{after}", [place])
    assert f"{new}[{passage}]{after}"[slice(*found)].endswith(f"[{passage}]")
    (found,) = moved(sentence, f"{before}[{new}]{after}", [place])
    assert f"{before}[{new}]{after}"[slice(*found)] == f"[{new}]"


@given(texts, texts, st.lists(st.tuples(st.integers(0, 12), st.integers(0, 12)), max_size=3))
def test_passages_stay_inside_the_wording_and_apart(
    sentence: str, wording: str, pairs: list[tuple[int, int]]
) -> None:
    ordered = sorted({min(at, len(sentence)) for pair in pairs for at in pair})
    passages = list(zip(ordered[::2], ordered[1::2], strict=False))
    reached = 0
    for start, end in moved(sentence, wording, passages):
        assert reached <= start < end <= len(wording)
        reached = end


def test_passages_are_those_of_the_statement_the_sentence_is_scored_as() -> None:
    sentences = pd.DataFrame([(10, 40, 1), (41, 60, None)], columns=["start", "end", "statement"])
    statements = pd.DataFrame(
        [(0, 12, 14), (1, 10, 20), (1, 30, 50)], columns=["statement", "start", "end"]
    )
    result = SimpleNamespace(
        sentences=sentences.astype({"statement": "Int64"}), statements=statements
    )
    assert passages_of(result, 0) == ((0, 10), (20, 30))  # type: ignore[arg-type]
    assert passages_of(result, 1) == ()  # type: ignore[arg-type]
