"""Strong verbs are literal where animals, nature, machines or things are named beside them."""

import csv

import pytest
from hypothesis import given
from hypothesis import strategies as st

from analysis.scoring.senses.literal_verbs import TABLE, is_literal, literal_verbs_in
from analysis.scoring.senses.reading import reading

with TABLE.open(encoding="utf-8", newline="") as file:
    ROWS = list(csv.DictReader(file))


@pytest.mark.parametrize(
    ("sentence", "read"),
    [
        ("She slammed on the brakes.", "She pushed on the brakes."),
        ("He slammed the gate on Sunday.", "He pushed the gate on Sunday."),
        ("The lid slammed shut.", "The lid closed."),
        ("A leopard savaged a calf.", "A leopard attacked a calf."),
        ("The calf was savaged by a leopard.", "The calf was attacked by a leopard."),
        ("The cows that trampled him", "The cows that stepped on him"),
        ("He bashed his knee on the table.", "He hit his knee on the table."),
        ("The rafters buckled.", "The rafters buckled."),
        ("The beams buckled.", "The beams bent."),
        ("Ash was spewed by the volcano.", "Ash was released by the volcano."),
        ("The saw whined all day.", "The saw sounded all day."),
        ("A wall of water battered the quay.", "A wall of water hit the quay."),
        ("A fire gutted the mill.", "A fire damaged the mill."),
        ("A vicious dog ran off.", "A strong dog ran off."),
        ("Gales battered the coast.", "Gales hit the coast."),
        ("The barn, gutted by fire, is gone.", "The barn, damaged by fire, is gone."),
    ],
)
def test_literal(sentence: str, read: str) -> None:
    assert reading(sentence, literal_verbs_in(sentence)).text == read


@pytest.mark.parametrize(
    "sentence",
    [
        "The mayor slammed the plan.",
        "Critics savaged the minister for wild tigers.",
        "The minister for wild tigers slammed the press.",
        "The union blasted Mr Dunn’s wall as a waste.",
        "The Tigers savaged the Bears.",
        "The board was slammed by residents.",
        "They gutted the library service.",
        "He whined that it was late.",
        "They trampled on our rights.",
        "A vicious attack on the mayor.",
        "Voters raged at the council.",
    ],
)
def test_not_literal(sentence: str) -> None:
    assert literal_verbs_in(sentence) == []


def test_a_word_within_a_phrase() -> None:
    assert is_literal("tiger savaged", "A ", " a goat.")
    assert not is_literal("savaged", "Critics ", " the play.")


@given(st.text(max_size=80))
def test_any_text(sentence: str) -> None:
    assert all(0 <= one.start < one.end <= len(sentence) for one in literal_verbs_in(sentence))


def test_the_table_is_clean_and_in_order() -> None:
    keys = [(row["verb"], row["read_as"]) for row in ROWS]
    assert len(keys) > 500
    assert keys == sorted(set(keys))
    assert all(verb and plain and verb != plain for verb, plain in keys)
    assert all(row["subjects"] or row["objects"] for row in ROWS)
