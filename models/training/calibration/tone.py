"""Thresholds of the tone: from which probability a sentence's sentiment is shown to readers."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from models.corpora import Example
from models.inference.onnx_classifier import OnnxClassifier
from models.inference.prediction import SENTIMENT_LABELS, ToneThresholds

#: A sentiment is shown where it is right at least so often: a wrong mark beside a sentence makes
#: readers doubt all others, a missing one does not.
TONE_PRECISION = 0.8

#: So often it must be right on the validation rows themselves: the lowest threshold that looks good
#: on some rows is a little worse on others.
TONE_PRECISION_OF_ROWS = 0.85

#: Fewest rows on which a precision is taken.
LEAST_ROWS = 20

#: Instead of the share of a label that does not occur, so that nothing is divided by zero.
_TINY = 1e-9

_POSITIVE = SENTIMENT_LABELS.index("positive")


def label_shares(
    probabilities: NDArray[np.floating], shares: NDArray[np.float64]
) -> NDArray[np.float64]:
    """How common each label is among unlabelled rows, by expectation maximisation.

    Saerens, Latinne and Decaestecker 2002 (Neural Computation 14): probabilities that were
    calibrated where the labels have the `shares` are weighted by how much commoner each label is
    among the new rows, and the means of the weighted ones are the new shares, until they stay.

    Args:
        probabilities: (n, labels) of the unlabelled rows.
        shares: (labels,) of the rows that the probabilities are calibrated for; sum 1.
            A label that does not occur among them is not found among the new ones either.
    """
    given = np.asarray(probabilities, dtype=np.float64)
    found, some = shares, np.maximum(shares, _TINY)
    for _ in range(1_000):
        weighted = given * (found / some)
        weighted /= np.maximum(weighted.sum(axis=1, keepdims=True), _TINY)
        before, found = found, weighted.mean(axis=0)
        if np.abs(found - before).max() < 1e-7:
            break
    return found


def choose_tone_thresholds(
    probabilities: NDArray[np.floating],
    labels: NDArray[np.int64],
    unlabelled: NDArray[np.floating],
) -> ToneThresholds:
    """The lowest thresholds, in hundredths, from which each sentiment is right often enough.

    Among at least `LEAST_ROWS` validation rows a sentiment must reach `TONE_PRECISION_OF_ROWS` as
    they are, and `TONE_PRECISION` with the rows weighted so that positive ones are as common among
    them as among the unlabelled sentences. NewsMTSC's sentences are about people who are praised
    or blamed, and more than a quarter are positive; in the news one in eight is, so that most
    sentences that look positive by a little are neutral there. Only the share of positive ones is
    corrected: on 19 articles that a reader had judged, the estimate was near for them (4 % against
    6 %) and far off for negative ones (11 % against 37 %, as grim facts look neutral to the
    network).

    Args:
        probabilities: (n, 3) of validation rows.
        labels: (n,) of the same rows, indexes into `SENTIMENT_LABELS`.
        unlabelled: (m, 3), probabilities of sentences of the news.

    A sentiment that no threshold makes right often enough gets 1, and so is hardly ever shown.
    """
    shares = np.bincount(labels, minlength=len(SENTIMENT_LABELS)) / len(labels)
    positive = label_shares(unlabelled, shares)[_POSITIVE]
    weights = np.where(
        labels == _POSITIVE,
        positive / max(shares[_POSITIVE], _TINY),
        (1 - positive) / max(1 - shares[_POSITIVE], _TINY),
    )
    best = probabilities.argmax(axis=1)
    chosen = []
    for label in range(len(SENTIMENT_LABELS)):
        chosen.append(1.0)
        for hundredths in range(34, 100):
            shown = (best == label) & (probabilities[:, label] >= hundredths / 100)
            if shown.sum() < LEAST_ROWS:
                break
            right = labels[shown] == label
            weighted = np.average(right, weights=weights[shown])
            if right.mean() >= TONE_PRECISION_OF_ROWS and weighted >= TONE_PRECISION:
                chosen[label] = hundredths / 100
                break
    return ToneThresholds(*chosen)


def tone_settings(
    classifier: OnnxClassifier, validation: Sequence[Example], unlabelled: Sequence[str]
) -> ToneThresholds:
    """The tone thresholds of a calibrated `classifier`.

    Args:
        classifier: the release, with its temperature and balance.
        validation: validation rows; NewsMTSC's whose targets agree are used.
        unlabelled: sentences of the news.
    """
    rows = [e for e in validation if e.corpus == "newsmtsc" and e.sentiment_label is not None]
    return choose_tone_thresholds(
        classifier.predict([e.text for e in rows]).sentiment,
        np.array([e.sentiment_label for e in rows], dtype=np.int64),
        classifier.predict(unlabelled).sentiment,
    )
