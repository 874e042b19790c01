import numpy as np
import pytest

from analysis.desk.fit.features import DIMENSIONS
from analysis.desk.fit.regression import LIGHTLY, Penalty, regress


@pytest.mark.parametrize(
    "penalty", [Penalty(10, 30, 3), Penalty(1e3, 1e3, 1e3), Penalty(1, 1, 0.1)]
)
@pytest.mark.parametrize("rare", [False, True])
def test_no_other_weights_are_likelier(penalty, rare):
    """At the maximum of the penalised likelihood, written out here, each slope is 0."""
    rng = np.random.default_rng(4)
    rows, columns, many = 300, 1 + LIGHTLY + 6 + DIMENSIONS, 40
    values = np.column_stack([np.ones(rows), rng.normal(size=(rows, columns - 1))])
    words = np.sort(rng.integers(5, many, rows))
    accepted = (rng.random(rows) < (0.03 if rare else 0.6)).astype(float)
    found = regress(values, words, accepted, penalty, many)
    ridge = np.r_[
        1e-6, np.ones(LIGHTLY), np.full(6, penalty.forms), np.full(DIMENSIONS, penalty.vectors)
    ]
    odds = values @ found.weights + found.effects[words]
    left = accepted - 1 / (1 + np.exp(-odds))
    assert values.T @ left - ridge * found.weights == pytest.approx(0, abs=1e-3)
    slopes = np.zeros(many)
    np.add.at(slopes, words, left)
    assert slopes - penalty.words * found.effects == pytest.approx(0, abs=1e-3)
    assert not found.effects[:5].any()


def test_where_it_begins_makes_no_difference():
    rng = np.random.default_rng(5)
    values = np.column_stack([np.ones(200), rng.normal(size=(200, LIGHTLY + DIMENSIONS))])
    words, accepted = np.sort(rng.integers(0, 9, 200)), (rng.random(200) < 0.5).astype(float)
    first = regress(values, words, accepted, Penalty(10, 10, 3), 9)
    far = regress(values, words, accepted, Penalty(1, 1, 0.1), 9)
    again = regress(values, words, accepted, Penalty(10, 10, 3), 9, far)
    assert again.weights == pytest.approx(first.weights, abs=1e-4)


def test_all_alike_is_no_trouble():
    values = np.ones((50, 1 + LIGHTLY + DIMENSIONS))
    found = regress(values, np.zeros(50, np.int64), np.ones(50), Penalty(1, 1, 1), 1)
    assert np.isfinite(found.weights).all()
