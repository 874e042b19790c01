"""Temperatures and thresholds, chosen on validation rows with the int8 model that ships."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from models.calibration import fit_scale_and_shift, fit_temperature, sigmoid
from models.corpora import Example
from models.metrics import word_counts
from models.onnx_classifier import OnnxClassifier
from models.words import loaded_phrases, word_probabilities

#: The outer bands are to be right at least this often on rows with clear votes.
BAND_PRECISION = 0.9


@dataclass(frozen=True)
class Settings:
    """What `config.json` stores under `calibration` and `thresholds`."""

    sentiment_temperature: float
    loaded_scale: float
    loaded_shift: float
    neutral_below: float
    loaded_from: float
    word: float


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


def choose_word_threshold(
    texts: Sequence[str],
    words: Sequence[list[tuple[int, int, float]]],
    gold: Sequence[tuple[tuple[int, int], ...]],
) -> float:
    """The threshold with the highest word-level F1, in hundredths."""

    def f1(threshold: float) -> float:
        found = [
            [(s, e) for s, e, _ in loaded_phrases(t, w, threshold)]
            for t, w in zip(texts, words, strict=True)
        ]
        true, claimed, real = word_counts(texts, found, gold)
        return 2 * true / max(1, claimed + real)

    return round(float(max(np.arange(0.10, 0.70, 0.01), key=f1)), 2)


def choose_settings(classifier: OnnxClassifier, validation: Sequence[Example]) -> Settings:
    """Fit on the validation part of BABE (loaded, words) and NewsMTSC (sentiment)."""
    babe = [e for e in validation if e.corpus == "babe"]
    news = [e for e in validation if e.corpus == "newsmtsc" and e.sentiment_label is not None]

    logits = classifier.logits([t.ids for t in classifier.tokenize([e.text for e in news])])
    temperature = fit_temperature(logits.sentiment, np.array([e.sentiment for e in news]))

    tokens = classifier.tokenize([e.text for e in babe])
    logits = classifier.logits([t.ids for t in tokens])
    labels = np.array([e.loaded_label for e in babe])
    scale, shift = fit_scale_and_shift(logits.loaded, labels)
    probabilities = sigmoid(scale * logits.loaded + shift)
    clear = np.array([e.clear for e in babe])
    neutral_below, loaded_from = choose_bands(probabilities[clear], labels[clear])

    marked = [i for i, e in enumerate(babe) if e.words is not None]
    word = choose_word_threshold(
        [babe[i].text for i in marked],
        [
            word_probabilities(babe[i].text, tokens[i].offsets, sigmoid(logits.words[i]).tolist())
            for i in marked
        ],
        [babe[i].words or () for i in marked],
    )
    return Settings(temperature, scale, shift, neutral_below, loaded_from, word)
