"""Scores of a ranking in which the positive rows should stand first."""

from __future__ import annotations

import numpy as np
from numpy.typing import ArrayLike, NDArray


def average_precision(labels: ArrayLike, scores: ArrayLike) -> float:
    """Σ (Rₙ − Rₙ₋₁) Pₙ over the different scores from the highest on, with the precision Pₙ and the
    recall Rₙ of the rows that have that score or a higher one (Manning, Raghavan and Schütze 2008,
    chapter 8); NaN without a positive row."""
    precision, recall = _curve(labels, scores)
    return float((np.diff(recall, prepend=0.0) * precision).sum())


def recall_at_precision(labels: ArrayLike, scores: ArrayLike, precision: float) -> float:
    """The largest share of the positive rows that a threshold finds of which the given precision
    holds; 0 where it holds of none, NaN without a positive row."""
    of, recall = _curve(labels, scores)
    if np.isnan(recall).any():
        return float("nan")
    return float(recall[of >= precision].max(initial=0.0))


def _curve(labels: ArrayLike, scores: ArrayLike) -> tuple[NDArray[np.float64], NDArray[np.float64]]:
    """Precision and recall at each different score, from the highest on."""
    so, given = np.asarray(labels).astype(bool), np.asarray(scores, dtype=np.float64)
    order = np.argsort(-given, kind="stable")
    # Rows of the same score can't be told apart, so only the last of them is a threshold.
    last = np.append(np.diff(given[order]) != 0, True)
    right = np.cumsum(so[order])[last].astype(np.float64)
    claimed = np.flatnonzero(last) + 1.0
    positives = float(so.sum())
    return right / claimed, right / positives if positives else np.full(len(right), np.nan)
