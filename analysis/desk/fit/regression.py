"""A logistic regression with shrunken effects of single words.

The log odds that a flag is accepted are an intercept, a weighted sum of its values, and an effect
of its word. Weights and effects are normal around 0 (ridge; the effects are random intercepts,
estimated by their mode), so a word that was judged twice moves its effect little, one judged twenty
times a lot.

Newton's method. The effects' part of the Hessian is a diagonal, as a flag has one word, so that a
step solves for the weights alone (Schur complement): a millisecond for 5,000 flags.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

from analysis.desk.fit.features import DIMENSIONS

if TYPE_CHECKING:
    from numpy.typing import NDArray

    Floats = NDArray[np.float64]
    Numbers = NDArray[np.int64]

MOST_STEPS, CLOSE_ENOUGH = 25, 1e-5
"""Most steps, and the largest change of a weight at which it ends."""

LIGHTLY = 7
"""How many values, from the first, are drawn to 0 lightly: what is known to matter."""

_ALMOST_FREE = 1e-6
"""Penalty of the intercept: none but for what keeps a singular matrix solvable."""


@dataclass(frozen=True)
class Penalty:
    """How strongly weights are drawn to 0: one over their variance.

    ``forms`` is that of forms and places, ``vectors`` that of the vector (the last values),
    ``words`` that of the effects of single words. Weights of the first ``LIGHTLY`` values, which
    the model's probabilities are among, have the penalty 1.
    """

    forms: float
    vectors: float
    words: float


@dataclass(frozen=True)
class Regression:
    """What was fitted: ``weights``, the intercept first, and ``effects``, one per word."""

    weights: Floats
    effects: Floats

    def log_odds(self, values: Floats, words: Numbers) -> Floats:
        """Return the log odds of flags; ``values`` begin with a column of ones."""
        return np.asarray(values @ self.weights + self.effects[words])


def regress(
    values: Floats,
    words: Numbers,
    accepted: Floats,
    penalty: Penalty,
    many: int,
    start: Regression | None = None,
) -> Regression:
    """Return the regression of ``accepted`` (0 or 1) on values and words.

    ``values`` begin with a column of ones; ``words`` are numbers under ``many``, in ascending
    order; words without a flag get no effect. ``start`` is where the search begins.
    """
    columns = values.shape[1]
    ridge = np.full(columns, penalty.forms)
    ridge[-DIMENSIONS:] = penalty.vectors
    ridge[1 : 1 + LIGHTLY] = 1.0
    ridge[0] = _ALMOST_FREE
    weights = np.zeros(columns) if start is None else start.weights.copy()
    effects = np.zeros(many) if start is None else start.effects.copy()
    first = np.flatnonzero(np.diff(words, prepend=-1))
    present = words[first]
    absent = np.ones(many, bool)
    absent[present] = False
    effects[absent] = 0
    for _ in range(MOST_STEPS):
        chance = sigmoid(values @ weights + effects[words])
        spread = chance * (1 - chance)
        off = accepted - chance
        pull = values.T @ off - ridge * weights
        word_pull = np.add.reduceat(off, first) - penalty.words * effects[present]
        weighted = values * spread[:, None]
        both = np.add.reduceat(weighted, first, axis=0)
        inner = np.add.reduceat(spread, first) + penalty.words
        outer = values.T @ weighted
        outer[np.diag_indices(columns)] += ridge
        shared = both / inner[:, None]
        step = np.linalg.solve(outer - both.T @ shared, pull - shared.T @ word_pull)
        word_step = (word_pull - both @ step) / inner
        # Far from the solution a full step can overshoot; no sum of log odds needs more than this.
        largest = max(float(np.abs(step).max()), float(np.abs(word_step).max()))
        held = min(1.0, 2.0 / largest) if largest > 0 else 1.0
        weights += held * step
        effects[present] += held * word_step
        if largest < CLOSE_ENOUGH:
            break
    return Regression(weights, effects)


def sigmoid(log_odds: Floats) -> Floats:
    """Return the probability of log odds."""
    return np.asarray(1 / (1 + np.exp(-np.clip(log_odds, -30, 30))))


def log_loss(accepted: Floats, log_odds: Floats) -> float:
    """Return the mean negative log likelihood of ``accepted`` (0 or 1)."""
    return float(np.mean(np.logaddexp(0, log_odds) - accepted * log_odds))
