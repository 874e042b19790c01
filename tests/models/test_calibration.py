import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from models.calibration import (
    expected_calibration_error,
    fit_scale_and_shift,
    fit_temperature,
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
