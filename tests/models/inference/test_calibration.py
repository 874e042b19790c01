import math

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from models.inference.calibration import (
    expected_calibration_error,
    fit_balance,
    fit_scale_and_shift,
    fit_temperature,
    sentiment_probabilities,
    sigmoid,
    softmax,
)


def test_sigmoid_at_known_points_and_extremes() -> None:
    # 1 / (1 + 1/3) = 0.75 at x = ln 3
    assert sigmoid([0.0, np.log(3), -1000.0, 1000.0]) == pytest.approx([0.5, 0.75, 0.0, 1.0])


@given(st.lists(st.lists(st.floats(-200, 200), min_size=3, max_size=3), min_size=1, max_size=5))
def test_softmax_rows_sum_to_one(rows: list[list[float]]) -> None:
    assert softmax(rows).sum(axis=1) == pytest.approx(np.ones(len(rows)))


def test_temperature_undoes_a_known_sharpening() -> None:
    rng = np.random.default_rng(1)
    logits = rng.normal(size=(4000, 3))
    labels = np.array([rng.choice(3, p=row) for row in softmax(logits)])
    assert fit_temperature(2.5 * logits, np.eye(3)[labels]) == pytest.approx(2.5, rel=0.1)


def test_scale_and_shift_find_the_generating_ones() -> None:
    rng = np.random.default_rng(2)
    x = rng.normal(size=6000)
    y = rng.random(6000) < sigmoid(1.7 * x - 0.6)
    scale, shift = fit_scale_and_shift(x, y)
    assert scale == pytest.approx(1.7, abs=0.12)
    assert shift == pytest.approx(-0.6, abs=0.12)


def test_scale_and_shift_stay_finite_on_separable_rows() -> None:
    scale, shift = fit_scale_and_shift([-1.0, 1.0], [0, 1])
    assert np.isfinite([scale, shift]).all()
    assert 0 < scale < 10


def test_scale_and_shift_are_found_far_from_where_the_search_begins() -> None:
    # Whole Newton steps led to a scale of 563 here. scikit-learn's logistic regression, which has
    # no ridge: 0.2020 and −0.7927.
    steps = np.arange(-80, 81)
    scale, shift = fit_scale_and_shift(4 + steps / 10, (steps > 0) != (steps % 4 == 0))
    assert (scale, shift) == pytest.approx((0.2020, -0.7927), abs=0.05)


def test_calibration_error_by_hand() -> None:
    # bin 0.2–0.3: confidence 0.25, one of two right, gap 0.25; bin 0.9–1: confidence 0.9, all
    # right, gap 0.1; weighted by half each: 0.175
    assert expected_calibration_error([0.25, 0.25, 0.9, 0.9], [1, 0, 1, 1]) == pytest.approx(0.175)


def test_rows_weighted_twice_count_as_two_rows() -> None:
    logits = np.array([[2.0, 0.0, -1.0], [0.5, 0.0, 0.2], [1.0, 3.0, 0.0]])
    targets = np.eye(3)[[0, 2, 1]]
    twice = [0, 1, 1, 2]
    assert fit_temperature(logits, targets, [1, 2, 1]) == fit_temperature(
        logits[twice], targets[twice]
    )


def test_sentiment_probabilities_tilt_before_they_divide():
    found = sentiment_probabilities([[0.0, 1.0, 2.0]], 2.0, 0.5)
    # (0 + 0.5, 1, 2 − 0.5) / 2, by hand
    powers = np.array([math.exp(0.25), math.exp(0.5), math.exp(0.75)])
    assert found[0] == pytest.approx(powers / powers.sum())


def test_balance_is_where_negative_and_positive_are_as_likely():
    rng = np.random.default_rng(8)
    negative, positive = rng.normal(0, 2, 20_000), rng.normal(0.8, 2, 20_000)
    chance = 1 / (1 + np.exp(-(positive - negative - 0.8)))
    labels = rng.random(20_000) < chance
    logits = np.stack([negative, np.zeros(20_000), positive], axis=1)
    balance = fit_balance(logits, labels)
    assert balance == pytest.approx(0.4, abs=0.03)
    middle = sentiment_probabilities([[0.0, -9.0, 0.8]], 1.0, balance)
    assert middle[0, 0] == pytest.approx(middle[0, 2], abs=0.03)
