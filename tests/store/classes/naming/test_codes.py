import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from store.classes.naming.codes import as_code, new_code

CODES = [new_code() for _ in range(3000)]


def test_codes_have_six_signs_that_nobody_mixes_up_or_reads_as_words() -> None:
    assert all(re.fullmatch("[A-Z0-9]{6}", code) for code in CODES)
    assert not set("".join(CODES)) & set("0O1ILUAEYSZB")
    assert not [code for code in CODES if re.search("[A-Z]{3}", code)]


def test_codes_rarely_come_twice() -> None:
    # Of 90 million; three among 3,000 would be met once in ten billion runs.
    assert len(set(CODES)) > 2997
    assert len(set("".join(CODES))) == 24


def test_a_code_that_is_taken_is_not_drawn(monkeypatch: pytest.MonkeyPatch) -> None:
    signs = iter("H7K2M9H7K2M9C4D5F6")
    monkeypatch.setattr("secrets.choice", lambda _: next(signs))
    assert new_code({"H7K2M9"}) == "C4D5F6"


@pytest.mark.parametrize(
    ("typed", "code"),
    [
        ("H7K2M9", "H7K2M9"),
        (" h7k 2m9\n", "H7K2M9"),
        ("h7k-2m9", "H7K2M9"),
        ("H7K2M", ""),
        ("H7K2M90", ""),
        ("H7K2MO", ""),
        ("H7K2MÄ", ""),
        ("", ""),
    ],
)
def test_a_code_as_typed(typed: str, code: str) -> None:
    assert as_code(typed) == code


@given(st.text(st.characters()))
def test_any_text_is_a_code_or_none(typed: str) -> None:
    assert re.fullmatch("([2-9C-X]{6})?", as_code(typed))
