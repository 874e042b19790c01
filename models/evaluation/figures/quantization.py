"""The cost of quantisation: metrics of the int8 network beside those of the float32 network."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

import numpy as np

from models.corpora import Example
from models.evaluation.figures.lines import (
    Rows,
    Score,
    Units,
    accuracy_of,
    articles,
    auroc_of,
    macro_f1_of,
    sentences,
    word_f1_of,
)
from models.evaluation.figures.loaded import labels_of
from models.evaluation.figures.marked_words import spans_of
from models.evaluation.figures.reliability import ece_of
from models.evaluation.figures.sentiment import POSITIVE, positive_over_negative, sentiment_labels
from models.evaluation.metrics import LOADED_FROM, bootstrap_interval
from models.inference.prediction import Prediction

#: Metrics of which less is better.
_ERRORS = frozenset({"ECE"})


def quantization(
    examples: Mapping[str, Sequence[Example]],
    int8: Mapping[str, Prediction],
    fp32: Mapping[str, Prediction],
) -> list[dict[str, Any]]:
    """Every metric of the test rows from both networks.

    Args:
        examples: test rows of ``babe``, ``ptc``, ``newsmtsc`` and ``sst``, all with labels.
        int8, fp32: predictions of these rows.

    Returns:
        per metric ``task``, ``metric``, ``rows``, ``int8``, ``fp32``; ``gain``, int8's advantage
        (negative: what it costs), with ``low`` and ``high``, its 95 % interval over the unit in
        ``resampled``.
    """
    lines = []
    for corpus, make in _SCORES.items():
        rows = examples[corpus]
        units = sentences(rows) if corpus == "sst" else articles(rows)
        before = make(rows, fp32[corpus])
        for (task, metric), (chosen, score) in make(rows, int8[corpus]).items():
            other = before[task, metric][1]
            lines.append(_line(task, metric, chosen, score, other, units.of(chosen)))
    return lines


def _line(
    task: str, metric: str, chosen: Rows, int8: Score, fp32: Score, units: Units
) -> dict[str, Any]:
    sign = -1 if metric in _ERRORS else 1

    def gain(rows: Rows) -> float:
        return sign * (int8(chosen[rows]) - fp32(chosen[rows]))

    low, high = bootstrap_interval(gain, units.keys)
    return {
        "task": task,
        "metric": metric,
        "rows": len(chosen),
        "resampled": units.name,
        "int8": round(int8(chosen), 4),
        "fp32": round(fp32(chosen), 4),
        "gain": round(sign * (int8(chosen) - fp32(chosen)), 4),
        "low": round(low, 4),
        "high": round(high, 4),
    }


#: By task and metric the rows that it is taken over, and the metric as a function of rows.
Scores = dict[tuple[str, str], tuple[Rows, Score]]


def _babe(rows: Sequence[Example], made: Prediction) -> Scores:
    labels, claimed = labels_of(rows), (made.loaded >= LOADED_FROM).astype(np.int64)
    everything = np.arange(len(rows))
    clear = np.flatnonzero([e.clear for e in rows])
    annotated = np.flatnonzero([e.words is not None for e in rows])
    label_score = macro_f1_of(labels, claimed)
    words = word_f1_of([e.text for e in rows], spans_of(made), [e.words or () for e in rows])
    name = "loaded sentences, BABE test articles"
    return {
        (name, "macro-F1"): (everything, label_score),
        (f"{name}, clear votes", "macro-F1"): (clear, label_score),
        (name, "AUROC"): (everything, auroc_of(labels, made.loaded)),
        (name, "ECE"): (everything, ece_of(made.loaded, labels)),
        ("loaded words, BABE test articles", "word F1"): (annotated, words),
    }


def _ptc(rows: Sequence[Example], made: Prediction) -> Scores:
    score = auroc_of(labels_of(rows), made.loaded)
    return {("loaded sentences, PTC held-out articles", "AUROC"): (np.arange(len(rows)), score)}


def _newsmtsc(rows: Sequence[Example], made: Prediction) -> Scores:
    labels, claimed = sentiment_labels(rows), made.sentiment.argmax(axis=1)
    everything = np.arange(len(rows))
    error = ece_of(made.sentiment.max(axis=1), claimed == labels)
    name = "sentence sentiment, NewsMTSC devtest"
    return {
        (name, "macro-F1"): (everything, macro_f1_of(labels, claimed)),
        (name, "ECE"): (everything, error),
    }


def _sst(rows: Sequence[Example], made: Prediction) -> Scores:
    labels = (sentiment_labels(rows) == POSITIVE).astype(np.int64)
    score = accuracy_of(labels, positive_over_negative(made))
    return {("positive or negative, SST test", "accuracy"): (np.arange(len(rows)), score)}


_SCORES = {"babe": _babe, "ptc": _ptc, "newsmtsc": _newsmtsc, "sst": _sst}
