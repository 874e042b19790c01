"""Any text is kept so that every database can, and comes back exactly."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from store.desk.texts import packed, unpacked

ANY = st.text(st.one_of(st.characters(), st.sampled_from("\x00\x01\ud83d\ude00\\xuU\n")))


@given(ANY)
def test_any_text_comes_back(text: str) -> None:
    kept = packed(text)
    assert unpacked(kept) == text
    kept.encode()
    assert "\x00" not in kept


@pytest.mark.parametrize("text", ["", "A word.", "Łódź 🏊", "back\\u0000slash", "a\x01b"])
def test_what_every_database_keeps_stays_as_it_is(text: str) -> None:
    assert packed(text) == text


def test_two_surrogates_are_not_joined_into_one_character() -> None:
    assert len(unpacked(packed("\ud83d\ude00"))) == 2
