"""Weigh the evidence on the pairs that may be tuned on, and choose where the bands begin."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

import numpy as np
from numpy.typing import NDArray

from analysis.comparison.alignment.evidence import candidates
from analysis.comparison.alignment.weights import Weights
from tests.bench.same_event.gold import SAME, Judged

if TYPE_CHECKING:
    from models.inference.voices.network import Voices

STRENGTH = 0.3
"""Of the regression's penalty (scikit-learn's C), over evidence in standard units: the best of 0.1,
0.3, 1 and 3 by average precision over events left out."""

PRECISION = 0.93
"""Least precision, over events left out, from which pairs are called the same fact: above the 0.90
that is promised, as new articles are not those that it was chosen on."""

POSSIBLE = 1 / 3
"""Least share of the pairs called possibly the same that are."""


def fit(given: Sequence[Judged], network: Voices) -> tuple[Weights, dict[str, float]]:
    """Return the weights, and what was found over events left out: the average precision of either
    regression, and precision and recall from the threshold of the same fact on.

    The second regression is fitted on the first one's logits over events left out, as on those that
    it was fitted on it is too sure.
    """
    evidence, said, labels, events, all_same = _table(given, network)
    first, second = np.empty(len(labels)), np.empty(len(labels))
    for held in (events == event for event in sorted(set(events))):
        weights, constant = _regression(evidence[~held], labels[~held])
        first[held] = evidence[held] @ weights + constant
    both = np.column_stack([first, said])
    for held in (events == event for event in sorted(set(events))):
        weights, constant = _regression(both[~held], labels[~held])
        second[held] = both[held] @ weights + constant
    probabilities = 1 / (1 + np.exp(-second))
    same_from, precision, recall = _threshold(probabilities, labels, all_same, PRECISION)
    below = probabilities < same_from
    possibly_from = _least(probabilities[below], labels[below], POSSIBLE)
    weights, constant = _regression(evidence, labels)
    then, then_constant = _regression(both, labels)
    from sklearn.metrics import average_precision_score

    return (
        Weights(
            weights=tuple(weights.tolist()),
            constant=constant,
            first=float(then[0]),
            network=tuple(then[1:].tolist()),
            then=then_constant,
            same_fact_from=same_from,
            possibly_from=possibly_from,
        ),
        {
            "average_precision_of_evidence": float(average_precision_score(labels, first)),
            "average_precision": float(average_precision_score(labels, second)),
            "precision": precision,
            "recall": recall,
        },
    )


def _table(
    given: Sequence[Judged], network: Voices
) -> tuple[NDArray[np.float64], NDArray[np.float64], NDArray[np.bool_], NDArray[np.str_], int]:
    evidence, said, labels, events = [], [], [], []
    for one in given:
        found = candidates(one.texts_a, one.texts_b, network)
        evidence.append(found.evidence)
        pairs = [(one.texts_a[i], one.texts_b[j]) for i, j in found.places]
        said.append(network.said_values(pairs))
        labels += [one.label(place) == SAME for place in found.places]
        events += [one.event] * len(found.places)
    return (
        np.concatenate(evidence),
        np.concatenate(said),
        np.array(labels),
        np.array(events),
        sum(one.same for one in given),
    )


def _regression(
    evidence: NDArray[np.float64], labels: NDArray[np.bool_]
) -> tuple[NDArray[np.float64], float]:
    """Return weights and constant for the evidence as it is, fitted over standard units."""
    from sklearn.linear_model import LogisticRegression

    mean, spread = evidence.mean(0), evidence.std(0)
    found = LogisticRegression(C=STRENGTH, max_iter=5000).fit((evidence - mean) / spread, labels)
    weights = found.coef_[0] / spread
    return weights, float(found.intercept_[0] - weights @ mean)


def _threshold(
    probabilities: NDArray[np.float64], labels: NDArray[np.bool_], all_same: int, precision: float
) -> tuple[float, float, float]:
    """Return the lowest threshold that keeps ``precision``, with the precision and recall there."""
    threshold = _least(probabilities, labels, precision)
    shown = labels[probabilities >= threshold]
    return threshold, float(shown.mean()), float(shown.sum() / all_same)


def _least(
    probabilities: NDArray[np.float64], labels: NDArray[np.bool_], precision: float
) -> float:
    """Return the lowest probability down to which the pairs above it keep ``precision``."""
    order = np.argsort(-probabilities)
    shares = labels[order].cumsum() / np.arange(1, len(order) + 1)
    kept = np.flatnonzero(shares >= precision)
    return float(probabilities[order][kept[-1]]) if len(kept) else 1.0
