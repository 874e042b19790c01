"""Loaded words: word-level F1 of the model and its baselines."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

import numpy as np
from numpy.typing import NDArray

from models.corpora import Example
from models.evaluation import baselines
from models.evaluation.figures.lines import Spans, Units, line, word_f1_of
from models.inference.prediction import Prediction


def spans_of(prediction: Prediction) -> list[list[tuple[int, int]]]:
    """Start and end of each loaded word or phrase."""
    return [[(start, end) for start, end, _ in words] for words in prediction.words]


def word_systems(
    prediction: Prediction, train: Sequence[Example], test: Sequence[Example]
) -> dict[str, Sequence[Spans]]:
    """Spans found in `test` by the model and by baselines that learn from `train`."""
    texts = [e.text for e in test]
    return {
        "slant": spans_of(prediction),
        "tfidf_logistic": baselines.logistic_words(_annotated(train), texts),
        "vader": baselines.vader_words(texts),
        "majority": [[] for _ in texts],
    }


def word_systems_of_folds(
    prediction: Prediction, examples: Sequence[Example], folds: NDArray[np.int64]
) -> dict[str, Sequence[Spans]]:
    """The model's out-of-fold words beside those of baselines trained on the same folds."""
    texts = [e.text for e in examples]
    logistic: list[Spans] = [[] for _ in texts]
    for fold in np.unique(folds):
        test = np.flatnonzero(folds == fold).tolist()
        train = _annotated([examples[i] for i in np.flatnonzero(folds != fold).tolist()])
        found = baselines.logistic_words(train, [texts[i] for i in test])
        for place, spans in zip(test, found, strict=True):
            logistic[place] = spans
    return {
        "slant": spans_of(prediction),
        "tfidf_logistic": logistic,
        "vader": baselines.vader_words(texts),
        "majority": [[] for _ in texts],
    }


def word_line(
    name: str, examples: Sequence[Example], units: Units, found: Mapping[str, Sequence[Spans]]
) -> dict[str, Any]:
    """Word-level F1 on the rows whose words were annotated."""
    rows = [i for i, e in enumerate(examples) if e.words is not None]
    texts, gold = [examples[i].text for i in rows], [examples[i].words or () for i in rows]
    return line(
        name,
        "word F1",
        units.of(np.array(rows)),
        {k: word_f1_of(texts, [spans[i] for i in rows], gold) for k, spans in found.items()},
    )


def _annotated(examples: Sequence[Example]) -> list[Example]:
    return [e for e in examples if e.words is not None]
