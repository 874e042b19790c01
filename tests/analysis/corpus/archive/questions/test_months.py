"""Months in order, without a gap."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from analysis.corpus.archive.questions.months import MOST_EMPTY, left_out, places, whole


@pytest.mark.parametrize(
    ("months", "expected"),
    [
        ([], []),
        ([""], [""]),
        (["2020-03"], ["2020-03"]),
        (["2020-02", "", "2019-11"], ["", "2019-11", "2019-12", "2020-01", "2020-02"]),
        # A mistaken date does not make a thousand years of empty months.
        (["1020-02", "2019-11"], ["1020-02", "2019-11"]),
    ],
)
def test_months_between_are_filled_in(months: list[str], expected: list[str]) -> None:
    assert whole(months) == expected


@pytest.mark.parametrize(
    ("months", "missing"),
    [
        ([], []),
        ([""], []),
        (["", "2020-03", "2019-11"], []),
        (["2020-03", "2023-04"], []),
        (["2020-03", "2023-05"], [("2020-04", "2023-04")]),
        (["", "2050-01", "2020-12", "1800-01"], [("1800-02", "2020-11"), ("2021-01", "2049-12")]),
    ],
)
def test_months_of_many_years_without_anything_are_left_out(
    months: list[str], missing: list[tuple[str, str]]
) -> None:
    assert left_out(months) == missing


def test_a_stretch_that_is_left_out_has_one_place_on_an_axis() -> None:
    assert places(whole(["2050-01", "2020-11", "", "2021-01"])) == {
        "": 0,
        "2020-11": 1,
        "2020-12": 2,
        "2021-01": 3,
        "2050-01": 5,
    }


@given(st.lists(st.dates(), min_size=1, max_size=30))
def test_every_month_that_is_given_has_a_place_and_the_order_is_that_of_time(
    days: list[date],
) -> None:
    months = [f"{day:%Y-%m}".zfill(7) for day in days]
    found = places(whole(months))
    assert set(months) <= set(found)
    assert [*found] == sorted(found)
    assert [*found.values()] == sorted(set(found.values()))
    assert max(found.values()) < len(set(months)) * (MOST_EMPTY + 2)
