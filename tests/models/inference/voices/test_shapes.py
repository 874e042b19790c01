from hypothesis import given
from hypothesis import strategies as st

from models.inference.voices.shapes import (
    CAPITAL,
    CAPITALS,
    CODES,
    DIGITS,
    FIRST,
    HEADLINE,
    LOWER,
    MIXED,
    OTHER,
    QUOTED,
    SECOND,
    quoted_characters,
    token_codes,
)


def codes_of(text: str, *words: str) -> list[int]:
    """The codes of some words of ``text``, each searched for behind the one before."""
    offsets, at = [], 0
    for word in words:
        at = text.index(word, at)
        offsets.append((at, at + len(word)))
        at += len(word)
    return token_codes(text, offsets)


def test_the_shape_of_each_word() -> None:
    text = "the Mayor of NATO and McKay met 40 people , twice"
    words = ("the", "Mayor", "NATO", "McKay", "40", ",", "twice")
    assert codes_of(text, *words) == [
        LOWER + FIRST,
        CAPITAL,
        CAPITALS,
        MIXED,
        DIGITS,
        OTHER,
        LOWER,
    ]


def test_pieces_of_a_word_have_its_shape() -> None:
    assert token_codes("saw Hargreaves", [(4, 8), (8, 14)]) == [CAPITAL, CAPITAL]


def test_a_capital_behind_a_full_stop_or_an_opening_mark_is_first_of_a_sentence() -> None:
    text = "It rained. Crowds came, and “Nobody left”, said Orla."
    assert codes_of(text, "Crowds", "Nobody", "Orla") == [
        CAPITAL + FIRST,
        CAPITAL + FIRST + QUOTED,
        CAPITAL,
    ]


def test_a_line_with_most_words_in_capitals_is_like_a_headline() -> None:
    text = "Council Votes to Close Pier\nThe council voted to close the pier."
    assert codes_of(text, "Votes", "to", "voted") == [CAPITAL + HEADLINE, LOWER + HEADLINE, LOWER]


def test_the_second_sentence_of_a_pair_is_told_apart() -> None:
    assert token_codes("rain", [(0, 4)], second=True) == [LOWER + FIRST + SECOND]


def test_marks_open_close_and_end_with_the_line() -> None:
    text = 'a “b” c "d" e “f\ng'
    inside = {text[i] for i, flag in enumerate(quoted_characters(text)) if flag}
    assert inside == {"b", "d", "f"}


@given(st.text(max_size=80))
def test_every_character_of_any_text_has_a_code(text: str) -> None:
    codes = token_codes(text, [(i, i + 1) for i in range(len(text))])
    assert len(codes) == len(text)
    assert all(0 <= code < CODES for code in codes)
