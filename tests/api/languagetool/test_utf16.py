"""Offsets in UTF-16 units, checked against Python's own encoder."""

from hypothesis import given
from hypothesis import strategies as st

from api.languagetool.utf16 import Units, paired, readable, units_in

ANY = st.text(st.characters() | st.sampled_from("😀👩‍🚀é\ud83d\ude00\n"))
"""Texts with emoji, joined emoji and halves of a pair."""


def units(text: str) -> int:
    return len(text.encode("utf-16-le", "surrogatepass")) // 2


@given(ANY)
def test_every_offset_is_the_number_of_units_before_it(text: str) -> None:
    of_text = Units(text)
    for offset in range(len(text) + 1):
        assert of_text.at(offset) == units(text[:offset]) == units_in(text[:offset])


def test_an_emoji_has_two_units_and_half_of_one_has_one() -> None:
    assert [Units("a😀b").at(offset) for offset in range(4)] == [0, 1, 3, 4]
    assert [Units("a\ud83db").at(offset) for offset in range(4)] == [0, 1, 2, 3]


@given(ANY)
def test_what_is_paired_has_the_same_units_and_no_pair_in_halves(text: str) -> None:
    once = paired(text)
    assert once.encode("utf-16-le", "surrogatepass") == text.encode("utf-16-le", "surrogatepass")
    assert paired(once) == once


@given(ANY)
def test_what_is_readable_has_every_character_at_its_place(text: str) -> None:
    read = readable(text)
    read.encode("utf-8")
    assert len(read) == len(text)
    assert all(a == b or "\ud800" <= b <= "\udfff" for a, b in zip(read, text, strict=True))
