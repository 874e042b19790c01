"""Calibration and thresholds, chosen with int8 models on rows they were not trained on."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from models.corpora import TECHNIQUE_NAMES, Example
from models.evaluation.figures.named_techniques import span_probabilities
from models.evaluation.metrics import word_counts
from models.evaluation.stored import read_crossval
from models.inference.calibration import (
    balanced,
    fit_balance,
    fit_scale_and_shift,
    fit_temperature,
    sigmoid,
)
from models.inference.onnx_classifier import OnnxClassifier
from models.inference.prediction import SENTIMENT_LABELS
from models.inference.release import Release
from models.inference.words import WordThresholds, word_probabilities, words_with

#: The outer bands are to be right at least this often on rows with clear votes.
BAND_PRECISION = 0.9


#: What is looked at: probabilities in hundredths, and shares of the likeliest word's.
WORD_THRESHOLDS = tuple(hundredths / 100 for hundredths in range(5, 60))
WORD_SHARES = (0.0, 0.3, 0.4, 0.5, 0.6, 0.7)

#: Of thresholds in flagged sentences whose F1 is this near to the best, the lowest is taken: from
#: 0.11 to 0.25 it changes by little more, and a loaded sentence without a named word, one in 20 of
#: those flagged out of fold at 0.11, one in 5 at 0.25, tells a reader nothing.
ALIKE_WORD_F1 = 0.002

#: A technique is named where that was right oftener than this on validation articles; the floor
#: on held-out ones is 0.6, and few spans decide. With 12 spans one was named at 0.65 here that was
#: right 40 times in 100 on the test articles.
TECHNIQUE_PRECISION = 0.65
TECHNIQUE_SPANS = 30

_NEUTRAL, _POSITIVE = (SENTIMENT_LABELS.index(label) for label in ("neutral", "positive"))


@dataclass(frozen=True)
class Scaling:
    """Platt scaling of a model's loaded logit and of its words'."""

    loaded_scale: float
    loaded_shift: float
    word_scale: float
    word_shift: float

    @classmethod
    def of(cls, release: Release) -> Scaling:
        """That of a release."""
        return cls(
            release.loaded_scale, release.loaded_shift, release.word_scale, release.word_shift
        )

    def loaded_of(self, logits: NDArray[np.float64]) -> NDArray[np.float64]:
        """Probabilities of loaded sentences."""
        return sigmoid(self.loaded_scale * logits + self.loaded_shift)

    def words_of(self, logits: NDArray[np.float64]) -> NDArray[np.float64]:
        """Probabilities of loaded words."""
        return sigmoid(self.word_scale * logits + self.word_shift)


@dataclass(frozen=True)
class Settings:
    """What `config.json` stores under `calibration` and `thresholds`: `scaling` is the release's,
    `of_folds` that of the folds' models."""

    sentiment_temperature: float
    sentiment_balance: float
    scaling: Scaling
    of_folds: Scaling
    neutral_below: float
    loaded_from: float
    word: WordThresholds
    techniques: dict[str, float]


@dataclass(frozen=True)
class OutOfFold:
    """A row of `crossval.csv` with its sentence: what a model that never saw it said of it."""

    example: Example
    loaded: float
    words: list[float]


def read_out_of_fold(folder: Path, babe: Sequence[Example], scheme: str) -> list[OutOfFold]:
    """The rows of one scheme of `folder`'s crossval.csv, joined to their sentences.

    Raises:
        ModelError: the file is missing or unreadable.
        KeyError: it names a row that `babe` does not hold.
    """
    of = {e.row: e for e in babe}
    stored = read_crossval(folder)
    return [
        OutOfFold(of[row], float(loaded), [float(logit) for logit in words.split()])
        for found, row, loaded, words in stored[["scheme", "row", "loaded", "words"]].to_numpy()
        if found == scheme
    ]


def choose_bands(probabilities: np.ndarray, labels: np.ndarray) -> tuple[float, float]:
    """(neutral_below, loaded_from): the widest outer bands that are right 9 times in 10.

    `neutral_below` is sought from 0.5 downwards, `loaded_from` from 0.5 upwards, in hundredths.
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
    # The bands must leave something between them, or doubt could never be shown.
    return min(neutral_below, 0.45), max(loaded_from, 0.55)


def word_scaling(rows: Sequence[OutOfFold]) -> tuple[float, float]:
    """(scale, shift) of the folds' models' word probability, from out-of-fold rows.

    Weighing in the sentence's own logit was tried and moved the F1 from 0.544 to 0.546.
    """
    logits, labels = [], []
    for row in _annotated(rows):
        for start, end, logit in words_with(row.example.text, row.words):
            logits.append(logit)
            labels.append(any(start < b and a < end for a, b in row.example.words or ()))
    return fit_scale_and_shift(logits, labels)


def choose_word_thresholds(
    rows: Sequence[OutOfFold], scaling: Scaling, neutral_below: float
) -> WordThresholds:
    """The thresholds of words with the highest word-level F1 on out-of-fold rows.

    First `neutral`, as if all sentences had it, then `share` and, for sentences from
    `neutral_below`, `flagged` together; of equals, for `flagged` of those that are nearly so
    (`ALIKE_WORD_F1`), the lowest.
    """
    rows = _annotated(rows)
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

    alike = {t: WordThresholds(t, t) for t in WORD_THRESHOLDS}
    of_all = {t: _f1(counts(w, False) + counts(w, True)) for t, w in alike.items()}
    neutral = max(of_all, key=of_all.__getitem__)
    reached: dict[tuple[float, float], float] = {}
    for share in WORD_SHARES:
        others = counts(WordThresholds(neutral, 0, share), False)
        for t in WORD_THRESHOLDS:
            mine = counts(WordThresholds(neutral, t, share), True)
            reached[share, t] = _f1(others + mine)
    best = max(reached, key=reached.__getitem__)
    share = best[0]
    flagged = min(
        t for (s, t), f1 in reached.items() if s == share and f1 >= reached[best] - ALIKE_WORD_F1
    )
    return WordThresholds(neutral, flagged, share)


def _annotated(rows: Sequence[OutOfFold]) -> list[OutOfFold]:
    return [row for row in rows if row.example.words is not None]


def _f1(counts: NDArray[np.int64]) -> float:
    true, claimed, real = counts.tolist()
    return float(2 * true / max(1, claimed + real))


def choose_techniques(classifier: OnnxClassifier, ptc: Sequence[Example]) -> dict[str, float]:
    """The lowest threshold of each technique at which naming it was right often enough.

    Looked at are the spans that `classifier` calls loaded in the validation articles; a name is
    right where an annotated span of that technique overlaps. Techniques that never reach
    `TECHNIQUE_PRECISION` on at least `TECHNIQUE_SPANS` spans are left out.
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


def sentiment_settings(
    classifier: OnnxClassifier, validation: Sequence[Example]
) -> tuple[float, float]:
    """(temperature, balance) of the sentiment, from validation sentences.

    The balance is the mean of two, those of the Stanford Treebank's negative and positive sentences
    and of NewsMTSC's: the ones judge sentences, but of films, the others people and bodies, but in
    the news.

    The temperature is of NewsMTSC's sentences whose targets agree. Those about several people or
    bodies, who must agree, are labelled more surely and are one in thirteen here: both kinds
    count the same, or the temperature would be that of one target.
    """
    reviews = [e for e in validation if e.corpus == "sst"]
    news = [e for e in validation if e.corpus == "newsmtsc" and e.sentiment_label is not None]

    def logits(rows: Sequence[Example]) -> NDArray[np.float32]:
        tokens = classifier.tokenize([e.text for e in rows])
        return classifier.logits([t.ids for t in tokens]).sentiment

    def balance_of(rows: Sequence[Example]) -> float:
        judged = [e for e in rows if e.sentiment_label != _NEUTRAL]
        return fit_balance(logits(judged), [e.sentiment_label == _POSITIVE for e in judged])

    balance = (balance_of(reviews) + balance_of(news)) / 2
    several = np.array([e.targets > 1 for e in news])
    weights = np.where(several, 1 / max(1, several.sum()), 1 / max(1, (~several).sum()))
    targets = np.array([e.sentiment for e in news])
    return fit_temperature(balanced(logits(news), balance), targets, weights), balance


def release_scaling(
    classifier: OnnxClassifier,
    folds: Sequence[OnnxClassifier],
    sentences: Sequence[str],
    of_folds: Scaling,
) -> Scaling:
    """The scaling with which the release agrees with the folds' calibrated models, or with another
    release that does.

    All of BABE's rows but its test rows were trained on, so none is left to calibrate by. The
    folds' models are calibrated on rows they did not see; the release is fitted to their mean
    probability on unlabelled `sentences` and of their words. With more plain sentences in training
    its logits are lower than theirs.
    """
    theirs = [_logits(fold, sentences) for fold in folds]
    loaded, words = _logits(classifier, sentences)
    likely = [of_folds.loaded_of(logits) for logits, _ in theirs]
    likely_words = [of_folds.words_of(logits) for _, logits in theirs]
    return Scaling(
        *fit_scale_and_shift(loaded, np.mean(likely, axis=0)),
        *fit_scale_and_shift(words, np.mean(likely_words, axis=0)),
    )


def _logits(
    classifier: OnnxClassifier, sentences: Sequence[str]
) -> tuple[NDArray[np.float64], NDArray[np.float64]]:
    """The loaded logit of each sentence, and of each word of all of them."""
    tokens = classifier.tokenize(sentences)
    logits = classifier.logits([t.ids for t in tokens])
    words = [
        logit
        for sentence, t, scores in zip(sentences, tokens, logits.words, strict=True)
        for *_, logit in word_probabilities(sentence, t.offsets, scores.tolist())
    ]
    return logits.loaded.astype(np.float64), np.array(words)


def loaded_settings(
    rows: Sequence[OutOfFold], unseen: Sequence[OutOfFold]
) -> tuple[float, float, float, float]:
    """(scale, shift, neutral_below, loaded_from).

    The calibration is of `rows`, out of fold by article. The bands are chosen on `unseen`, out of
    fold by outlet: readers bring articles of outlets that no training row is from, and bands
    chosen by article were right 87 to 88 times in 100 there.
    """
    scale, shift = fit_scale_and_shift(*_logits_and_labels(rows))
    logits, labels = _logits_and_labels([row for row in unseen if row.example.clear])
    return (scale, shift, *choose_bands(sigmoid(scale * logits + shift), labels))


def _logits_and_labels(rows: Sequence[OutOfFold]) -> tuple[np.ndarray, np.ndarray]:
    logits = np.array([row.loaded for row in rows])
    return logits, np.array([row.example.loaded_label for row in rows])
