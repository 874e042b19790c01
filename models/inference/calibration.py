"""Calibration: logits → probabilities that agree with observed frequencies."""

from __future__ import annotations

import numpy as np
from numpy.typing import ArrayLike, NDArray

Floats = NDArray[np.float64]


def sigmoid(logits: ArrayLike) -> Floats:
    """1 / (1 + e^−x), without overflow at either end."""
    return np.exp(-np.logaddexp(0.0, -np.asarray(logits, dtype=np.float64)))


def softmax(logits: ArrayLike) -> Floats:
    """Row-wise softmax of an (n, k) array."""
    shifted = np.asarray(logits, dtype=np.float64)
    shifted = shifted - shifted.max(axis=-1, keepdims=True)
    powers = np.exp(shifted)
    return np.asarray(powers / powers.sum(axis=-1, keepdims=True))


def balanced(logits: ArrayLike, balance: float) -> Floats:
    """(negative, neutral, positive) logits (n, 3) with `balance` added to the negative one and
    subtracted from the positive one."""
    shift: Floats = np.array([balance, 0.0, -balance])
    return np.asarray(logits, dtype=np.float64) + shift


def sentiment_probabilities(logits: ArrayLike, temperature: float, balance: float) -> Floats:
    """Probabilities of (negative, neutral, positive) from (n, 3) logits: `balanced`, then divided
    by `temperature`."""
    return softmax(balanced(logits, balance) / temperature)


def cross_entropy(
    probabilities: ArrayLike, targets: ArrayLike, weights: ArrayLike | None = None
) -> float:
    """Mean cross-entropy (nats) of (n, k) probabilities against (n, k) target distributions,
    weighted by `weights` (n,) where given."""
    logs = np.log(np.clip(np.asarray(probabilities, dtype=np.float64), 1e-12, None))
    rows = -(np.asarray(targets, dtype=np.float64) * logs).sum(axis=-1)
    return float(np.average(rows, weights=None if weights is None else np.asarray(weights)))


def fit_temperature(
    logits: ArrayLike, targets: ArrayLike, weights: ArrayLike | None = None
) -> float:
    """The temperature T that minimises the cross-entropy of softmax(logits / T).

    Guo et al. 2017 (arXiv 1706.04599). A grid over 0.3 … 4 is exact enough for one parameter.
    """
    logits = np.asarray(logits, dtype=np.float64)
    grid = np.geomspace(0.3, 4.0, 200)
    return float(min(grid, key=lambda t: cross_entropy(softmax(logits / t), targets, weights)))


def fit_scale_and_shift(logits: ArrayLike, targets: ArrayLike) -> tuple[float, float]:
    """(a, b) of sigmoid(a·x + b), Platt 1999, fitted by Newton's method to targets in 0…1.

    An L2 penalty on (a − 1, b), as strong as one row, prevents extreme values on few rows.
    """
    x = np.asarray(logits, dtype=np.float64)
    y = np.asarray(targets, dtype=np.float64)
    design = np.stack([x, np.ones_like(x)], axis=1)
    start = np.array([1.0, 0.0])

    def loss(weights: Floats) -> float:
        z = design @ weights
        return float((np.logaddexp(0, z) - y * z).sum() + ((weights - start) ** 2).sum() / 2)

    weights = start.copy()
    for _ in range(50):
        p = sigmoid(design @ weights)
        gradient = design.T @ (p - y) + (weights - start)
        hessian = (design * (p * (1 - p))[:, None]).T @ design + np.eye(2)
        step = np.linalg.solve(hessian, gradient)
        # Far from the minimum a full Newton step can overshoot: halve it until the loss decreases.
        while loss(weights - step) > loss(weights) and np.abs(step).max() >= 1e-9:
            step = step / 2
        weights -= step
        if np.abs(step).max() < 1e-9:
            break
    return float(weights[0]), float(weights[1])


def fit_balance(logits: ArrayLike, positive: ArrayLike) -> float:
    """The balance (see `balanced`) with which negative and positive rows are separated best.

    `logits` (n, 3) are of rows that are negative or positive, `positive` (n,) is 1 where they are
    positive. It is the decision boundary of Platt scaling on the difference of the two logits.
    """
    logits = np.asarray(logits, dtype=np.float64)
    scale, shift = fit_scale_and_shift(logits[:, 2] - logits[:, 0], positive)
    return -shift / scale / 2


def expected_calibration_error(confidences: ArrayLike, correct: ArrayLike, bins: int = 10) -> float:
    """ECE with equal-width bins: mean |accuracy − confidence| weighted by bin size, 0…1."""
    confidences = np.asarray(confidences, dtype=np.float64)
    correct = np.asarray(correct, dtype=np.float64)
    index = np.clip((confidences * bins).astype(int), 0, bins - 1)
    error = 0.0
    for b in range(bins):
        here = index == b
        if here.any():
            error += here.mean() * abs(correct[here].mean() - confidences[here].mean())
    return float(error)
