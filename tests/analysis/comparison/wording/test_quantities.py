"""The numbers of sentences written here: their place, value and kind."""

import math

import pytest
from hypothesis import given
from hypothesis import strategies as st

from analysis.comparison.wording.quantities import KINDS, quantities


@pytest.mark.parametrize(
    ("sentence", "number", "value", "unit", "kind"),
    [
        ("The council spent £2.4 million on it.", "£2.4 million", 2.4e6, "£", "money"),
        ("The council spent £2.4m on it.", "£2.4m", 2.4e6, "£", "money"),
        ("Duties on $20 Billions of goods.", "$20 Billions", 2e10, "$", "money"),
        ("A levy of US$5bn was proposed.", "US$5bn", 5e9, "$", "money"),
        ("Tickets rise by 40p in May.", "40p", 0.4, "£", "money"),
        ("A grant of 3 million crowns came late.", "3 million crowns", 3e6, "crown", "money"),
        ("Rents rose by 4.5 per cent.", "4.5 per cent", 4.5, "%", "percent"),
        ("Rents rose by 12%.", "12%", 12, "%", "percent"),
        ("Some 12,350 homes lost power.", "12,350", 12350, "", "count"),
        ("Twenty-six pupils fell ill.", "Twenty-six", 26, "", "count"),
        ("Nine pupils fell ill.", "Nine", 9, "", "count"),
        ("About two thousand pupils fell ill.", "two thousand", 2000, "", "count"),
        ("Half a million letters were lost.", "Half a million", 5e5, "", "count"),
        ("A dozen boats sank.", "A dozen", 12, "", "count"),
        ("A five-day strike began.", "five", 5, "", "count"),
        ("In 1950 houses were cheap.", "1950", 1950, "", "other"),
        ("The yard laid off 1950 workers.", "1950", 1950, "", "count"),
        ("Marit Dahl, 54, has sailed since then.", "54", 54, "", "age"),
        ("A 54-year-old sailor was found.", "54", 54, "", "age"),
        ("Traffic on Route 14 was halted.", "14", 14, "", "other"),
    ],
)
def test_one_number(sentence: str, number: str, value: float, unit: str, kind: str) -> None:
    [found] = quantities(sentence)
    assert sentence[found.start : found.end] == number
    assert (found.value, found.unit, found.kind) == (pytest.approx(value), unit, kind)


@pytest.mark.parametrize(
    "sentence",
    [
        "It opened at 7.30 a.m. on 4 May.",
        "It opened on May 4, 1998.",
        "The 3rd road bridge closed.",
        "Call 0555 310 2240 for help.",
        "Nearly half of the tenants left.",
        "Two-thirds of the tenants left.",
        "Tenants of the 1980s left.",
        "The measure passed by 11 votes to 8.",
        "Between 20 and 30 tenants left.",
        "From 10-12 tenants left.",
        "The A14 was shut by Covid-19.",
        "One of the tenants left.",
        "Dozens of tenants left.",
    ],
)
def test_numbers_left_alone(sentence: str) -> None:
    assert {found.kind for found in quantities(sentence)} <= {"other"}


def test_both_ends_of_a_change_are_numbers() -> None:
    found = quantities("The catch fell from 61,000 tonnes to 27,000 tonnes.")
    assert [(q.value, q.kind) for q in found] == [(61000, "count"), (27000, "count")]


@pytest.mark.parametrize(
    ("sentence", "step"),
    [("38 boats", 1), ("40 boats", 1), ("1,400 boats", 100), ("2.4 million", 1e5), ("1.25%", 0.01)],
)
def test_the_last_digit_that_says_something(sentence: str, step: float) -> None:
    assert quantities(sentence)[0].step == pytest.approx(step)


PIECES = st.sampled_from(
    [
        "£2.4",
        "million",
        "12,000",
        "7",
        "%",
        "per cent",
        "nine",
        "forty-one",
        "a",
        "dozen",
        "to",
        "½",
    ]
)


@given(st.one_of(st.text(max_size=60), st.lists(PIECES, max_size=12).map(" ".join)))
def test_offsets_are_inside_and_in_order(sentence: str) -> None:
    position = 0
    for found in quantities(sentence):
        assert position <= found.start < found.end <= len(sentence)
        assert found.kind in KINDS
        assert found.kind == "other" or math.isfinite(found.value)
        position = found.end
