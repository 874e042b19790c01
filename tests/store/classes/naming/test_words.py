import pytest
from hypothesis import given
from hypothesis import strategies as st

from store.classes.naming.words import as_word, draw_word, word_list


def test_there_are_at_least_five_hundred_short_plain_words() -> None:
    words = word_list("words")
    assert len(set(words)) == len(words) >= 500
    assert all(word.isascii() and word.isalpha() and word.islower() for word in words)
    assert {len(word) for word in words} <= set(range(3, 10))


def test_another_word_is_never_the_same(monkeypatch: pytest.MonkeyPatch) -> None:
    offered: list[list[str]] = []
    monkeypatch.setattr("secrets.choice", lambda words: offered.append(words) or words[0])
    assert draw_word(but="pebble") != "pebble"
    assert "pebble" not in offered[0]
    assert len(offered[0]) == len(word_list("words")) - 1
    draw_word()
    assert "pebble" in offered[1]


@pytest.mark.parametrize(
    "typed",
    ["pebble", "Pebble", " PEBBLE \n", "p e b b l e", "“pebble”.", "ｐｅｂｂｌｅ", "pebble!"],
)
def test_a_word_as_typed(typed: str) -> None:
    assert as_word(typed) == "pebble"


@given(st.text(st.characters()))
def test_what_is_left_of_any_text_can_be_compared(typed: str) -> None:
    word = as_word(typed)
    assert word.encode().decode() == word
    assert all(sign.isalpha() for sign in word)
