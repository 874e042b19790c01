import pytest
from hypothesis import given
from hypothesis import strategies as st

from analysis.speakers.names.words import comparable, trimmed


@pytest.mark.parametrize(
    ("name", "words"),
    [
        ("J. D. Müller", ("j", "d", "muller")),
        ("J.D. Müller", ("j", "d", "muller")),
        ("U.S.", ("us",)),
        ("Søren O’Brien-Łuk", ("soren", "o'brien-luk")),
        ("O'Brien‑Łuk", ("o'brien-luk",)),
        ("Cafe\u0301", ("cafe",)),
        ("–", ()),
    ],
)
def test_comparable_words(name: str, words: tuple[str, ...]) -> None:
    assert comparable(name) == words


@pytest.mark.parametrize(
    ("text", "kept"),
    [
        ("“Noll’s”", "Noll"), ("NOLL'S", "NOLL"), ("Davies’", "Davies"), (" Noll, ", "Noll"),
        ("U.S.", "U.S."), ("U.S.,", "U.S."), ("Noll.", "Noll"), ("O’", "O"), ("…", ""),
        ("Cafe\u0301 ", "Cafe\u0301"), ("Pell & Co.", "Pell & Co"),
    ],
)  # fmt: skip
def test_marks_and_possessive_endings_are_left_out(text: str, kept: str) -> None:
    start, end = trimmed(text, 0, len(text))
    assert text[start:end] == kept


@given(st.text(max_size=30), st.integers(0, 30), st.integers(0, 30))
def test_a_trimmed_range_lies_within_the_given_one(text: str, one: int, other: int) -> None:
    start, end = sorted((min(one, len(text)), min(other, len(text))))
    low, high = trimmed(text, start, end)
    assert start <= low <= end
    assert low == high or low < high <= end
