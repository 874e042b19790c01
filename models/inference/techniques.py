"""Which technique a loaded word or phrase is, where the model can tell."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

import numpy as np
from numpy.typing import ArrayLike, NDArray

from models.corpora import TECHNIQUE_NAMES
from models.inference.calibration import sigmoid
from models.inference.prediction import Word


def span_probabilities(
    offsets: Sequence[tuple[int, int]], logits: ArrayLike, span: tuple[int, int]
) -> NDArray[np.float64]:
    """Mean probability of each of `TECHNIQUE_NAMES` over the tokens of a span; float64 (14,).

    Args:
        offsets: character offsets of the sentence's tokens.
        logits: (tokens, 14).
        span: start and end in characters of the sentence; a token must touch it.
    """
    start, end = span
    inside = [i for i, (a, b) in enumerate(offsets) if a < end and start < b]
    return np.asarray(sigmoid(np.asarray(logits)[inside]).mean(axis=0))


def techniques_of(
    offsets: Sequence[tuple[int, int]],
    logits: ArrayLike,
    words: Sequence[Word],
    thresholds: Mapping[str, float],
) -> list[str]:
    """For each of `words` the technique that exceeds its threshold by the largest factor, or "".

    `thresholds` holds only techniques that may be named (`config.json`, chosen so that a name is
    right 6 times in 10 or oftener on held-out articles).
    """
    if not thresholds:
        return [""] * len(words)
    names = list(thresholds)
    columns = [TECHNIQUE_NAMES.index(name) for name in names]
    limits = np.array([thresholds[name] for name in names])
    found = []
    for start, end, _ in words:
        ratios = span_probabilities(offsets, logits, (start, end))[columns] / limits
        best = int(ratios.argmax())
        found.append(names[best] if ratios[best] >= 1 else "")
    return found
