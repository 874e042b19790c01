"""Choosing penalty and threshold, and measuring the choice, on articles that were not seen.

Flags of one article are alike, so an article is either fitted on or measured, never both. The
figures come from nested cross-validation (Varma and Simon 2006, BMC Bioinformatics 7:91): in each
part the penalty and the threshold are chosen anew without it, as measuring on what chose them would
flatter.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

from analysis.desk.fit.regression import Penalty, Regression, log_loss, regress, sigmoid

if TYPE_CHECKING:
    from numpy.typing import NDArray

PARTS, INNER_PARTS = 5, 3
"""Into how many parts the articles are divided for measuring, and for choosing inside of that."""

PENALTIES = (
    Penalty(forms=1e3, vectors=1e3, words=1e3),
    Penalty(forms=30.0, vectors=30.0, words=3.0),
    Penalty(forms=10.0, vectors=10.0, words=3.0),
    Penalty(forms=10.0, vectors=3.0, words=1.0),
)
"""What is tried, the strongest first: almost only the model's probabilities, then more and more of
what the words say."""


@dataclass(frozen=True)
class Sample:
    """Decided flags, ordered by word: ``values`` begin with a column of ones, ``words`` are numbers
    under ``many`` in ascending order, ``accepted`` is 0 or 1, ``articles`` are numbers."""

    values: NDArray[np.float64]
    words: NDArray[np.int64]
    accepted: NDArray[np.float64]
    articles: NDArray[np.int64]
    many: int

    def only(self, chosen: NDArray[np.bool_]) -> Sample:
        """Return the chosen flags; the order by word stays."""
        return Sample(
            self.values[chosen],
            self.words[chosen],
            self.accepted[chosen],
            self.articles[chosen],
            self.many,
        )


@dataclass(frozen=True)
class Chosen:
    """A regression on a whole sample, with the penalty and the threshold that were chosen."""

    regression: Regression
    penalty: Penalty
    threshold: float

    def probabilities(self, sample: Sample) -> NDArray[np.float64]:
        """Return the probability of each flag to be accepted."""
        return sigmoid(self.regression.log_odds(sample.values, sample.words))


def choose(sample: Sample, floor: float, rng: np.random.Generator) -> Chosen:
    """Return the fit of a sample, its penalty and threshold chosen by cross-validation."""
    parts = _parts(sample.articles, INNER_PARTS, rng)
    unseen = np.zeros((len(PENALTIES), len(sample.accepted)))
    for part in range(INNER_PARTS):
        test = parts == part
        if not test.any() or test.all():
            continue
        fitted, measured = sample.only(~test), sample.only(test)
        start: Regression | None = None
        for number, penalty in enumerate(PENALTIES):
            start = _regress(fitted, penalty, start)
            unseen[number, test] = start.log_odds(measured.values, measured.words)
    losses = [log_loss(sample.accepted, odds) for odds in unseen]
    best = int(np.argmin(losses))
    threshold = threshold_of(sigmoid(unseen[best]), sample.accepted > 0.5, floor)
    return Chosen(_regress(sample, PENALTIES[best], None), PENALTIES[best], threshold)


def stays_unseen(sample: Sample, floor: float, rng: np.random.Generator) -> NDArray[np.bool_]:
    """Return for each flag whether it would stay by a fit made, penalty and threshold too, without
    the articles of its part."""
    parts = _parts(sample.articles, PARTS, rng)
    stays = np.ones(len(sample.accepted), bool)
    for part in range(PARTS):
        test = parts == part
        if not test.any() or test.all():
            continue
        chosen = choose(sample.only(~test), floor, rng)
        stays[test] = chosen.probabilities(sample.only(test)) >= chosen.threshold
    return stays


def threshold_of(
    probabilities: NDArray[np.float64], accepted: NDArray[np.bool_], floor: float
) -> float:
    """Return the threshold with the highest precision among those that keep at least the share
    ``floor`` of the accepted flags; of equal ones the lowest. 0 holds nothing back."""
    order = np.argsort(-probabilities, kind="stable")
    ordered = probabilities[order]
    right = np.cumsum(accepted[order])
    # Flags of one probability stay or go together: only the last of each run is a possible end.
    ends = np.flatnonzero(np.append(np.diff(ordered) != 0, True))
    kept = right[ends] / max(int(right[-1]), 1)
    precision = right[ends] / (ends + 1)
    allowed = kept >= floor
    if not allowed.any():
        return 0.0
    precision[~allowed] = -1
    # The last of the best ones, as probabilities fall: the lowest threshold.
    best = len(precision) - 1 - int(np.argmax(precision[::-1]))
    if best == len(precision) - 1:
        return 0.0
    end = ends[best]
    # Between two probabilities, so that rounding does not move a flag across.
    return float((ordered[end] + ordered[end + 1]) / 2)


def _regress(sample: Sample, penalty: Penalty, start: Regression | None) -> Regression:
    return regress(sample.values, sample.words, sample.accepted, penalty, sample.many, start)


def _parts(articles: NDArray[np.int64], parts: int, rng: np.random.Generator) -> NDArray[np.int64]:
    """Return the part (from 0) of each flag; all flags of an article are in one."""
    names, of = np.unique(articles, return_inverse=True)
    turn = np.arange(len(names)) % parts
    rng.shuffle(turn)
    return np.asarray(turn[of], np.int64)
