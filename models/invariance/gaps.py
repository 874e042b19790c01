"""Gaps between the mean scores of names on the same sentences, and label flips by swaps."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

import numpy as np
from numpy.typing import NDArray

Scores = NDArray[np.float64]


def gap(means: Mapping[str, float]) -> dict[str, Any]:
    """The largest difference between two means, and whose they are.

    Returns ``gap`` (largest minus smallest mean, 0 or more), ``highest`` and ``lowest`` (their
    keys; of equals the first).

    Raises:
        ValueError: there are no means.
    """
    highest, lowest = max(means, key=means.__getitem__), min(means, key=means.__getitem__)
    return {"gap": means[highest] - means[lowest], "highest": highest, "lowest": lowest}


def means_by(labels: Sequence[str], scores: Scores) -> dict[str, float]:
    """Mean of all scores in the rows of each label; `scores` is (labels, sentences)."""
    rows = np.asarray(labels)
    return {label: float(scores[rows == label].mean()) for label in dict.fromkeys(labels)}


def spread(names: Sequence[str], groups: Sequence[str], scores: Scores) -> dict[str, Any]:
    """How one score varies over the names of a kind; the columns are the same neutral sentences.

    Args:
        names: one per row of `scores`, each once.
        groups: one per row, the group that the name is counted in.
        scores: float64 (names, sentences).

    Returns:
        ``mean`` of all scores; ``low`` and ``high``, the smallest and largest single score;
        ``names``: the `gap` between the means of single names (the strict figure, the one held
        against the aim); ``groups``: the `gap` between the means of groups of names.
    """
    return {
        "mean": float(scores.mean()),
        "low": float(scores.min()),
        "high": float(scores.max()),
        "names": gap(means_by(names, scores)),
        "groups": gap(means_by(groups, scores)),
    }


def by_training(
    names: Sequence[str], trained: NDArray[np.bool_], scores: Scores
) -> dict[str, dict[str, Any]]:
    """The gap between names that occur in training, and between names that don't.

    Returns ``trained`` and ``new``, each the `gap` between the means of these names and ``count``,
    the number of names; one without names is left out.
    """
    parts = {"trained": np.flatnonzero(trained).tolist(), "new": np.flatnonzero(~trained).tolist()}
    return {
        part: {**gap(means_by([names[i] for i in rows], scores[rows])), "count": len(rows)}
        for part, rows in parts.items()
        if len(rows)
    }


def flip_share(first: NDArray[Any], second: NDArray[Any]) -> float:
    """Share (0…1) of rows whose label differs between two arrays of labels; 0 of no rows."""
    return float((first != second).mean()) if len(first) else 0.0
