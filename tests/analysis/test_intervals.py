"""Intervals, against published examples and tables."""

from math import inf

import pytest
from hypothesis import given
from hypothesis import strategies as st

from analysis import intervals
from analysis.intervals import mean_difference, share_difference, share_interval


@pytest.mark.parametrize(
    ("count", "total", "low", "high"),
    [
        # Newcombe 1998, Statistics in Medicine 17, 857 to 872, table I, method 3.
        (81, 263, 0.2553, 0.3662),
        (15, 148, 0.0624, 0.1605),
        (0, 20, 0.0, 0.1611),
        (1, 29, 0.0061, 0.1718),
    ],
)
def test_a_share_s_interval_is_the_published_one(count, total, low, high) -> None:
    assert share_interval(count, total) == pytest.approx((low, high), abs=1e-4)


@pytest.mark.parametrize(
    ("first", "second", "low", "high"),
    [
        # Newcombe 1998, Statistics in Medicine 17, 873 to 890, table II, method 10.
        ((56, 70), (48, 80), 0.0524, 0.3339),
        ((9, 10), (3, 10), 0.1705, 0.8090),
        ((6, 7), (2, 7), 0.0582, 0.8062),
        ((5, 56), (0, 29), -0.0381, 0.1926),
    ],
)
def test_a_difference_of_shares_has_the_published_interval(first, second, low, high) -> None:
    assert share_difference(first, second) == pytest.approx((low, high), abs=1e-4)


@pytest.mark.parametrize(
    ("freedom", "quantile"),
    # Student's t, tables of any textbook.
    [(4, 2.776), (8, 2.306), (10, 2.228), (30, 2.042)],
)
def test_quantiles_are_those_of_the_tables(freedom, quantile) -> None:
    assert intervals.t_quantile(freedom) == pytest.approx(quantile, abs=0.002)


def test_a_difference_of_means_by_hand() -> None:
    # Means 3 and 7, variances 2.5 and 2.5: error 1, 8 degrees of freedom, quantile 2.306.
    low, high = mean_difference([1, 2, 3, 4, 5], [5, 6, 7, 8, 9])
    assert (low, high) == pytest.approx((-4 - 2.306, -4 + 2.306), abs=0.003)


def test_little_or_equal_values() -> None:
    assert mean_difference([0.5], [0.1, 0.2]) == (-inf, inf)
    assert mean_difference([0.5] * 3, [0.25] * 3) == (0.25, 0.25)


@given(st.integers(0, 40), st.integers(1, 40), st.integers(0, 40), st.integers(1, 40))
def test_an_interval_holds_its_share_and_turns_with_its_sides(a, n, b, m) -> None:
    a, b = min(a, n), min(b, m)
    low, high = share_interval(a, n)
    assert 0 <= low <= a / n + 1e-12
    assert a / n - 1e-12 <= high <= 1
    low, high = share_difference((a, n), (b, m))
    turned = share_difference((b, m), (a, n))
    assert turned == pytest.approx((-high, -low))
    assert low - 1e-12 <= a / n - b / m <= high + 1e-12
