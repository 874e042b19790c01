"""Scores of classifiers, each with its definition."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence

import numpy as np
from numpy.typing import ArrayLike, NDArray

from models.inference.words import WORD

Spans = Sequence[tuple[int, int]]

#: A sentence counts as loaded from this probability in every figure that needs a yes or no.
LOADED_FROM = 0.5


def f1_of_class(labels: NDArray[np.int64], predicted: NDArray[np.int64], value: int) -> float:
    """2·TP / (2·TP + FP + FN) of one class; 0 where the class neither occurs nor is predicted."""
    true = int(((labels == value) & (predicted == value)).sum())
    total = int((labels == value).sum() + (predicted == value).sum())
    return 2 * true / total if total else 0.0


def macro_f1(labels: ArrayLike, predicted: ArrayLike) -> float:
    """Unweighted mean of the F1 of every class that occurs in `labels`, 0…1."""
    labels, predicted = np.asarray(labels), np.asarray(predicted)
    return float(np.mean([f1_of_class(labels, predicted, int(v)) for v in np.unique(labels)]))


def accuracy(labels: ArrayLike, predicted: ArrayLike) -> float:
    """Share of rows predicted right, 0…1."""
    return float((np.asarray(labels) == np.asarray(predicted)).mean())


def auroc(labels: ArrayLike, scores: ArrayLike) -> float:
    """Area under the ROC curve: P(score of a positive > score of a negative), ties half."""
    labels, scores = np.asarray(labels).astype(bool), np.asarray(scores, dtype=np.float64)
    _, inverse, counts = np.unique(scores, return_inverse=True, return_counts=True)
    ranks = (np.cumsum(counts) - (counts - 1) / 2)[inverse]
    positives, negatives = int(labels.sum()), int((~labels).sum())
    if not positives or not negatives:
        return float("nan")
    return float((ranks[labels].sum() - positives * (positives + 1) / 2) / (positives * negatives))


def share_interval(count: int, total: int) -> tuple[float, float]:
    """The 95 % interval of the share `count` / `total` (Wilson 1927), for shares of so few rows
    that a bootstrap, which never leaves 0 or 1, is too narrow."""
    share, square = count / total, 1.959964**2
    middle = share + square / (2 * total)
    half = (square * (share * (1 - share) / total + square / (4 * total * total))) ** 0.5
    low, high = (middle - half) / (1 + square / total), (middle + half) / (1 + square / total)
    return max(low, 0.0), min(high, 1.0)


def word_counts(
    texts: Sequence[str], found: Sequence[Spans], gold: Sequence[Spans]
) -> tuple[int, int, int]:
    """(true, claimed, real): loaded words found and right, found, and marked by annotators.

    A word counts as found or marked where a span touches it.
    """
    true = claimed = real = 0
    for text, ours, theirs in zip(texts, found, gold, strict=True):
        are_found, are_real = touched(text, ours), touched(text, theirs)
        claimed += sum(are_found)
        real += sum(are_real)
        true += sum(a and b for a, b in zip(are_found, are_real, strict=True))
    return true, claimed, real


def touched(text: str, spans: Spans) -> list[bool]:
    """Of each word of `text`, in order, whether one of the `spans` touches it."""
    places = [match.span() for match in WORD.finditer(text)]
    return [any(a < end and start < b for a, b in spans) for start, end in places]


def bootstrap_draws(
    groups: ArrayLike, draws: int = 500, seed: int = 7
) -> Iterator[NDArray[np.int64]]:
    """Row indexes of each draw of a bootstrap (Efron 1979) over groups of rows.

    As many groups as there are, are drawn with replacement, each with all its rows: rows of one
    article (or outlet) resemble each other, so single rows would make intervals too narrow.

    Args:
        groups: one key per row; with a key of its own for each row, rows are drawn.
        draws: how many.
        seed: of the generator; the same seed gives the same draws.
    """
    _, keys = np.unique(np.asarray(groups), return_inverse=True)
    members = np.split(np.argsort(keys, kind="stable"), np.cumsum(np.bincount(keys))[:-1])
    rng = np.random.default_rng(seed)
    for _ in range(draws):
        chosen = rng.integers(0, len(members), len(members))
        yield np.concatenate([members[i] for i in chosen])


def bootstrap_interval(
    score: Callable[[NDArray[np.int64]], float], groups: ArrayLike, draws: int = 500, seed: int = 7
) -> tuple[float, float]:
    """95 % percentile interval of `score(row indexes)` over `bootstrap_draws`.

    Draws for which the score is not defined (NaN) are left out.
    """
    values = [score(rows) for rows in bootstrap_draws(groups, draws, seed)]
    low, high = np.nanpercentile(values, [2.5, 97.5])
    return float(low), float(high)
