"""Texts as they are compared, and the way back."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from analysis.rules.matching.folding import folded, folded_term, normal_text

TEXTS = st.text(
    st.one_of(st.characters(), st.sampled_from("aß İıﬁ\u0301\u00ad\u200b\r\n\u2029 ’“-‑ŉΐ\ud800")),
    max_size=40,
)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The  Regime’s\n“Fall”", 'the regime\'s "fall"'),
        ("one\n\ntwo", "one\ntwo"),
        ("one \r\n\t\r\n two", "one\ntwo"),
        ("one\rtwo\u2028three", "one two three"),
        ("Straße İzmir", "strasse izmir"),
        ("half \ud83d emoji", "half \ufffd emoji"),
    ],
)
def test_folded(text: str, expected: str) -> None:
    assert folded(normal_text(text)).text == expected


def test_exact_keeps_case() -> None:
    assert folded(normal_text("Straße İz’s"), exact=True).text == "Straße İz's"


def test_a_term_of_marks_that_are_not_seen_is_empty() -> None:
    assert folded_term("\u200b\u00ad \ufeff") == ""


@given(TEXTS, st.booleans())
def test_offsets_grow_with_the_text_and_stay_in_it(text: str, exact: bool) -> None:
    compared = folded(normal_text(text), exact)
    last = 0
    for at in range(len(compared.text)):
        start, end = compared.given(at, at + 1)
        assert 0 <= last <= start < end <= len(text)
        last = start
    if compared.text:
        assert compared.given(0, len(compared.text))[1] <= len(text)


@given(TEXTS, st.booleans(), st.data())
def test_what_stands_at_a_place_reads_as_what_was_found(
    text: str, exact: bool, data: st.DataObject
) -> None:
    """A character that becomes two is never cut, so the place may hold more, never less."""
    compared = folded(normal_text(text), exact)
    if not compared.text:
        return
    start = data.draw(st.integers(0, len(compared.text) - 1))
    end = data.draw(st.integers(start + 1, len(compared.text)))
    place = slice(*compared.given(start, end))
    wanted = " ".join(compared.text[start:end].split())
    assert wanted in folded(normal_text(text[place]), exact).text.replace("\n", " ")


@given(TEXTS, TEXTS)
def test_case_never_matters_where_it_is_ignored(one: str, other: str) -> None:
    upper = (one + other).upper()
    if upper.lower().upper() == upper:
        assert folded_term(upper) == folded_term(upper.lower())
