"""The address of a comparison: what it says, and what is made of any other."""

from types import SimpleNamespace
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dashboard.session.comparing.address import (
    LETTERS,
    address_of,
    names_in,
    pair_in,
    sentence_in,
    text_number,
)


def article(name: str | int) -> Any:
    """An open article as far as an address goes: a sample's slug, or an own text's number."""
    if isinstance(name, int):
        return SimpleNamespace(sample="", number=name, place=None)
    return SimpleNamespace(sample=name, number=0, place=None)


def test_two_articles_and_a_sentence_counted_from_one():
    found = address_of([article("bus-fares-plain"), article(2)], (0, 1), (1, 11))
    assert found == {"a": "bus-fares-plain", "b": "text:2", "s": "b12"}


def test_of_more_than_two_it_says_which_are_shown():
    found = address_of([article("x"), article("y"), article("z")], (0, 2))
    assert found == {"a": "x", "b": "y", "c": "z", "shown": "ac"}


@given(
    names=st.lists(
        st.one_of(st.integers(1, 999_999), st.just("bus-fares-plain")), min_size=2, max_size=5
    ),
    data=st.data(),
)
def test_what_is_written_is_read_again(names, data):
    places = st.integers(0, len(names) - 1)
    first, second = sorted(data.draw(st.lists(places, min_size=2, max_size=2, unique=True)))
    chosen = data.draw(st.none() | st.tuples(places, st.integers(0, 9_998)))
    written = address_of([article(name) for name in names], (first, second), chosen)
    assert names_in(written) == [f"text:{n}" if isinstance(n, int) else n for n in names]
    assert sentence_in(written) == chosen
    if len(names) > 2:
        assert pair_in(written, len(names)) == (first, second)


def test_the_two_shown_may_be_named_in_any_order():
    assert pair_in({"shown": "CA"}, 3) == (0, 2)


@pytest.mark.parametrize("shown", ["", "a", "aa", "abc", "ad", "a b", "\u0430b", "ax"])
def test_no_such_two_are_shown(shown):
    assert pair_in({"shown": shown}, 3) is None


@pytest.mark.parametrize("sentence", ["", "a", "12", "f1", "a-1", "a1.5", "a1234567", "a١", "ab1"])
def test_no_such_sentence(sentence):
    assert sentence_in({"s": sentence}) is None


@given(st.text())
def test_any_text_in_an_address_is_read_without_an_error(text):
    given = dict.fromkeys((*LETTERS, "shown", "s"), text)
    assert names_in(given) == [text] * 5
    pair_in(given, 5)
    sentence_in(given)
    number = text_number(text)
    assert number is None or text == f"text:{text.partition(':')[2]}"


def test_letters_left_out_close_up():
    assert names_in({"e": "z", "b": "y", "s": "a1"}) == ["y", "z"]


@pytest.mark.parametrize(
    ("name", "number"),
    [("text:2", 2), ("text:", None), ("text", None), ("text:2x", None), ("2", None)],
)
def test_number_of_a_text(name, number):
    assert text_number(name) == number
