"""One line of the table of scores: a metric of several systems on the same rows, with intervals."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import ArrayLike, NDArray

from models.corpora import Example
from models.evaluation.metrics import accuracy, auroc, bootstrap_interval, macro_f1, word_counts

Rows = NDArray[np.int64]
Spans = Sequence[tuple[int, int]]

#: A metric of the rows with these indexes.
Score = Callable[[Rows], float]


@dataclass(frozen=True)
class Units:
    """What a bootstrap draws: `name` of the unit (plural) and the key of each row's unit."""

    name: str
    keys: NDArray[np.str_]

    def of(self, rows: Rows) -> Units:
        """The units of some of the rows."""
        return Units(self.name, self.keys[rows])

    @property
    def count(self) -> int:
        """How many different units there are."""
        return len(set(self.keys.tolist()))


def sentences(examples: Sequence[Example]) -> Units:
    """Each row by itself."""
    return Units("sentences", np.array([str(i) for i in range(len(examples))]))


def articles(examples: Sequence[Example]) -> Units:
    """Rows grouped by article."""
    return Units("articles", np.array([f"{e.corpus} {e.group}" for e in examples]))


def outlets(examples: Sequence[Example]) -> Units:
    """Rows grouped by outlet."""
    return Units("outlets", np.array([e.outlet for e in examples]))


def macro_f1_of(labels: ArrayLike, predicted: ArrayLike) -> Score:
    """Macro-F1 as a function of rows."""
    truth, claimed = np.asarray(labels), np.asarray(predicted)
    return lambda rows: macro_f1(truth[rows], claimed[rows])


def auroc_of(labels: ArrayLike, scores: ArrayLike) -> Score:
    """AUROC as a function of rows."""
    truth, given = np.asarray(labels), np.asarray(scores)
    return lambda rows: auroc(truth[rows], given[rows])


def accuracy_of(labels: ArrayLike, predicted: ArrayLike) -> Score:
    """Share of rows predicted right as a function of rows."""
    truth, claimed = np.asarray(labels), np.asarray(predicted)
    return lambda rows: accuracy(truth[rows], claimed[rows])


def word_f1_of(texts: Sequence[str], found: Sequence[Spans], gold: Sequence[Spans]) -> Score:
    """Word-level F1, words counted over all of the rows, as a function of rows."""
    return f1_of([word_counts([t], [f], [g]) for t, f, g in zip(texts, found, gold, strict=True)])


def f1_of(counts: ArrayLike) -> Score:
    """F1 as a function of rows, from each row's (true, claimed, real); 0 where all are 0."""
    of_rows = np.asarray(counts)

    def f1(rows: Rows) -> float:
        true, claimed, real = of_rows[rows].sum(axis=0)
        return float(2 * true / ((claimed + real) or 1))

    return f1


def interval_of(score: Score, units: Units) -> dict[str, float]:
    """``value`` of a score over all rows, ``low`` and ``high`` of its 95 % interval."""
    low, high = bootstrap_interval(score, units.keys)
    value = score(np.arange(len(units.keys)))
    return {"value": round(value, 4), "low": round(low, 4), "high": round(high, 4)}


def line(task: str, metric: str, units: Units, scores: Mapping[str, Score]) -> dict[str, Any]:
    """One line of the table as it is stored in `metrics.json`.

    Returns:
        ``task``, ``metric``, ``rows``; ``resampled`` and ``units``, what the intervals' bootstrap
        draws and how many of them there are; ``scores``: per system an `interval_of`.
    """
    return {
        "task": task,
        "metric": metric,
        "rows": len(units.keys),
        "resampled": units.name,
        "units": units.count,
        "scores": {system: interval_of(score, units) for system, score in scores.items()},
    }
