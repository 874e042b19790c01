"""Months in order, without a gap."""

from __future__ import annotations

import pytest

from analysis.corpus.archive.questions.months import whole


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
