# ruff: noqa: E402 - scikit-learn is imported below
import pytest

pytest.importorskip("sklearn")
pytestmark = pytest.mark.torch

import numpy as np
from hypothesis import given
from hypothesis import strategies as st
from sklearn.metrics import f1_score, roc_auc_score

from models.evaluation.metrics import (
    auroc,
    bootstrap_draws,
    bootstrap_interval,
    macro_f1,
    word_counts,
)

LABELS = st.lists(st.integers(0, 2), min_size=2, max_size=40)


@given(st.data(), LABELS)
def test_macro_f1_agrees_with_scikit_learn(data: st.DataObject, labels: list[int]) -> None:
    predicted = data.draw(
        st.lists(st.sampled_from(labels), min_size=len(labels), max_size=len(labels))
    )
    expected = f1_score(labels, predicted, average="macro", zero_division=0)
    assert macro_f1(labels, predicted) == pytest.approx(expected)


@given(st.lists(st.tuples(st.booleans(), st.integers(0, 5)), min_size=3, max_size=40))
def test_auroc_agrees_with_scikit_learn(rows: list[tuple[bool, int]]) -> None:
    labels, scores = [r[0] for r in rows], [r[1] for r in rows]
    if len(set(labels)) == 2:
        assert auroc(labels, scores) == pytest.approx(roc_auc_score(labels, scores))
    else:
        assert np.isnan(auroc(labels, scores))


def test_word_counts_by_hand() -> None:
    text = "The vile regime slammed critics"
    found = [(4, 15)]  # vile regime
    gold = [(4, 8), (16, 23)]  # vile, slammed
    assert word_counts([text], [found], [gold]) == (1, 2, 2)


def test_bootstrap_interval_of_a_mean() -> None:
    # The standard error of a mean of 400 coin tosses is 0.025, so 95 % lie within ±0.049.
    values = np.array([0, 1] * 200)
    low, high = bootstrap_interval(lambda rows: float(values[rows].mean()), range(400))
    assert low == pytest.approx(0.451, abs=0.012)
    assert high == pytest.approx(0.549, abs=0.012)


def test_draws_without_a_score_are_left_out() -> None:
    labels = np.array([0, 0, 0, 1])
    low, high = bootstrap_interval(lambda rows: auroc(labels[rows], labels[rows]), range(4))
    assert (low, high) == (1.0, 1.0)


@given(st.lists(st.integers(0, 4), min_size=1, max_size=20), st.integers(0, 9))
def test_a_draw_holds_whole_groups_and_as_many_as_there_are(groups: list[int], seed: int) -> None:
    members = {key: [i for i, g in enumerate(groups) if g == key] for key in set(groups)}
    draws = list(bootstrap_draws(groups, draws=3, seed=seed))
    assert len(draws) == 3
    for rows in draws:
        counts = np.bincount(rows, minlength=len(groups))
        times = [counts[rows_of].tolist() for rows_of in members.values()]
        assert all(len(set(of_group)) == 1 for of_group in times)
        assert sum(of_group[0] for of_group in times) == len(members)
