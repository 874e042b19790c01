"""Names of things, which may be loaded words."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from analysis.scoring.senses.named_things import MAX_CHARACTERS, named_things_in


@pytest.mark.parametrize(
    ("sentence", "name"),
    [
        ("The racehorse Shameless won by a head.", "Shameless"),
        ("She lives in Cutthroat Lane with her aunt.", "Cutthroat Lane"),
        ("He joined the Savage Club in May.", "Savage Club"),
        ("“The Vile Truth” is on the list.", "The Vile Truth"),
        ("The pub is called the Drunken Duck.", "Drunken Duck"),
        ("*Vicious* is on at nine.", "Vicious"),
        ("He captains the Furious, which is new.", "Furious"),
        ("The madman theory is a term of politics.", "madman theory "),
        ("Reckless Records closed in May.", "Reckless Records"),
    ],
)
def test_names(sentence: str, name: str) -> None:
    assert name in [sentence[start:end] for start, end in named_things_in(sentence)]


@pytest.mark.parametrize(
    "sentence",
    [
        "The vile film was shown in town.",
        "Crooked Hallam spoke of the swamp.",
        "“It is a vile truth,” he said.",
        "Mayor Slams Vile Film And Shameless Club",
        "The shameless club of bankers met.",
    ],
)
def test_no_names(sentence: str) -> None:
    assert named_things_in(sentence) == []


@given(st.text(max_size=400))
def test_any_text(sentence: str) -> None:
    found = named_things_in(sentence)
    assert len(sentence) <= MAX_CHARACTERS or not found
    assert all(0 <= start < end <= len(sentence) for start, end in found)
