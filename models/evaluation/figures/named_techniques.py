"""Techniques of loaded spans: how often a name that is shown is right."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

import numpy as np

from models.corpora import TECHNIQUE_NAMES, Example
from models.evaluation.figures.lines import Rows, Units, interval_of
from models.inference.prediction import Prediction

#: A technique is shown to readers only if its name is right at least this often.
LEAST_PRECISION = 0.6


def technique_lines(
    prediction: Prediction,
    examples: Sequence[Example],
    units: Units,
    thresholds: Mapping[str, float],
) -> list[dict[str, Any]]:
    """Precision of every technique that the release names, in the order of its settings.

    A claimed span is right where a gold span of the same technique overlaps it.

    Returns:
        per technique ``technique``; ``threshold``; ``claimed`` (spans), ``right``; ``precision``
        with ``low`` and ``high`` (95 % interval over `units`), which are missing where no span
        was claimed; ``gold`` (spans that annotators marked) and ``found``, how many of these a
        claimed span overlaps.
    """
    return [
        {"technique": name, "threshold": threshold, **_figures(name, prediction, examples, units)}
        for name, threshold in thresholds.items()
    ]


def _figures(
    name: str, prediction: Prediction, examples: Sequence[Example], units: Units
) -> dict[str, Any]:
    counts = np.array(
        [
            _counts(name, words, named, example)
            for words, named, example in zip(
                prediction.words, prediction.techniques, examples, strict=True
            )
        ]
    )
    claimed, right, gold, found = (int(total) for total in counts.sum(axis=0))
    figures: dict[str, Any] = {"claimed": claimed, "right": right, "gold": gold, "found": found}
    if claimed:

        def precision(rows: Rows) -> float:
            made = counts[rows, 0].sum()
            return float(counts[rows, 1].sum() / made) if made else float("nan")

        interval = interval_of(precision, units)
        figures["precision"] = interval["value"]
        figures |= {"low": interval["low"], "high": interval["high"]}
    return figures


def _counts(
    name: str, words: Sequence[tuple[int, int, float]], named: Sequence[str], example: Example
) -> tuple[int, int, int, int]:
    """(claimed, right, gold, found) of one technique in one sentence."""
    ours = [(s, e) for (s, e, _), technique in zip(words, named, strict=True) if technique == name]
    theirs = [(s, e) for s, e, index in example.techniques or () if TECHNIQUE_NAMES[index] == name]

    def overlapping(spans: list[tuple[int, int]], others: list[tuple[int, int]]) -> int:
        return sum(any(a < end and start < b for a, b in others) for start, end in spans)

    return len(ours), overlapping(ours, theirs), len(theirs), overlapping(theirs, ours)
