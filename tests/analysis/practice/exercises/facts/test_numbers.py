"""Numbers are kept by value, however they are written."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from analysis.practice.exercises.facts.numbers import lost_numbers


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("nine boats", "9 boats"),
        ("19 per cent", "19%"),
        ("19 per cent", "19 percent"),
        ("£2.40 a ticket", "a ticket for 2.40 pounds"),
        ("40 pence", "£0.40"),
        ("40 cents", "$0.40"),
        ("40 cents", "€0.40"),
        ("£2.4 million", "£2,400,000"),
        ("two hundred and fifty people", "250 people"),
        ("80 000 people", "80,000 people"),
        ("2 400 000 people", "2.4 million people"),
        ("1 June", "June 1st"),
        ("the 3rd of May 2026", "May 3, 2026"),
        ("3 May 2026", "3 May, in 2026"),
        ("2026-05-03", "3 May 2026"),
        ("7 p.m.", "at 19:00"),
        ("7.30pm", "7:30 p.m."),
        ("12 a.m.", "00:00"),
        ("the 1990s", "the ’90s"),
        ("half of them", "50 per cent of them"),
        ("three quarters of them", "75% of them"),
        ("the 3rd storm", "the third storm"),
        ("two sisters", "both sisters"),
        ("11 to 8", "by 11-8"),
        ("a dozen eggs", "12 eggs"),
        ("aged 54", "a 54-year-old"),
        ("1 boat", "one boat"),
        ("by the A14", "by the a14"),
    ],
)
def test_a_number_in_another_form_is_kept(one: str, other: str) -> None:
    assert lost_numbers(one, other) == ([], [])
    assert lost_numbers(other, one) == ([], [])


@pytest.mark.parametrize(
    ("one", "other", "lost", "added"),
    [
        ("nine boats", "ninety boats", ["nine"], ["ninety"]),
        ("£40", "$40", ["£40"], ["$40"]),
        ("19 per cent", "19 points", ["19 per cent"], ["19"]),
        ("£2.4 million", "£2.5 million", ["£2.4 million"], ["£2.5 million"]),
        ("1 June", "June", ["1 June"], []),
        ("1 June", "1 July", ["1 June"], ["1 July"]),
        ("3 May 2026", "3 May", ["3 May 2026"], []),
        ("at 7pm.", "at 7 a.m.", ["7pm"], ["7 a.m."]),
        ("a third of them", "most of them", ["a third"], []),
        ("several boats", "dozens of boats", [], []),
        ("both sisters", "the sisters", [], []),
        ("two of 14 boats", "boats", ["two", "14"], []),
    ],
)
def test_another_value_is_lost_and_added(
    one: str, other: str, lost: list[str], added: list[str]
) -> None:
    found = lost_numbers(one, other)
    assert [each.text for each in found[0]] == lost
    assert [each.text for each in found[1]] == added


@given(st.integers(1, 10**9), st.integers(1, 10**9))
def test_groups_of_digits_do_not_matter(one: int, other: int) -> None:
    lost, added = lost_numbers(f"It cost £{one} in all.", f"It cost £{other:,} in all.")
    assert bool(lost) == bool(added) == (one != other)
