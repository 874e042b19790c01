"""The thresholds from which a sentence's tone is shown, on rows made by hand."""

import numpy as np
import pytest

from models.training.calibration.tone import choose_tone_thresholds, label_shares

NEGATIVE, NEUTRAL, POSITIVE = range(3)


def rows(*groups: tuple[int, float, int, int]) -> tuple[np.ndarray, np.ndarray]:
    """Probabilities and labels of groups: most probable label, its probability, true label, how
    many."""
    probabilities, labels = [], []
    for best, probability, label, count in groups:
        row = [(1 - probability) / 2] * 3
        row[best] = probability
        probabilities += [row] * count
        labels += [label] * count
    return np.array(probabilities), np.array(labels)


def as_common(shares: tuple[float, float, float]) -> np.ndarray:
    """A thousand unlabelled rows of which the network is sure, with these shares of labels."""
    counts = [round(share * 1000) for share in shares]
    return np.repeat(np.eye(3), counts, axis=0)


def test_the_lowest_threshold_that_is_right_often_enough() -> None:
    probabilities, labels = rows(
        (NEGATIVE, 0.9, NEGATIVE, 40),
        # With these 65 of 80 are right, four in five, without them 40 of 40.
        (NEGATIVE, 0.705, NEGATIVE, 25),
        (NEGATIVE, 0.705, NEUTRAL, 15),
        (NEUTRAL, 0.8, NEUTRAL, 60),
        (POSITIVE, 0.6, POSITIVE, 40),
    )
    found = choose_tone_thresholds(probabilities, labels, as_common((0.36, 0.42, 0.22)))
    assert found.negative == 0.71
    assert found.neutral == found.positive == 0.34


def test_what_looks_positive_must_be_so_where_positive_sentences_are_rare() -> None:
    probabilities, labels = rows(
        (POSITIVE, 0.905, POSITIVE, 40),
        (POSITIVE, 0.705, POSITIVE, 35),
        (POSITIVE, 0.705, NEUTRAL, 5),
        (NEUTRAL, 0.8, NEUTRAL, 70),
    )
    # Half are positive: 75 of 80 are right from 0.34 on. In the news one in ten is; then the 75
    # weigh 75 · 0.1 / 0.5 = 15 and the 5 weigh 5 · 0.9 / 0.5 = 9, so that 62 % would be right.
    assert choose_tone_thresholds(probabilities, labels, as_common((0, 0.5, 0.5))).positive == 0.34
    assert choose_tone_thresholds(probabilities, labels, as_common((0, 0.9, 0.1))).positive == 0.71


def test_a_label_that_is_never_right_or_seldom_given_is_not_shown() -> None:
    probabilities, labels = rows(
        (NEGATIVE, 0.9, NEUTRAL, 30), (NEUTRAL, 0.9, NEUTRAL, 30), (POSITIVE, 0.9, POSITIVE, 19)
    )
    found = choose_tone_thresholds(probabilities, labels, as_common((0.1, 0.6, 0.3)))
    assert (found.negative, found.neutral, found.positive) == (1.0, 0.34, 1.0)


def test_shares_of_labels_are_found_again() -> None:
    """Rows are drawn from two overlapping groups; the shares differ from those of calibration."""
    rng = np.random.default_rng(5)
    group = rng.random(20_000) < 0.1
    value = rng.normal(np.where(group, 1.0, -1.0), 1.0)
    # For equal groups at ±1 with a spread of 1 the log-odds are 2 · value (Bayes).
    likely = 1 / (1 + np.exp(-2 * value))
    found = label_shares(np.stack([1 - likely, likely], axis=1), np.array([0.5, 0.5]))
    assert found == pytest.approx([0.9, 0.1], abs=0.01)
