"""The nouns beside a verb."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from analysis.scoring.senses.neighbours import (
    is_passive,
    noun_after_preposition,
    object_of,
    subject_of,
)


@pytest.mark.parametrize(
    ("before", "noun"),
    [
        ("The mayor ", "mayor"),
        ("On Tuesday the mayor ", "mayor"),
        ("The minister for wild tigers has never ", "minister"),
        ("The roof of the house was ", "roof"),
        ("A flock of geese ", "geese"),
        ("Lightning and a storm that ", "storm"),
        ("The council voted, and it ", "it"),
        ("The town’s angry residents rightly ", "residents"),
        ("", ""),
        ("When ", ""),
    ],
)
def test_subjects(before: str, noun: str) -> None:
    assert subject_of(before) == noun


@pytest.mark.parametrize(
    ("after", "noun"),
    [
        (" the old door.", "door"),
        (" the door shut.", "door"),
        (" the government’s handling of it", "handling"),
        (" a flock of geese", "geese"),
        (" him for it.", "him"),
        (" her.", "her"),
        (" her head on it", "head"),
        (" the press yesterday", "press"),
        (" on the brakes", ""),
        (".", ""),
        ("", ""),
    ],
)
def test_objects(after: str, noun: str) -> None:
    assert object_of(after) == noun


@pytest.mark.parametrize(
    ("after", "expected"),
    [
        (" on the brakes.", ("on", "brakes")),
        (" back into a wall", ("into", "wall")),
        (" by residents", ("by", "residents")),
        (" the door", ("", "")),
    ],
)
def test_prepositions(after: str, expected: tuple[str, str]) -> None:
    assert noun_after_preposition(after) == expected


def test_passives() -> None:
    assert is_passive("The door was quickly ")
    assert is_passive("They’re ")
    assert not is_passive("The mayor ")
    assert not is_passive("")


@given(st.text(max_size=80))
def test_any_text(text: str) -> None:
    for word in (subject_of(text), object_of(text), noun_after_preposition(text)[1]):
        assert word in text
    assert is_passive(text) in {True, False}
