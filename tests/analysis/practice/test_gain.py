"""The class's gain: Cohen's d_av against a published example, and its interval."""

from math import isnan

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from analysis.practice.class_figures import FEWEST
from analysis.practice.gain import gain

# Lakens 2013, Frontiers in Psychology 4:863, table 1: ratings of two films by ten people; the text
# gives means of 7.7 and 8.7, standard deviations of 0.95 and 0.82, and d of 1.13.
FILM_2 = [9, 6, 7, 8, 7, 9, 8, 8, 8, 7]
FILM_1 = [9, 7, 8, 9, 8, 9, 9, 10, 9, 9]


def test_d_is_that_of_the_published_example() -> None:
    found = gain(FILM_2, FILM_1)
    assert found is not None
    assert found.pairs == 10
    assert (found.mean_before, found.mean_after) == pytest.approx((7.7, 8.7))
    assert found.difference == pytest.approx(1.0)
    assert found.d == pytest.approx(1.13, abs=0.005)
    assert 0 < found.low < found.d < found.high


def test_both_the_other_way_round_is_the_loss() -> None:
    there, back = gain(FILM_2, FILM_1), gain(FILM_1, FILM_2)
    assert there is not None
    assert back is not None
    assert (back.d, back.low, back.high) == pytest.approx((-there.d, -there.high, -there.low))


def test_the_same_scores_give_the_same_interval_each_time() -> None:
    assert gain(FILM_2, FILM_1) == gain(FILM_2, FILM_1)


def test_an_interval_of_a_large_class_is_that_of_the_normal_theory() -> None:
    # Two unrelated tests of equal spread: the error of d is √(2/n), and little more from the
    # spread's own error while d is small (Cousineau 2020, for ρ = 0).
    rng = np.random.default_rng(3)
    before, after = rng.binomial(10, 0.5, 2000), rng.binomial(10, 0.52, 2000)
    found = gain(before.tolist(), after.tolist())
    assert found is not None
    half = 1.96 * np.sqrt(2 / 2000)
    assert (found.low, found.high) == pytest.approx((found.d - half, found.d + half), abs=0.01)


@pytest.mark.parametrize("pairs", range(FEWEST))
def test_fewer_than_five_have_no_gain(pairs: int) -> None:
    assert gain(FILM_2[:pairs], FILM_1[:pairs]) is None


@pytest.mark.parametrize(("before", "after"), [([5] * 6, [6] * 6), ([7] * 5, [7] * 5)])
def test_where_nothing_spreads_d_is_not_defined(before: list[int], after: list[int]) -> None:
    found = gain(before, after)
    assert found is not None
    assert found.difference == after[0] - before[0]
    assert all(map(isnan, (found.d, found.low, found.high)))


def test_scores_that_are_no_pairs_are_refused() -> None:
    with pytest.raises(ValueError, match="6 scores before, 5 after"):
        gain([1] * 6, [1] * 5)


@given(st.lists(st.tuples(st.integers(0, 10), st.integers(0, 10)), min_size=5, max_size=30))
def test_the_interval_lies_around_the_gain(scores: list[tuple[int, int]]) -> None:
    before, after = map(list, zip(*scores, strict=True))
    found = gain(before, after)
    assert found is not None
    if isnan(found.d):
        assert len(set(before)) == len(set(after)) == 1
    else:
        assert found.low <= found.high
        if {one - other for one, other in scores} == {0}:
            assert found.low == found.d == found.high == 0
