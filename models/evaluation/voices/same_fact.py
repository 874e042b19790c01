"""Whether two sentences report the same event: the network beside the words that they share."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import numpy as np
from numpy.typing import NDArray

from models.evaluation.figures.lines import Rows, Score, Units, auroc_of, line
from models.evaluation.voices.held_out import FactPair
from models.evaluation.voices.ranking import average_precision, recall_at_precision

#: From the threshold on at which nine pairs in ten are right, how many same ones are found?
PRECISION = 0.9


def tfidf_cosine(train_sentences: Sequence[str], pairs: Sequence[FactPair]) -> NDArray[np.float64]:
    """Cosine of the TF-IDF vectors of each pair's sentences (scikit-learn's defaults: single words,
    lower case), the rarity of words learned from `train_sentences`; 0…1."""
    from sklearn.feature_extraction.text import TfidfVectorizer

    vectors = TfidfVectorizer().fit(train_sentences)
    first = vectors.transform([pair.first for pair in pairs])
    second = vectors.transform([pair.second for pair in pairs])
    return np.asarray(first.multiply(second).sum(axis=1), dtype=np.float64).ravel()


def fact_lines(
    pairs: Sequence[FactPair], systems: dict[str, NDArray[np.float64]]
) -> list[dict[str, Any]]:
    """The lines on pairs of sentences, with intervals over topics, as two pairs of one topic often
    share a sentence.

    Args:
        pairs: with labels.
        systems: by name of a system its score of each pair, higher where the same fact is likelier.
    """
    same = np.array([pair.same for pair in pairs])
    topics = Units("topics", np.array([pair.topic for pair in pairs]))
    story = np.flatnonzero([pair.one_story for pair in pairs])

    def of(score_of: Any) -> dict[str, Score]:
        return {system: score_of(scores) for system, scores in systems.items()}

    def precision_of(scores: NDArray[np.float64]) -> Score:
        return lambda rows: average_precision(same[rows], scores[rows])

    def recall_of(scores: NDArray[np.float64]) -> Score:
        return lambda rows: recall_at_precision(same[rows], scores[rows], PRECISION)

    def auroc_in_story(scores: NDArray[np.float64]) -> Score:
        return auroc_of(same[story], scores[story])

    return [
        line("same fact", "AUROC", topics, of(lambda scores: auroc_of(same, scores))),
        line("same fact", "average precision", topics, of(precision_of)),
        line("same fact", f"recall at precision {PRECISION:g}", topics, of(recall_of)),
        line("same fact, within one story", "AUROC", topics.of(_rows(story)), of(auroc_in_story)),
    ]


def _rows(places: NDArray[np.intp]) -> Rows:
    return places.astype(np.int64)
