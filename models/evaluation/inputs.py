"""What a release is measured on: rows of the sets with its predictions, and stored results."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import cached_property
from typing import TYPE_CHECKING

import numpy as np

from models.corpora import Example
from models.evaluation.desks import DeskSentence
from models.evaluation.figures.lines import articles, outlets, sentences
from models.evaluation.figures.shown_to_readers import JudgedSentence
from models.evaluation.stored import prediction_of, read_crossval
from models.inference.onnx_classifier import OnnxClassifier
from models.inference.prediction import Prediction
from models.invariance import Suite

if TYPE_CHECKING:
    import pandas as pd

#: By scheme of the folds the name in tables, and the units of the bootstrap: sentences for the
#: paper's folds, which divide articles, and what the other schemes don't divide.
SCHEMES = {
    "random": ("BABE 5-fold", sentences),
    "article": ("BABE folds by article", articles),
    "outlet": ("BABE folds by outlet", outlets),
}

#: Sets with test rows.
CORPORA = ("babe", "ptc", "newsmtsc", "sst")

#: Predictions of all rows by models trained without each row's fold, and the folds.
Folds = tuple[Prediction, np.ndarray]


@dataclass(frozen=True)
class Scored:
    """Sentences and the release's predictions."""

    examples: Sequence[Example]
    prediction: Prediction


@dataclass(frozen=True)
class Inputs:
    """What a release is measured on.

    Attributes:
        classifier: the release, in its folder with the results stored beside the weights.
        examples: all rows of the sets in `models.corpora`.
        suite: names and sentences for `models.invariance`.
        judged: sentences of whole articles; without any, what is measured on them is left out.
        news: sentences of unlabelled articles that the release was not made steady on.
        desks: plain sentences in vivid words.
    """

    classifier: OnnxClassifier
    examples: Sequence[Example]
    suite: Suite
    judged: Sequence[JudgedSentence] = ()
    news: Sequence[str] = ()
    desks: Sequence[DeskSentence] = ()

    def part(self, corpus: str, name: str) -> list[Example]:
        """Rows of a set that have the label that it is evaluated on."""
        return [e for e in self.examples if e.corpus == corpus and e.part == name and _labelled(e)]

    def scored(self, rows: Sequence[Example]) -> Scored:
        """Rows with the release's predictions."""
        return Scored(rows, self.classifier.predict([e.text for e in rows]))

    @cached_property
    def babe(self) -> list[Example]:
        """BABE's rows that the folds divide."""
        return self.part("babe", "train")

    @cached_property
    def test(self) -> dict[str, Scored]:
        """The test rows of each set."""
        return {corpus: self.scored(self.part(corpus, "test")) for corpus in CORPORA}

    @cached_property
    def folds(self) -> dict[str, Folds]:
        """The results stored beside the weights, by scheme."""
        stored = read_crossval(self.classifier.release.folder)
        return {
            scheme: _out_of_fold(stored[stored["scheme"] == scheme], self.babe, self.classifier)
            for scheme in SCHEMES
        }


def _labelled(example: Example) -> bool:
    """Whether a sentence has the label that its set is evaluated on."""
    if example.corpus == "sst":
        return example.sentiment_label != 1
    return example.loaded_label is not None or example.sentiment_label is not None


def _out_of_fold(
    stored: pd.DataFrame, babe: Sequence[Example], classifier: OnnxClassifier
) -> Folds:
    fold_of = dict(zip(stored["row"], stored["fold"], strict=True))
    release = classifier.release
    # The models of the folds have a calibration of their own.
    calibrated = replace(
        release,
        loaded_scale=release.fold_scale,
        loaded_shift=release.fold_shift,
        word_scale=release.fold_word_scale,
        word_shift=release.fold_word_shift,
    )
    prediction = prediction_of(stored, babe, calibrated)
    return prediction, np.array([fold_of[e.row] for e in babe], dtype=np.int64)
