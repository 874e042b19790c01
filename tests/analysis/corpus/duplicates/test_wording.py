"""Words as copies of an article share them."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from analysis.corpus.duplicates.wording import is_number, prose_of, words_of

SAID = "The mayor’s plan costs 3,400 pounds, she said."
WORDS = ["the", "mayors", "plan", "costs", "3,400", "pounds", "she", "said"]


def test_words_are_without_marks_and_case() -> None:
    assert words_of(SAID) == WORDS
    assert words_of(SAID.replace("’", "'").upper()) == WORDS


@pytest.mark.parametrize(
    "text",
    [
        f"By Nora Pell and Tom Reed\nPublished 3 March 2021\n\n{SAID}",
        f"LONDON (Reuters) - {SAID}",
        f"NEW YORK, May 3 (AP) — {SAID}",
        f"ASHBY — {SAID}",
        SAID.replace("costs", "costs (AP)"),
        f"{SAID}\n\n© 2021 Northern Wire. All rights reserved.",
        f"{SAID}\nShare this article\nAdvertisement",
    ],
)
def test_what_outlets_and_agencies_add_is_left_out(text: str) -> None:
    assert words_of(text) == WORDS


def test_a_sentence_with_a_dash_is_no_dateline() -> None:
    assert words_of("He left — and she stayed.") == ["he", "left", "and", "she", "stayed"]


def test_wide_forms_are_the_same_words() -> None:
    assert words_of("ｐｌａｎ ﬁve ５") == ["plan", "five", "5"]


@pytest.mark.parametrize(("word", "number"), [("3,400", True), ("2:1", True), ("three", False)])
def test_numbers_are_those_in_digits(word: str, number: bool) -> None:
    assert is_number(word) == number


@given(st.text())
def test_any_text_has_words_without_spaces(text: str) -> None:
    assert all(word and not any(mark.isspace() for mark in word) for word in words_of(text))


def test_lists_among_prose_are_left_out() -> None:
    prose = ("the council of the town has voted on the plan " * 8).split()
    countries = [f"country{letter}" for letter in "abcdefghij"] * 6
    assert prose_of([*prose, *countries]) == prose


def test_a_text_of_lists_or_in_another_language_stays() -> None:
    words = words_of("Le conseil municipal a voté lundi soir. " * 20)
    assert prose_of(words) == words
    assert prose_of([]) == []
