"""Thresholds of a release, chosen with int8 models on rows that they were not trained on."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from models.corpora import TECHNIQUE_NAMES, Example
from models.evaluation.figures.named_techniques import span_probabilities
from models.evaluation.metrics import word_counts
from models.inference.calibration import sigmoid
from models.inference.onnx_classifier import OnnxClassifier
from models.inference.words import WordThresholds, words_with
from models.training.calibration.out_of_fold import OutOfFold, with_words
from models.training.calibration.scaling import Scaling, loaded_scaling

#: Least precision of the outer bands on rows with clear votes.
BAND_PRECISION = 0.9

#: The grid of word thresholds: probabilities, and shares of the sentence's highest probability.
WORD_THRESHOLDS = tuple(hundredths / 100 for hundredths in range(5, 60))
WORD_SHARES = (0.0, 0.3, 0.4, 0.5, 0.6, 0.7)

#: Of the thresholds in flagged sentences whose F1 is at most this much below the best, the lowest
#: is chosen: from 0.11 to 0.25 F1 changes by little more, and a flagged sentence without a loaded
#: word, which explains nothing, is one in 20 at 0.11 and one in 5 at 0.25 (out of fold).
F1_TOLERANCE = 0.002

#: Least precision of a technique on validation articles, on at least so many spans. The floor on
#: held-out articles is 0.6; with 12 spans a technique had a precision of 0.65 here and of 0.40 on
#: the test articles.
TECHNIQUE_PRECISION = 0.65
TECHNIQUE_SPANS = 30


def choose_bands(probabilities: np.ndarray, labels: np.ndarray) -> tuple[float, float]:
    """(neutral_below, loaded_from): the widest outer bands with a precision of `BAND_PRECISION`.

    `neutral_below` is searched from 0.5 downwards, `loaded_from` from 0.5 upwards, in hundredths.
    """
    above = [
        t
        for t in np.arange(0.50, 0.96, 0.01)
        if (probabilities >= t).any() and labels[probabilities >= t].mean() >= BAND_PRECISION
    ]
    below = [
        t
        for t in np.arange(0.50, 0.04, -0.01)
        if (probabilities < t).any() and 1 - labels[probabilities < t].mean() >= BAND_PRECISION
    ]
    loaded_from = round(float(above[0]), 2) if above else 0.95
    neutral_below = round(float(below[0]), 2) if below else 0.05
    # An uncertain band always remains between them.
    return min(neutral_below, 0.45), max(loaded_from, 0.55)


def choose_word_thresholds(
    rows: Sequence[OutOfFold], scaling: Scaling, neutral_below: float
) -> WordThresholds:
    """The word thresholds with the highest word-level F1 on out-of-fold rows.

    First `neutral`, as one threshold for all sentences; then `share` and `flagged`, the threshold
    in sentences from `neutral_below` on, in one grid search. Of equal ones the lowest is chosen,
    and for `flagged` the lowest within `F1_TOLERANCE` of the best.
    """
    rows = with_words(rows)
    words = [
        words_with(row.example.text, scaling.words_of(np.array(row.words)).tolist()) for row in rows
    ]
    loaded = scaling.loaded_of(np.array([row.loaded for row in rows]))

    def counts(thresholds: WordThresholds, flagged: bool) -> NDArray[np.int64]:
        """`word_counts` of the sentences that are flagged, or of those that are not."""
        chosen = np.flatnonzero((loaded >= neutral_below) == flagged)
        texts = [rows[i].example.text for i in chosen]
        found = [
            [(start, end) for start, end, _ in thresholds.phrases(text, words[i], flagged)]
            for i, text in zip(chosen, texts, strict=True)
        ]
        return np.array(word_counts(texts, found, [rows[i].example.words or () for i in chosen]))

    uniform = {t: WordThresholds(t, t) for t in WORD_THRESHOLDS}
    of_all = {t: _f1(counts(w, False) + counts(w, True)) for t, w in uniform.items()}
    neutral = max(of_all, key=of_all.__getitem__)
    scores: dict[tuple[float, float], float] = {}
    for share in WORD_SHARES:
        unflagged = counts(WordThresholds(neutral, 0, share), False)
        for t in WORD_THRESHOLDS:
            flagged_counts = counts(WordThresholds(neutral, t, share), True)
            scores[share, t] = _f1(unflagged + flagged_counts)
    best = max(scores, key=scores.__getitem__)
    share = best[0]
    flagged = min(
        t for (s, t), f1 in scores.items() if s == share and f1 >= scores[best] - F1_TOLERANCE
    )
    return WordThresholds(neutral, flagged, share)


def _f1(counts: NDArray[np.int64]) -> float:
    true, claimed, real = counts.tolist()
    return float(2 * true / max(1, claimed + real))


def choose_techniques(classifier: OnnxClassifier, ptc: Sequence[Example]) -> dict[str, float]:
    """The lowest threshold of each technique with which its precision is high enough.

    Measured on the spans that `classifier` calls loaded in the validation articles `ptc`; a named
    technique is right where an annotated span of it overlaps. Techniques without a threshold that
    gives `TECHNIQUE_PRECISION` on at least `TECHNIQUE_SPANS` spans are left out.
    """
    texts = [e.text for e in ptc]
    tokens = classifier.tokenize(texts)
    logits = classifier.logits([t.ids for t in tokens], techniques=True)
    words = classifier.loaded_words(texts, tokens, logits)
    scores, right = [], []
    for e, t, named, phrases in zip(ptc, tokens, logits.techniques, words, strict=True):
        for start, end, _ in phrases:
            scores.append(span_probabilities(t.offsets, named, (start, end)))
            gold = {k for a, b, k in e.techniques or () if a < end and start < b}
            right.append([k in gold for k in range(len(TECHNIQUE_NAMES))])
    if not scores:
        return {}
    chosen = {}
    for k, name in enumerate(TECHNIQUE_NAMES):
        column, hits = np.array(scores)[:, k], np.array(right)[:, k]
        for threshold in np.arange(0.05, 0.95, 0.01):
            named_here = column >= threshold
            if named_here.sum() < TECHNIQUE_SPANS:
                break
            if hits[named_here].mean() >= TECHNIQUE_PRECISION:
                chosen[name] = round(float(threshold), 2)
                break
    return chosen


def loaded_settings(
    rows: Sequence[OutOfFold], unseen_outlets: Sequence[OutOfFold]
) -> tuple[float, float, float, float]:
    """(scale, shift, neutral_below, loaded_from).

    The calibration is fitted on `rows`, out of fold by article, the bands are chosen on
    `unseen_outlets`, out of fold by outlet: articles that readers bring are from outlets without
    training rows, and for these the bands chosen by article had a precision of 0.87 to 0.88.
    """
    scale, shift = loaded_scaling(rows)
    clear = [row for row in unseen_outlets if row.example.clear]
    logits = np.array([row.loaded for row in clear])
    labels = np.array([row.example.loaded_label for row in clear])
    return (scale, shift, *choose_bands(sigmoid(scale * logits + shift), labels))
