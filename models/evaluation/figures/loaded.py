"""Loaded sentences: the model and its baselines, out of fold and on rows set aside."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

import numpy as np
from numpy.typing import NDArray

from models.corpora import Example
from models.evaluation import baselines
from models.evaluation.baselines import SentenceScores
from models.evaluation.figures.lines import Units, auroc_of, line, macro_f1_of
from models.evaluation.metrics import LOADED_FROM
from models.inference.prediction import Prediction


def labels_of(examples: Sequence[Example]) -> NDArray[np.int64]:
    """The annotators' majority, 0 or 1, of sentences that all have one; int64 (n,)."""
    return np.array([e.loaded_label for e in examples], dtype=np.int64)


def ours(prediction: Prediction) -> SentenceScores:
    """The model's labels and probabilities."""
    loaded = prediction.loaded.astype(np.float64)
    return SentenceScores((loaded >= LOADED_FROM).astype(np.int64), loaded)


def systems(
    prediction: Prediction, train: Sequence[Example], test: Sequence[Example]
) -> dict[str, SentenceScores]:
    """The model on `test`, beside baselines that learn from `train`."""
    texts, learned = [e.text for e in test], [e.text for e in train]
    labels = labels_of(train).tolist()
    return {
        "slant": ours(prediction),
        "tfidf_logistic": baselines.tfidf_logistic(learned, labels, texts),
        "vader": baselines.vader_loaded(
            baselines.vader_compound(learned), labels, baselines.vader_compound(texts)
        ),
        "majority": baselines.majority(labels, len(test)),
    }


def systems_of_folds(
    prediction: Prediction, examples: Sequence[Example], folds: NDArray[np.int64]
) -> dict[str, SentenceScores]:
    """The model's out-of-fold results, beside baselines trained on the same folds.

    Args:
        prediction: of each row from a model that was trained without its fold.
        examples: the rows.
        folds: the fold of each row, int64 (n,).
    """
    texts, labels = [e.text for e in examples], labels_of(examples)
    compound = baselines.vader_compound(texts)
    found = {
        system: SentenceScores(np.zeros(len(texts), dtype=np.int64), np.zeros(len(texts)))
        for system in ("tfidf_logistic", "vader", "majority")
    }
    for fold in np.unique(folds):
        test, train = np.flatnonzero(folds == fold), np.flatnonzero(folds != fold)
        learned = labels[train].tolist()
        made = {
            "tfidf_logistic": baselines.tfidf_logistic(
                [texts[i] for i in train], learned, [texts[i] for i in test]
            ),
            "vader": baselines.vader_loaded(compound[train], learned, compound[test]),
            "majority": baselines.majority(learned, len(test)),
        }
        for system, scores in made.items():
            found[system].labels[test] = scores.labels
            found[system].scores[test] = scores.scores
    return {"slant": ours(prediction), **found}


def loaded_lines(
    name: str, examples: Sequence[Example], units: Units, scored: Mapping[str, SentenceScores]
) -> list[dict[str, Any]]:
    """Macro-F1 of all rows and of those with clear votes, and AUROC."""
    labels = labels_of(examples)
    clear = np.flatnonzero([e.clear for e in examples])
    lines = [
        line(name, "macro-F1", units, {k: macro_f1_of(labels, s.labels) for k, s in scored.items()})
    ]
    if len(clear):
        lines.append(
            line(
                f"{name}, clear votes",
                "macro-F1",
                units.of(clear),
                {k: macro_f1_of(labels[clear], s.labels[clear]) for k, s in scored.items()},
            )
        )
    return [*lines, auroc_line(name, examples, units, scored)]


def auroc_line(
    name: str, examples: Sequence[Example], units: Units, scored: Mapping[str, SentenceScores]
) -> dict[str, Any]:
    """AUROC alone, for sets whose label is another than ours."""
    labels = labels_of(examples)
    return line(name, "AUROC", units, {k: auroc_of(labels, s.scores) for k, s in scored.items()})
