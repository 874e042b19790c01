"""Words of abuse that are half of the name of a species or a technical thing."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from analysis.scoring.senses.compounds import compounds_in
from analysis.scoring.senses.reading import reading


@pytest.mark.parametrize(
    ("sentence", "read"),
    [
        ("The bastard toadflax is in flower.", "The toadflax is in flower."),
        ("Pirate spiders eat others.", "Spiders eat others."),
        ("The devil’s fig grows here.", "The fig grows here."),
        ("A greedy algorithm sorts them.", "A algorithm sorts them."),
        ("The dumb terminals were sold.", "The terminals were sold."),
    ],
)
def test_compounds(sentence: str, read: str) -> None:
    assert reading(sentence, compounds_in(sentence)).text == read


@pytest.mark.parametrize(
    "sentence",
    [
        "The stupid dog ran off.",
        "The greedy council sold it.",
        "A tyrant, a bug and a fig.",
        "The bully was late.",
        "A ruthless mayor.",
    ],
)
def test_no_compounds(sentence: str) -> None:
    assert compounds_in(sentence) == []


@given(st.text(max_size=60))
def test_any_text(sentence: str) -> None:
    assert all(0 <= one.start < one.end <= len(sentence) for one in compounds_in(sentence))
