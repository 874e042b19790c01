"""People are found by full name and surname, and renamed without a trace of the old name."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from models.invariance.people import WORDS, People, person, renamed

ORR, HOLM, PEN = person("Jane Orrin"), person("Peter Holm"), person("Marine Le Pen")
FOUND = People([ORR, HOLM, PEN, person("Al Gore")])


@pytest.mark.parametrize(
    ("name", "surname"),
    [
        ("Angela Merkel", "Merkel"),
        ("John F. Kennedy", "Kennedy"),
        ("Marine Le Pen", "Le Pen"),
        ("Madonna", "Madonna"),
    ],
)
def test_the_surname_is_what_follows_the_first_name(name: str, surname: str) -> None:
    assert person(name).surname == surname


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Jane Orrin met Mr. Holm.", "Peter Holm met Mr. Orrin."),
        ("Orrin’s bill was read to President Holm.", "Holm’s bill was read to President Orrin."),
        (
            "“Holm lied,” said Orrin, no Orrinian.",
            "“Orrin lied,” said Holm, no Orrinian.",
        ),
        ("The anti-Orrin wing left.", "The anti-Orrin wing left."),
        ("The Orrin-Holm pact held.", "The Orrin-Holm pact held."),
        ("When Orrin left, Holm spoke.", "When Holm left, Orrin spoke."),
        ("Nothing about anybody.", "Nothing about anybody."),
    ],
)
def test_two_people_change_places(text: str, expected: str) -> None:
    others = {ORR: HOLM, HOLM: ORR}
    assert renamed(text, FOUND.mentions(text), others) == expected


@pytest.mark.parametrize(
    "text",
    [
        "Melania Holm opened the fair.",  # somebody else of that surname
        "The fair was at Holm Tower.",
        "Holm Jr. opened the fair.",
        "He saw the gore of war.",
        "Gore Street is closed.",  # a surname that is a word
    ],
)
def test_what_is_nobody_of_the_list_is_left_alone(text: str) -> None:
    assert FOUND.mentions(text) == []


def test_a_surname_that_is_a_word_is_found_with_the_first_name() -> None:
    assert "Gore" in WORDS
    assert [m.full for m in FOUND.mentions("Al Gore spoke, then Gore left.")] == [True]


@given(st.text(), st.text())
def test_mentions_are_where_they_say_for_any_unicode(before: str, after: str) -> None:
    text = f"{before} Jane Orrin {after}"
    for mention in FOUND.mentions(text):
        named = mention.person.full if mention.full else mention.person.surname
        assert text[mention.start : mention.end] == named
    assert renamed(text, FOUND.mentions(text), {}) == text


def test_nobody_is_found_where_nobody_is_looked_for() -> None:
    assert People([]).mentions("Jane Orrin met Peter Holm.") == []
