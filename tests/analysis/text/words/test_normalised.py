"""Words that pasted text splits: what is read instead, and the way back to the given offsets."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from analysis.text.words.normalised import as_read, normalised, words_of

MARKS = st.sampled_from(["\u00ad", "\u200b", "\u200c", "\u2060", "\ufeff", "\u200e", ""])


@pytest.mark.parametrize(
    ("given_text", "read"),
    [
        ("dis\u00adgraced", "disgraced"),
        ("dis\u200bgraced", "disgraced"),
        ("dis\u2060gra\ufeffced", "disgraced"),
        ("\u202aliar\u202c", "liar"),
        ("dis-\ngraced", "disgraced"),
        ("dis- \r\n  graced", "disgraced"),
        ("dis\u2010\ngraced", "disgraced"),
        ("dis\u00ad\ngraced", "disgraced"),
        ("out\u00adra-\ngeous", "outrageous"),
        ("the govern-\nment’s", "the government’s"),
        ("smear-\ning", "smearing"),
        ("price-\nsensitive", "price-sensitive"),
        ("so-\ncalled", "so-called"),
        ("long-\nterm", "long-term"),
        ("self-\nless", "selfless"),
        ("free-\nloaders", "freeloaders"),
        ("non-\nsense", "nonsense"),
        ("hard-\nliner", "hard-liner"),
        ("Brexi-\nteers", "Brexiteers"),
        ("un-\nelected", "unelected"),
        ("fear-\nmongering", "fear-mongering"),
        ("Anglo-\nAmerican", "Anglo-American"),
        ("SHAME-\nLESS", "SHAMELESS"),
        ("pre-\nand post-war", "pre-\nand post-war"),
        ("the mayor -\nthe liar", "the mayor -\nthe liar"),
        ("19-\n20", "19-\n20"),
        ("ﬁlthy ﬂood oﬃce", "filthy flood office"),
        ("ｓｈａｍｅｌｅｓｓ", "shameless"),
        ("𝐬𝐡𝐚𝐦𝐞𝐥𝐞𝐬𝐬", "shameless"),
        ("cafe\u0301", "café"),
        ("two\u00a0words", "two words"),
        ("“plain” – text’s…", "“plain” – text’s…"),
        ("½ of 10² ™", "½ of 10² ™"),
    ],
)
def test_what_is_read(given_text: str, read: str) -> None:
    assert normalised(given_text).text == read


def test_the_article_decides_how_a_word_is_written() -> None:
    article = "The hand-out came late. A hand-\nout is no wage."
    assert normalised("A hand-\nout", words_of(article)).text == "A hand-out"
    article = "The handout came late. A hand-\nout is no wage."
    assert normalised("A hand-\nout", words_of(article)).text == "A handout"


def test_words_are_found_in_the_given_text() -> None:
    text = "\u200eA \u00addis\u00adgra-\nced ﬁend\u200b."
    read = normalised(text)
    assert read.text == "A disgraced fiend."
    start, end = read.given(2, 11)
    assert text[start:end] == "dis\u00adgra-\nced"
    start, end = read.given(12, 17)
    assert text[start:end] == "ﬁend"
    assert read.given_end(len(read.text)) == len(text)
    assert text[: read.given_end(11)] == "\u200eA \u00addis\u00adgra-\nced"


def test_shown_by_itself() -> None:
    assert as_read("shame\u00adless\nlies") == "shameless lies"


@given(st.text(alphabet=st.sampled_from("ab -\n\r\u00ad\u200bﬁé\u0301ｓ’"), max_size=40))
def test_offsets_of_any_text(text: str) -> None:
    read = normalised(text)
    last = 0
    for at in range(len(read.text)):
        start, end = read.given(at, at + 1)
        assert 0 <= start < end <= len(text)
        assert start >= last or (start, end) == read.given(at - 1, at)  # halves of a ligature
        assert read.text[at] in normalised(text[start:end]).text or text[start:end] == "\u00ad"
        last = start
    assert read.given_end(len(read.text)) == len(text)


@given(st.lists(st.tuples(st.sampled_from("abcdefg"), MARKS), min_size=1, max_size=30))
def test_marks_never_change_what_is_read(pieces: list[tuple[str, str]]) -> None:
    plain = "".join(letter for letter, _ in pieces)
    marked = "".join(letter + mark for letter, mark in pieces)
    assert normalised(marked).text == plain
    assert normalised(plain).text == plain
