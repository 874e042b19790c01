"""Propaganda techniques of loaded spans: could a release name any, being right often enough?

Slant shows a technique only from a release on that names it with a precision of 0.6 or more on
held-out articles. None has so far, so at run time none is worked out.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

import numpy as np
from numpy.typing import ArrayLike, NDArray

from models.corpora import TECHNIQUE_NAMES, Example
from models.evaluation.figures.lines import Rows, Units, interval_of
from models.inference.calibration import sigmoid
from models.inference.onnx_classifier import OnnxClassifier
from models.inference.prediction import Prediction, Word

#: A technique is shown to readers only if its name is right at least this often.
LEAST_PRECISION = 0.6


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

    Techniques without one of the `thresholds` are never named.
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


def name_techniques(
    classifier: OnnxClassifier, texts: Sequence[str], thresholds: Mapping[str, float]
) -> list[list[str]]:
    """For each sentence the technique of each of its loaded words as `techniques_of` gives it;
    nothing is computed where there are no `thresholds`, as no line is made then."""
    if not thresholds:
        return [[] for _ in texts]
    tokens = classifier.tokenize(texts)
    logits = classifier.logits([t.ids for t in tokens], techniques=True)
    words = classifier.loaded_words(texts, tokens, logits)
    return [
        techniques_of(t.offsets, scores, found, thresholds)
        for t, scores, found in zip(tokens, logits.techniques, words, strict=True)
    ]


def technique_lines(
    prediction: Prediction,
    named: Sequence[Sequence[str]],
    examples: Sequence[Example],
    units: Units,
    thresholds: Mapping[str, float],
) -> list[dict[str, Any]]:
    """Precision of every technique that the release names, in the order of its settings.

    A claimed span is right where a gold span of the same technique overlaps it.

    Args:
        prediction: of each sentence.
        named: the techniques of its loaded words, from `name_techniques`.
        examples: the sentences with their annotated techniques.
        units: what the bootstrap draws.
        thresholds: of the techniques that the release names.

    Returns:
        per technique ``technique``; ``threshold``; ``claimed`` (spans), ``right``; ``precision``
        with ``low`` and ``high`` (95 % interval over `units`), which are missing where no span
        was claimed; ``gold`` (spans that annotators marked) and ``found``, how many of these a
        claimed span overlaps.
    """
    return [
        {
            "technique": name,
            "threshold": threshold,
            **_figures(name, prediction, named, examples, units),
        }
        for name, threshold in thresholds.items()
    ]


def _figures(
    name: str,
    prediction: Prediction,
    named: Sequence[Sequence[str]],
    examples: Sequence[Example],
    units: Units,
) -> dict[str, Any]:
    counts = np.array(
        [
            _counts(name, words, of_words, example)
            for words, of_words, example in zip(prediction.words, named, examples, strict=True)
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
