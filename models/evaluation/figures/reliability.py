"""Calibration of the probabilities, precision of the bands, and accuracy per outlet."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import numpy as np
from numpy.typing import ArrayLike, NDArray

from models.corpora import Example
from models.evaluation.figures.lines import Score, Units, accuracy_of, interval_of
from models.evaluation.figures.loaded import labels_of
from models.evaluation.metrics import LOADED_FROM, accuracy
from models.inference.calibration import expected_calibration_error
from models.inference.prediction import LoadedThresholds

BINS = 10
BANDS = ("not loaded", "uncertain", "loaded")

#: Outlets with fewer rows are not listed by themselves.
LEAST_ROWS = 30

#: Simulated label sets for the ECE that chance alone gives.
_SIMULATIONS = 200


def ece_of(confidences: ArrayLike, correct: ArrayLike) -> Score:
    """Expected calibration error as a function of rows."""
    given, so = np.asarray(confidences), np.asarray(correct)
    return lambda rows: expected_calibration_error(given[rows], so[rows], BINS)


def chance_error(confidences: NDArray[np.float64], seed: int = 7) -> float:
    """Mean ECE of a perfectly calibrated model on as many rows.

    In a bin of few rows the observed share differs from the probability by chance, and ECE adds up
    these differences without their sign, so on few rows it is well above 0 even then.
    """
    rng = np.random.default_rng(seed)
    drawn = rng.random((_SIMULATIONS, len(confidences))) < confidences
    return float(np.mean([expected_calibration_error(confidences, d, BINS) for d in drawn]))


def reliability(
    rows_of: str, confidences: ArrayLike, correct: ArrayLike, units: Units
) -> dict[str, Any]:
    """The calibration error and reliability diagram of some probabilities.

    Args:
        rows_of: which rows these are, for the card.
        confidences: predicted probabilities, 0…1.
        correct: 1 where the prediction is correct, else 0.
        units: what the bootstrap draws.

    Returns:
        ``rows_of``, ``rows``; ``ece`` (10 equal bins), ``low`` and ``high`` (its 95 % interval),
        ``chance`` (`chance_error`); ``bins``: ``confidence`` (mean), ``correct`` (share) and
        ``rows`` of each bin that has any.
    """
    given = np.asarray(confidences, dtype=np.float64)
    so = np.asarray(correct, dtype=np.float64)
    index = np.clip((given * BINS).astype(int), 0, BINS - 1)
    interval = interval_of(ece_of(given, so), units)
    return {
        "rows_of": rows_of,
        "rows": len(given),
        "ece": interval["value"],
        "low": interval["low"],
        "high": interval["high"],
        "chance": round(chance_error(given), 4),
        "bins": [
            {
                "confidence": round(float(given[index == b].mean()), 4),
                "correct": round(float(so[index == b].mean()), 4),
                "rows": int((index == b).sum()),
            }
            for b in range(BINS)
            if (index == b).any()
        ],
    }


def bands(
    rows_of: str,
    thresholds: LoadedThresholds,
    probabilities: NDArray[np.float64],
    examples: Sequence[Example],
    units: Units,
) -> dict[str, Any]:
    """How often the outer bands are right on rows with clear votes, and the share in each.

    Returns:
        ``rows_of``; ``rows`` (clear ones); per band ``share``, and for the outer ones, if they
        have any rows, ``right`` with ``low`` and ``high`` (95 % interval).
    """
    clear = np.flatnonzero([e.clear for e in examples])
    labels, units = labels_of(examples)[clear], units.of(clear)
    found = np.array([thresholds.band(float(p)) for p in probabilities[clear]])
    result: dict[str, Any] = {"rows_of": rows_of, "rows": len(clear)}
    for band in BANDS:
        result[band] = {"share": round(float((found == band).mean()), 4)}
    for band, label in (("not loaded", 0), ("loaded", 1)):
        here = np.flatnonzero(found == band)
        if len(here):
            right = accuracy_of(labels[here], np.full(len(here), label))
            interval = interval_of(right, units.of(here))
            result[band] |= {"right": interval["value"]}
            result[band] |= {"low": interval["low"], "high": interval["high"]}
    return result


def by_outlet(
    examples: Sequence[Example],
    unseen: NDArray[np.float64],
    seen: NDArray[np.float64],
) -> list[dict[str, Any]]:
    """Accuracy per outlet, from models that never saw the outlet and from models that did.

    Args:
        examples: rows that have an outlet.
        unseen: out-of-fold probabilities, folds by outlet.
        seen: out-of-fold probabilities, folds by article.

    Returns:
        per outlet of 30 rows or more ``outlet``, ``rows``, ``loaded_share`` (by votes),
        ``predicted_share`` and ``accuracy`` (outlet unseen), ``accuracy_seen``.
    """
    labels, names = labels_of(examples), np.array([e.outlet for e in examples])
    lines = []
    for outlet in sorted(set(names.tolist())):
        here = names == outlet
        if here.sum() < LEAST_ROWS:
            continue
        claimed = (unseen[here] >= LOADED_FROM).astype(np.int64)
        lines.append(
            {
                "outlet": outlet,
                "rows": int(here.sum()),
                "loaded_share": round(float(labels[here].mean()), 4),
                "predicted_share": round(float(claimed.mean()), 4),
                "accuracy": round(accuracy(labels[here], claimed), 4),
                "accuracy_seen": round(accuracy(labels[here], seen[here] >= LOADED_FROM), 4),
            }
        )
    return lines
