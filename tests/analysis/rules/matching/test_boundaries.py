"""Where words begin and end."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from analysis.rules.matching.boundaries import inside_words
from analysis.rules.matching.matcher import Matcher
from analysis.rules.rule import Rule, RuleSet


def is_found(word: str, text: str) -> bool:
    return bool(Matcher(RuleSet((Rule("one", word, "words"),))).matches(text).found)


@pytest.mark.parametrize(
    ("word", "text"),
    [
        ("regime", "the regime's men"),
        ("regime", "the regime’s men"),
        ("regime", "THE REGIME'S MEN"),
        ("regimes", "the regimes' men"),
        ("regime", "the 'regime'"),
        ("regime", "pre-regime"),
        ("regime", "regime-backed"),
        ("regime", "_regime_"),
        ("regime", "“regime”,"),
        ("regime", "regime/government"),
        ("regime", "end.The regime.The"),
        ("we", "we're, we'll"),
        ("they", "they'd've"),
        ("it", "it's"),
        ("U.S.", "the U.S."),
        ("U.S.", "U.S.-led"),
        ("u.s", "the U.S. army"),
        ("3", "3, 4 and 5"),
        ("9/11", "after 9/11."),
        ("f-16", "an F-16"),
        ("20", "the 20's"),
        ("ma'am", "yes, ma’am"),
        ("covid19", "Covid19"),
        ("pre-", "pre-war"),
        ("C++", "in C++."),
        ("$5", "for $5"),
        ("政权", "这个政权更迭"),
        ("アメリカ", "アメリカの"),
        ("จริง", "เป็นเรื่องจริงที่"),
        ("режим", "режим."),
        ("हिन्दी", "हिन्दी में"),
        ("정권", "그 정권 교체"),
        ("نظام", "في نظام."),
    ],
)
def test_whole_words(word: str, text: str) -> None:
    assert is_found(word, text)


@pytest.mark.parametrize(
    ("word", "text"),
    [
        ("don", "I don't"),
        ("can", "I can’t"),
        ("t", "I can't"),
        ("s", "it's"),
        ("ll", "we'll"),
        ("Brien", "O'Brien"),
        ("O", "O’Brien"),
        ("clock", "five o'clock"),
        ("U", "the U.S."),
        ("S", "the U.S. army"),
        ("U.S.", "the U.S.A."),
        ("a", "at 9 a.m."),
        ("3", "3.5 and 3,500"),
        ("500", "3,500"),
        ("19", "covid19"),
        ("covid", "covid19"),
        ("cafe", "cafe\u0301"),
        ("アメリカ", "アメリカン"),
        ("ह", "हिन्दी"),
        ("режим", "режима"),
        ("regime", "regime\u0301s"),
        ("จ", "จุด"),
    ],
)
def test_parts_of_words(word: str, text: str) -> None:
    assert not is_found(word, text)


@given(st.text(max_size=60))
def test_no_word_begins_or_ends_between_two_letters_of_one_script(text: str) -> None:
    inside = inside_words(text)
    assert len(inside) == len(text) + 1
    assert not inside[0]
    assert not inside[-1]
    for at in range(1, len(text)):
        if text[at - 1].isascii() and text[at].isascii():
            both = text[at - 1].isalnum() and text[at].isalnum()
            spaced = text[at - 1].isspace() or text[at].isspace()
            assert inside[at] or not both
            assert not (inside[at] and spaced)
