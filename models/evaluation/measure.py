"""All figures of a release, from its weights, its stored results and the labelled sets."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from datetime import date
from typing import TYPE_CHECKING, Any

import numpy as np

from models.corpora import Example
from models.evaluation.figures.annotators import annotator_lines
from models.evaluation.figures.faithfulness import faithfulness
from models.evaluation.figures.lines import Units, articles, outlets, sentences
from models.evaluation.figures.loaded import (
    auroc_line,
    labels_of,
    loaded_lines,
    systems,
    systems_of_folds,
)
from models.evaluation.figures.marked_words import word_line, word_systems, word_systems_of_folds
from models.evaluation.figures.named_techniques import name_techniques, technique_lines
from models.evaluation.figures.quantization import quantization
from models.evaluation.figures.reliability import bands, by_outlet, reliability
from models.evaluation.figures.sentiment import news_line, review_line, sentiment_labels
from models.evaluation.figures.shown_to_readers import JudgedSentence, shown_to_readers
from models.evaluation.floors import compare_with_floors, read_floors
from models.evaluation.stored import prediction_of, read_crossval, read_float
from models.inference.onnx_classifier import OnnxClassifier
from models.inference.prediction import Prediction, joined
from models.invariance import Suite, invariance
from models.training.data.name_templates import read_name_templates

if TYPE_CHECKING:
    import pandas as pd

_INTERVAL = "95 % percentile bootstrap, 500 draws of whole articles or outlets where there are any"

#: By scheme of the folds the name in tables, and the units of the bootstrap: sentences for the
#: paper's folds, which divide articles, and what the other schemes don't divide.
_SCHEMES = {
    "random": ("BABE 5-fold", sentences),
    "article": ("BABE folds by article", articles),
    "outlet": ("BABE folds by outlet", outlets),
}


@dataclass(frozen=True)
class Scored:
    """Sentences and the release's predictions."""

    examples: Sequence[Example]
    prediction: Prediction


def evaluate(
    classifier: OnnxClassifier,
    examples: Sequence[Example],
    suite: Suite,
    judged: Sequence[JudgedSentence] = (),
) -> dict[str, Any]:
    """Every figure, as it is stored in `metrics.json`.

    Args:
        classifier: the release, in its folder with the results stored beside the weights.
        examples: all rows of the sets in `models.corpora`.
        suite: names and sentences for `models.invariance`.
        judged: sentences of whole articles; without any, what is measured on them is left out.

    Raises:
        ModelError: results stored beside the weights are missing or of other rows.
        DataError: the table of floors or of names in training can't be read.
    """
    release = classifier.release
    crossval, before = read_crossval(release.folder), read_float(release.folder)

    def part(corpus: str, name: str) -> list[Example]:
        return [e for e in examples if e.corpus == corpus and e.part == name and _labelled(e)]

    def scored(rows: Sequence[Example]) -> Scored:
        return Scored(rows, classifier.predict([e.text for e in rows]))

    babe = part("babe", "train")
    test = {corpus: scored(part(corpus, "test")) for corpus in ("babe", "ptc", "newsmtsc", "sst")}
    folds = {
        scheme: _out_of_fold(crossval[crossval["scheme"] == scheme], babe, classifier)
        for scheme in _SCHEMES
    }
    metrics: dict[str, Any] = {
        "model": classifier.name,
        "version": classifier.version,
        "evaluated": date.today().isoformat(),
        "interval": _INTERVAL,
        "table": [
            *_fold_lines(babe, folds),
            *_test_lines(test, {corpus: part(corpus, "train") for corpus in test}),
        ],
        "annotators": annotator_lines(babe, folds["article"][0], articles(babe)),
        "calibration": _calibration(
            babe,
            folds["article"][0],
            test,
            scored([e for e in examples if (e.corpus, e.part) == ("sst", "test")]),
            scored(part("newsmtsc", "validation")),
        ),
        **_bands(classifier, babe, folds["outlet"][0], test["babe"]),
        **shown_to_readers(classifier, examples, judged),
        "outlets": by_outlet(
            babe, *(folds[scheme][0].loaded.astype(np.float64) for scheme in ("outlet", "article"))
        ),
        "quantization": quantization(
            {corpus: rows.examples for corpus, rows in test.items()},
            {corpus: rows.prediction for corpus, rows in test.items()},
            {
                corpus: prediction_of(before[before["corpus"] == corpus], rows.examples, release)
                for corpus, rows in test.items()
            },
        ),
        "faithfulness": _faithfulness(classifier, test["babe"], test["ptc"]),
        "techniques": technique_lines(
            test["ptc"].prediction,
            name_techniques(classifier, [e.text for e in test["ptc"].examples], release.techniques),
            test["ptc"].examples,
            articles(test["ptc"].examples),
            release.techniques,
        ),
        "invariance": invariance(
            classifier,
            suite,
            [name for names in read_name_templates().names.values() for name in names],
        ),
    }
    return {**metrics, "floors": compare_with_floors(metrics, read_floors())}


def _labelled(example: Example) -> bool:
    """Whether a sentence has the label that its set is evaluated on."""
    if example.corpus == "sst":
        return example.sentiment_label != 1
    return example.loaded_label is not None or example.sentiment_label is not None


#: Predictions of all rows by models trained without each row's fold, and the folds.
Folds = tuple[Prediction, np.ndarray]


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


def _fold_lines(babe: Sequence[Example], folds: dict[str, Folds]) -> list[dict[str, Any]]:
    lines = []
    for scheme, (name, units) in _SCHEMES.items():
        found = systems_of_folds(folds[scheme][0], babe, folds[scheme][1])
        lines += loaded_lines(f"loaded sentences, {name}", babe, units(babe), found)
    words = word_systems_of_folds(folds["article"][0], babe, folds["article"][1])
    return [*lines, word_line("loaded words, BABE folds by article", babe, articles(babe), words)]


def _test_lines(test: dict[str, Scored], train: dict[str, list[Example]]) -> list[dict[str, Any]]:
    babe, ptc, news, reviews = (test[corpus] for corpus in ("babe", "ptc", "newsmtsc", "sst"))
    units = articles(babe.examples)
    return [
        *loaded_lines(
            "loaded sentences, BABE test articles",
            babe.examples,
            units,
            systems(babe.prediction, train["babe"], babe.examples),
        ),
        word_line(
            "loaded words, BABE test articles",
            babe.examples,
            units,
            word_systems(babe.prediction, train["babe"], babe.examples),
        ),
        auroc_line(
            "loaded sentences, PTC held-out articles",
            ptc.examples,
            articles(ptc.examples),
            systems(ptc.prediction, train["ptc"], ptc.examples),
        ),
        news_line(news.prediction, train["newsmtsc"], news.examples),
        review_line(reviews.prediction, train["sst"], reviews.examples),
    ]


def _calibration(
    babe: Sequence[Example],
    out_of_fold: Prediction,
    test: dict[str, Scored],
    reviews: Scored,
    validation: Scored,
) -> dict[str, Any]:
    def sentiment(
        rows_of: str, rows: Scored, units: Callable[[Sequence[Example]], Units] = articles
    ) -> dict[str, Any]:
        scores = rows.prediction.sentiment
        right = scores.argmax(axis=1) == sentiment_labels(rows.examples)
        return reliability(rows_of, scores.max(axis=1), right, units(rows.examples))

    held_out = test["babe"]
    return {
        "loaded": reliability(
            "BABE, out of fold by article; scale and shift were fitted on these results",
            out_of_fold.loaded,
            labels_of(babe),
            articles(babe),
        ),
        "loaded_test": reliability(
            "BABE test articles",
            held_out.prediction.loaded,
            labels_of(held_out.examples),
            articles(held_out.examples),
        ),
        "sentiment": sentiment("NewsMTSC devtest", test["newsmtsc"]),
        "sentiment_reviews": sentiment("SST test, with its neutral sentences", reviews, sentences),
        "sentiment_validation": sentiment(
            "NewsMTSC validation articles; the temperature was fitted on them", validation
        ),
    }


def _bands(
    classifier: OnnxClassifier, babe: Sequence[Example], out_of_fold: Prediction, test: Scored
) -> dict[str, Any]:
    return {
        "bands": bands(
            "BABE test articles",
            classifier.thresholds,
            test.prediction.loaded.astype(np.float64),
            test.examples,
            articles(test.examples),
        ),
        "bands_folds": bands(
            "BABE, out of fold by outlet; the thresholds were chosen on these results",
            classifier.thresholds,
            out_of_fold.loaded.astype(np.float64),
            babe,
            outlets(babe),
        ),
    }


def _faithfulness(classifier: OnnxClassifier, babe: Scored, ptc: Scored) -> dict[str, Any]:
    rows = [*babe.examples, *ptc.examples]
    both = joined([babe.prediction, ptc.prediction])
    return faithfulness(classifier, both, rows, articles(rows))
