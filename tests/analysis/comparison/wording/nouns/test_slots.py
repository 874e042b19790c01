"""Noun phrases in one slot of two sentences, and words that only look so."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from analysis.comparison.wording.nouns.slots import slots


def told(a: str, b: str, *, sure: bool = True) -> list[tuple[str, str, str]]:
    """Return the noun phrases found, with their kind."""
    return [(a[slice(*s.a)], b[slice(*s.b)], s.kind) for s in slots(a, b, sure=sure)]


@pytest.mark.parametrize(
    ("a", "b", "expected"),
    [
        (
            "Some 150 rowdy zealots sat in the lane.",
            "About 150 campaigners blocked a lane.",
            ("rowdy zealots", "campaigners", "group"),
        ),
        (
            "By noon 19 of the troublemakers were out.",
            "The court let 19 people go.",
            ("troublemakers", "people", "group"),
        ),
        (
            "Outside, several hundred strikers danced.",
            "Several hundred nurses marched.",
            ("strikers", "nurses", "group"),
        ),
        (
            "It wants a cap of five patients per nurse.",
            "They asked for a limit of five patients a nurse.",
            ("cap", "limit", "thing"),
        ),
        (
            "A rescued miner who fainted was carried out.",
            "One rescued worker who fainted is well.",
            ("miner", "worker", "person"),
        ),
        (
            "The kitchens go to a greedy profiteer.",
            "The kitchens go to a private caterer.",
            ("greedy profiteer", "private caterer", "person"),
        ),
    ],
)
def test_one_slot(a: str, b: str, expected: tuple[str, str, str]) -> None:
    assert told(a, b) == [expected]
    assert told(b, a) == [(expected[1], expected[0], expected[2])]


@pytest.mark.parametrize(
    ("a", "b"),
    [
        # The same noun; another number; a number that stands twice.
        ("Some 150 angry marchers came.", "About 150 marchers came."),
        ("Some 150 zealots came.", "About 200 marchers came."),
        ("All 19 boys and 19 girls came.", "The 19 pupils came."),
        # Verbs, adjectives, names, pronouns, other words of a quotation.
        ("The hospital postponed two operations.", "The hospital cancelled two operations."),
        ("The higher price will stay.", "The new price will stay."),
        ("The plan of Hale for the port failed.", "The plan of Pell for the port failed."),
        ("She called the plan “disgrace” too.", "She called the plan “triumph” too."),
        # Two persons, or a person and a thing.
        ("A young man of the port was hurt.", "A young sailor of the port was hurt."),
        ("She said the captain had been careful.", "She said the law had been careful."),
        # Nothing near that is the same.
        ("He gave up the plan of it.", "She ran from the boat of theirs."),
        ("", "Rain fell."),
    ],
)
def test_no_slot(a: str, b: str) -> None:
    assert told(a, b) == told(b, a) == []


def test_a_possible_pair_needs_more_words() -> None:
    few = ("They met about a cap of rents.", "It is a limit of rents.")
    assert told(*few)
    assert told(*few, sure=False) == []
    more = ("The union wants a cap of five patients.", "A union wants a limit of five patients.")
    assert told(*more, sure=False) == [("cap", "limit", "thing")]
    assert told("Some 150 zealots came.", "The 150 nurses came.", sure=False) == []


def test_a_text_without_stops_is_left_out() -> None:
    longer = "The cap of five " * 200
    assert slots(longer, longer.replace("cap", "limit"), sure=True) == []


WORDS = st.sampled_from(
    [
        "the",
        "a",
        "150",
        "several",
        "hundred",
        "zealots",
        "nurses",
        "cap",
        "limit",
        "of",
        "e\u0301-b",
    ]
)
TEXTS = st.one_of(st.text(max_size=40), st.lists(WORDS, max_size=9).map(" ".join))


@given(TEXTS, TEXTS, st.booleans())
def test_offsets(a: str, b: str, sure: bool) -> None:
    for slot in slots(a, b, sure=sure):
        assert 0 <= slot.a[0] < slot.a[1] <= len(a)
        assert 0 <= slot.b[0] < slot.b[1] <= len(b)
        assert a[slice(*slot.a)] != b[slice(*slot.b)]
