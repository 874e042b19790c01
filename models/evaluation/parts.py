"""The parts of an evaluation, each a function from the inputs to its keys of `metrics.json`."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from types import MappingProxyType
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
from models.evaluation.figures.shown_to_readers import shown_to_readers
from models.evaluation.figures.spoken import spoken
from models.evaluation.figures.vivid import false_alarms
from models.evaluation.inputs import CORPORA, SCHEMES, Folds, Inputs, Scored
from models.evaluation.stored import prediction_of, read_float
from models.inference.prediction import joined
from models.invariance import invariance
from models.invariance.real_sentences import RealSentences, steadiness
from models.training.data.name_templates import read_name_templates

if TYPE_CHECKING:
    pass


def _fold_lines(babe: Sequence[Example], folds: dict[str, Folds]) -> list[dict[str, Any]]:
    lines = []
    for scheme, (name, units) in SCHEMES.items():
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


def _calibration(inputs: Inputs) -> dict[str, Any]:
    babe, test = inputs.babe, inputs.test
    reviews = inputs.scored([e for e in inputs.examples if (e.corpus, e.part) == ("sst", "test")])
    validation = inputs.scored(inputs.part("newsmtsc", "validation"))

    def sentiment(
        rows_of: str, rows: Scored, units: Callable[[Sequence[Example]], Units] = articles
    ) -> dict[str, Any]:
        scores = rows.prediction.sentiment
        right = scores.argmax(axis=1) == sentiment_labels(rows.examples)
        return reliability(rows_of, scores.max(axis=1), right, units(rows.examples))

    held_out = test["babe"]
    found = {
        "loaded": reliability(
            "BABE test articles",
            held_out.prediction.loaded,
            labels_of(held_out.examples),
            articles(held_out.examples),
        ),
        "loaded_folds": reliability(
            "BABE, the folds' models instead of this release, out of fold by article; their scale "
            "and shift were fitted on these results",
            inputs.folds["article"][0].loaded,
            labels_of(babe),
            articles(babe),
        ),
        "sentiment": sentiment("NewsMTSC devtest", test["newsmtsc"]),
        "sentiment_reviews": sentiment("SST test, with its neutral sentences", reviews, sentences),
        "sentiment_validation": sentiment(
            "NewsMTSC validation articles; the temperature was fitted on them", validation
        ),
    }
    return {"calibration": found}


def _bands(inputs: Inputs) -> dict[str, Any]:
    classifier, babe, test = inputs.classifier, inputs.babe, inputs.test["babe"]
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
            inputs.folds["outlet"][0].loaded.astype(np.float64),
            babe,
            outlets(babe),
        ),
    }


def _faithfulness(inputs: Inputs) -> dict[str, Any]:
    babe, ptc = inputs.test["babe"], inputs.test["ptc"]
    rows = [*babe.examples, *ptc.examples]
    both = joined([babe.prediction, ptc.prediction])
    return {"faithfulness": faithfulness(inputs.classifier, both, rows, articles(rows))}


def _scores(inputs: Inputs) -> dict[str, Any]:
    train = {corpus: inputs.part(corpus, "train") for corpus in CORPORA}
    lines = [*_fold_lines(inputs.babe, inputs.folds), *_test_lines(inputs.test, train)]
    return {"table": lines}


def _annotators(inputs: Inputs) -> dict[str, Any]:
    babe = inputs.babe
    return {"annotators": annotator_lines(babe, inputs.folds["article"][0], articles(babe))}


def _outlets(inputs: Inputs) -> dict[str, Any]:
    probabilities = (
        inputs.folds[scheme][0].loaded.astype(np.float64) for scheme in ("outlet", "article")
    )
    return {"outlets": by_outlet(inputs.babe, *probabilities)}


def _int8(inputs: Inputs) -> dict[str, Any]:
    release = inputs.classifier.release
    before = read_float(release.folder)
    return {
        "quantization": quantization(
            {corpus: rows.examples for corpus, rows in inputs.test.items()},
            {corpus: rows.prediction for corpus, rows in inputs.test.items()},
            {
                corpus: prediction_of(before[before["corpus"] == corpus], rows.examples, release)
                for corpus, rows in inputs.test.items()
            },
        )
    }


def _techniques(inputs: Inputs) -> dict[str, Any]:
    ptc, named = inputs.test["ptc"], inputs.classifier.release.techniques
    texts = [e.text for e in ptc.examples]
    return {
        "techniques": technique_lines(
            ptc.prediction,
            name_techniques(inputs.classifier, texts, named),
            ptc.examples,
            articles(ptc.examples),
            named,
        )
    }


def _names(inputs: Inputs) -> dict[str, Any]:
    trained = [name for names in read_name_templates().names.values() for name in names]
    return {"invariance": invariance(inputs.classifier, inputs.suite, trained)}


def _steady(inputs: Inputs) -> dict[str, Any]:
    judged = [e for e in inputs.examples if e.corpus == "newsmtsc" and e.part != "train"]
    sources = [
        RealSentences("NewsMTSC", list(dict.fromkeys(e.text for e in judged))),
        RealSentences("unlabelled news", inputs.news),
    ]
    return {"steady": steadiness(inputs.classifier, inputs.suite, sources)}


def _spoken(inputs: Inputs) -> dict[str, Any]:
    rows = [e for corpus in ("babe", "ptc") for e in inputs.part(corpus, "test")]
    return {"spoken": spoken(inputs.classifier, rows)}


def _vivid(inputs: Inputs) -> dict[str, Any]:
    return {"vivid": false_alarms(inputs.classifier, inputs.desks)}


#: What can be measured by itself, in the order in which `metrics.json` has it.
PARTS: Mapping[str, Callable[[Inputs], dict[str, Any]]] = MappingProxyType(
    {
        "scores": _scores,
        "annotators": _annotators,
        "calibration": _calibration,
        "bands": _bands,
        "readers": lambda i: shown_to_readers(i.classifier, i.examples, i.judged),
        "outlets": _outlets,
        "int8": _int8,
        "reasons": _faithfulness,
        "techniques": _techniques,
        "names": _names,
        "steady": _steady,
        "spoken": _spoken,
        "vivid": _vivid,
    }
)
