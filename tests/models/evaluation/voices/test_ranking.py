import math

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from models.evaluation.voices.ranking import average_precision, recall_at_precision


@pytest.mark.parametrize(
    ("labels", "scores", "expected"),
    [
        # By hand: precision 1/1, 2/3 at the positives, each half of the recall.
        ([1, 0, 1, 0], [0.9, 0.8, 0.7, 0.1], 0.5 * 1 + 0.5 * 2 / 3),
        ([1, 1, 0], [3, 2, 1], 1.0),
        ([0, 1], [2, 1], 0.5),
        # All alike: one threshold, whose precision is the share of positives.
        ([1, 0, 0, 0], [5, 5, 5, 5], 0.25),
        # Two of the same score count together: 1/2 for the first half, 2/3 for the second.
        ([1, 0, 1], [2, 2, 1], 0.5 * 1 / 2 + 0.5 * 2 / 3),
    ],
)
def test_average_precision_is_that_worked_out_by_hand(labels, scores, expected):
    assert average_precision(labels, scores) == pytest.approx(expected)


@pytest.mark.parametrize(
    ("precision", "expected"),
    # Positives at ranks 1, 2, 4 of 5: precision 1, 1, 2/3, 3/4, 3/5.
    [(1.0, 2 / 3), (0.9, 2 / 3), (0.75, 1.0), (0.6, 1.0)],
)
def test_recall_is_the_largest_at_which_the_precision_holds(precision, expected):
    found = recall_at_precision([1, 1, 0, 1, 0], [5, 4, 3, 2, 1], precision)
    assert found == pytest.approx(expected)


def test_recall_is_nothing_where_the_precision_never_holds():
    assert recall_at_precision([0, 1, 0], [3, 2, 1], 0.9) == 0.0


def test_without_a_positive_row_neither_is_defined():
    assert math.isnan(average_precision([0, 0], [1, 2]))
    assert math.isnan(recall_at_precision([0, 0], [1, 2], 0.9))


@given(
    st.lists(st.tuples(st.booleans(), st.integers(0, 5)), min_size=1, max_size=30).filter(
        lambda rows: any(label for label, _ in rows)
    )
)
def test_average_precision_agrees_with_its_definition_counted_row_by_row(rows):
    positives = sum(label for label, _ in rows)
    expected, before = 0.0, 0.0
    for threshold in sorted({score for _, score in rows}, reverse=True):
        above = [label for label, score in rows if score >= threshold]
        recall = sum(above) / positives
        expected += (recall - before) * sum(above) / len(above)
        before = recall
    labels, scores = np.array([r[0] for r in rows]), np.array([r[1] for r in rows])
    assert average_precision(labels, scores) == pytest.approx(expected)
