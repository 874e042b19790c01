"""Set terms and idioms are found and read in plain words."""

import csv

import pytest
from hypothesis import given
from hypothesis import strategies as st

from analysis.scoring.senses.phrases import TABLE, is_in_set_term, phrases_in
from analysis.scoring.senses.reading import reading

with TABLE.open(encoding="utf-8", newline="") as file:
    ROWS = list(csv.DictReader(file))


@pytest.mark.parametrize(
    ("sentence", "read"),
    [
        ("A pathetic fallacy is a figure of speech.", "A fallacy is a figure of speech."),
        ("The dumb waiter was mended in May.", "The lift was mended in May."),
        ("VICIOUS CIRCLES ARE TERMS", "CIRCLES ARE TERMS"),
        ("Killer whales passed the pier.", "Whales passed the pier."),
        ("Toxic  assets moved.", "Assets moved."),
        ("The liar’s paradox is old.", "The paradox is old."),
        ("The poison pill defence held.", "The defence held."),
        ("A mob cap and an idiot board.", "A cap and an board."),
        ("Has the parish lost its mind?", "Has the parish gone crazy?"),
        ("The idiot sat on the board.", "The idiot sat on the board."),
        ("A hostile mood.", "A hostile mood."),
    ],
)
def test_phrases(sentence: str, read: str) -> None:
    assert reading(sentence, phrases_in(sentence)).text == read


def test_only_idioms_can_be_loaded() -> None:
    [term] = phrases_in("A vicious circle.")
    [idiom] = phrases_in("It lost its mind.")
    assert (term.loaded, idiom.loaded) == (False, True)


def test_a_word_within_a_set_term() -> None:
    assert is_in_set_term("pathetic", "A ", " fallacy.")
    assert is_in_set_term("fallacy", "A pathetic ", ".")
    assert not is_in_set_term("pathetic", "A ", " excuse, not a fallacy.")
    assert not is_in_set_term("lost", "The town has ", " its mind.")


@given(st.text(max_size=80))
def test_any_text(sentence: str) -> None:
    found = phrases_in(sentence)
    assert all(0 <= one.start < one.end <= len(sentence) for one in found)
    assert found == sorted(found, key=lambda one: one.start)


def test_the_table_is_clean_and_in_order() -> None:
    phrases = [row["phrase"] for row in ROWS]
    assert len(phrases) > 700
    assert phrases == sorted(set(phrases))
    assert all(row["read_as"] and row["loaded"] in {"", "1"} for row in ROWS)
    assert all(phrase == " ".join(phrase.casefold().split()) for phrase in phrases)
    assert [p for p in phrases if " " not in p and "-" not in p] == ["cretinism"]


def test_what_a_set_term_is_read_as_is_no_phrase_itself() -> None:
    assert [row["phrase"] for row in ROWS if phrases_in(row["read_as"])] == []
