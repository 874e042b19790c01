"""The words of a passage, and where they stand."""

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from analysis.comparison.saying.quoted_words import words_between


@pytest.mark.parametrize(
    ("text", "keys"),
    [
        ("“We won’t, ever.”", ["we", "won't", "ever"]),
        ("a well-known man—he", ["a", "well", "known", "man", "he"]),
        ("£2.50 or 3,000?", ["2.50", "or", "3,000"]),
        ("Yes … no", ["yes", "no"]),
        ("STRASSE straße", ["strasse", "strasse"]),
        ("“ ” !", []),
    ],
)
def test_words(text: str, keys: list[str]) -> None:
    assert [word.key for word in words_between(text, 0, len(text))] == keys


def test_only_what_stands_between_the_offsets() -> None:
    words = list(words_between("one two three", 4, 9))
    assert [(word.start, word.end, word.key) for word in words] == [(4, 7, "two"), (8, 9, "t")]


def test_letters_in_one_or_two_code_points_are_one_word() -> None:
    composed, decomposed = "Pokémon", unicodedata.normalize("NFD", "Pokémon")
    [one] = words_between(composed, 0, len(composed))
    [other] = words_between(decomposed, 0, len(decomposed))
    assert one.key == other.key
    assert (other.start, other.end) == (0, len(decomposed))


@given(st.text())
def test_words_are_in_order_and_hold_a_letter_or_digit(text: str) -> None:
    last = 0
    for word in words_between(text, 0, len(text)):
        assert last <= word.start < word.end <= len(text)
        assert text[word.start].isalnum()
        assert not text[word.start : word.end].isspace()
        last = word.end
    outside = text[:0]
    at = 0
    for word in words_between(text, 0, len(text)):
        outside += text[at : word.start]
        at = word.end
    outside += text[at:]
    assert not any(character.isalnum() for character in outside)
