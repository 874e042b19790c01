"""Human performance: one annotator's agreement with the others, beside the model's.

Five people annotated each sentence of BABE. Who gave which label is not published, but the counts
are enough for the expected score of one of the five, drawn at random, against the other four.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import numpy as np
from numpy.typing import NDArray

from models.corpora import Example
from models.evaluation.figures.lines import (
    Rows,
    Score,
    Spans,
    Units,
    f1_of,
    line,
    macro_f1_of,
    word_f1_of,
)
from models.evaluation.figures.loaded import labels_of
from models.evaluation.figures.marked_words import spans_of
from models.evaluation.metrics import LOADED_FROM, touched
from models.inference.prediction import Prediction
from models.inference.words import WORD

#: Rows that another number of people voted on, one in 170, are left out.
ANNOTATORS = 5

#: Annotators who must mark a word before it counts as loaded, as in BABE.
MARKED_BY = 2

Array = NDArray[np.float64]


def annotator_lines(
    examples: Sequence[Example], prediction: Prediction, units: Units
) -> list[dict[str, Any]]:
    """Sentences and words, each against the other four and against all five.

    Against all five, the annotator's own vote is part of the reference, as it is in the published
    labels and words. The model is compared with the same references.

    Args:
        examples: rows of BABE.
        prediction: of each, from a model that was not trained on it.
        units: what the bootstrap draws.

    Returns:
        Lines as `models.evaluation.figures.lines.line` makes them, of the systems ``annotator`` and
        ``slant``.
    """
    voted = [i for i, e in enumerate(examples) if e.votes and e.votes[1] == ANNOTATORS]
    marked = [i for i in voted if examples[i].words is not None]
    loaded = prediction.loaded[voted] >= LOADED_FROM
    found = spans_of(prediction)
    read = [examples[i] for i in voted]
    annotated, spans = [examples[i] for i in marked], [found[i] for i in marked]
    of_sentences, of_words = units.of(np.array(voted)), units.of(np.array(marked))
    return [
        line(f"loaded {what}, against {whom}", metric, drawn, scores)
        for what, whom, metric, drawn, scores in (
            ("sentences", "the other four", "macro-F1", of_sentences, _others(read, loaded)),
            ("sentences", "all five", "macro-F1", of_sentences, _all(read, loaded)),
            ("words", "the other four", "word F1", of_words, _others_words(annotated, spans)),
            ("words", "all five", "word F1", of_words, _all_words(annotated, spans)),
        )
    ]


def _others(examples: Sequence[Example], loaded: NDArray[np.bool_]) -> dict[str, Score]:
    """Against the majority of the other four; where they are two to two there is none."""
    person, model = (np.zeros((len(examples), 2, 2)) for _ in range(2))
    for i, votes in enumerate(_votes(examples)):
        for said, share in ((1, votes / ANNOTATORS), (0, 1 - votes / ANNOTATORS)):
            others = votes - said
            if 2 * others != ANNOTATORS - 1:
                truth = int(2 * others > ANNOTATORS - 1)
                person[i, said, truth] += share
                model[i, int(loaded[i]), truth] += share
    return {"annotator": _macro_f1_of(person), "slant": _macro_f1_of(model)}


def _all(examples: Sequence[Example], loaded: NDArray[np.bool_]) -> dict[str, Score]:
    """Against the published labels, the majority of all five."""
    labels = labels_of(examples)
    person = np.zeros((len(examples), 2, 2))
    for i, (votes, truth) in enumerate(zip(_votes(examples), labels, strict=True)):
        person[i, :, truth] = (1 - votes / ANNOTATORS, votes / ANNOTATORS)
    return {"annotator": _macro_f1_of(person), "slant": macro_f1_of(labels, loaded.astype(int))}


def _others_words(examples: Sequence[Example], spans: Sequence[Spans]) -> dict[str, Score]:
    """Against the words that two of the other four marked."""
    person, model = (np.zeros((len(examples), 3)) for _ in range(2))
    for i, (example, found) in enumerate(zip(examples, spans, strict=True)):
        marks, claimed = _marks(example), np.array(touched(example.text, found), dtype=bool)
        share = marks / ANNOTATORS
        true = share * (marks - 1 >= MARKED_BY)
        real = true + (1 - share) * (marks >= MARKED_BY)
        person[i] = true.sum(), share.sum(), real.sum()
        model[i] = real[claimed].sum(), claimed.sum(), real.sum()
    return {"annotator": f1_of(person), "slant": f1_of(model)}


def _all_words(examples: Sequence[Example], spans: Sequence[Spans]) -> dict[str, Score]:
    """Against the words that are published as loaded."""
    texts, gold = [e.text for e in examples], [e.words or () for e in examples]
    person = np.zeros((len(examples), 3))
    for i, (example, words) in enumerate(zip(examples, gold, strict=True)):
        share, real = _marks(example) / ANNOTATORS, np.array(touched(example.text, words), bool)
        person[i] = share[real].sum(), share.sum(), real.sum()
    return {"annotator": f1_of(person), "slant": word_f1_of(texts, spans, gold)}


def _votes(examples: Sequence[Example]) -> list[int]:
    return [e.votes[0] for e in examples if e.votes]


def _marks(example: Example) -> Array:
    """How many annotators marked each word; float64 (words,).

    An annotator marks a place once, so the votes of all marks that touch a word are added.
    """
    counts = [
        sum(count for a, b, count in example.marks if a < match.end() and match.start() < b)
        for match in WORD.finditer(example.text)
    ]
    return np.minimum(np.array(counts, dtype=np.float64), ANNOTATORS)


def _macro_f1_of(confusions: Array) -> Score:
    """Macro-F1 as a function of rows, from each row's expected counts [said, true]."""

    def score(rows: Rows) -> float:
        counts = confusions[rows].sum(axis=0)
        both = counts.sum(axis=0) + counts.sum(axis=1)
        return float(np.mean(2 * counts.diagonal() / np.maximum(both, 1e-9)))

    return score
