"""Words that are not told apart have one key."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from analysis.comparison.wording.words import key_of, words_of


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("voted", "Votes"),
        ("organised", "organizes"),
        ("harbour", "harbors"),
        ("centre", "centers"),
        ("travelled", "traveling"),
        ("driver’s", "DRIVERS"),
        ("women", "woman"),
        ("cafe\u0301", "café"),
        ("strike", "stri\u00adke"),
        ("never", "didn’t"),
    ],
)
def test_same_key(one: str, other: str) -> None:
    assert key_of(one) == key_of(other)


@pytest.mark.parametrize(
    ("one", "other"),
    [("voter", "vote"), ("rioters", "protesters"), ("hike", "rise"), ("said", "admitted")],
)
def test_other_key(one: str, other: str) -> None:
    assert key_of(one) != key_of(other)


def test_what_can_make_a_passage() -> None:
    words = words_of("They did not tell Mrs Dahl about nine of the £3m boats.")
    assert [word.key for word in words if word.content] == [
        "not", "tell", "dahl", "9", "3e+06", "boat",
    ]  # fmt: skip


@given(st.text(max_size=80))
def test_offsets_are_inside_and_in_order(sentence: str) -> None:
    position = 0
    for word in words_of(sentence):
        assert position <= word.start < word.end <= len(sentence)
        assert word.key
        position = word.end
