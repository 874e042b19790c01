"""Thresholds and calibration of an exported network, chosen on articles and topics that it was not
trained on, none of them among those that results are reported on."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import numpy as np
from numpy.typing import NDArray
from sklearn.linear_model import LogisticRegression
from sklearn.preprocessing import StandardScaler

from models.evaluation.figures.lines import f1_of
from models.evaluation.voices.attributions import part_counts
from models.evaluation.voices.held_out import AttributedArticle
from models.inference.voices.decoding import (
    TagThresholds,
    WordOutputs,
    attributions_of,
)
from models.inference.voices.network import Voices
from models.inference.voices.release import SameFactWeights
from models.inference.voices.windows import Window
from models.training.voices.attribution_data import read_articles
from models.training.voices.pairs_data import read_pairs

#: What is tried, one after the other, each with the best of those before.
CUES = (0.3, 0.35, 0.4, 0.45, 0.5, 0.55, 0.6, 0.65, 0.7)
LINKS = (0.2, 0.25, 0.3, 0.35, 0.4, 0.45, 0.5, 0.55, 0.6)
SHARES = (0.3, 0.5, 0.7)

#: Pairs that are read to weigh what counts in them.
PAIRS_OF_TRAINING, PAIRS_OF_VALIDATION = 3000, 900

Read = list[tuple[AttributedArticle, list[tuple[Window, WordOutputs]]]]


def choose_thresholds(voices: Voices, data: Path) -> tuple[TagThresholds, dict[str, float]]:
    """The thresholds with the largest sum of the F1 of cues, sources and contents on the validation
    articles, and these F1."""
    read: Read = [
        (article, list(voices.word_outputs(article.text)))
        for article in read_articles(data, "validation")
    ]
    best = TagThresholds()
    scores = measure(read, best)
    for part, values in (
        ("cue", CUES),
        ("content", LINKS),
        ("source", LINKS),
        ("tag_share", SHARES),
        ("content", LINKS),
        ("source", LINKS),
        ("cue", CUES),
    ):
        for value in values:
            tried = replace(best, **{part: value})
            new = measure(read, tried)
            if sum(new.values()) > sum(scores.values()):
                best, scores = tried, new
    return best, scores


def measure(read: Read, thresholds: TagThresholds) -> dict[str, float]:
    """F1 of cues (by overlap), sources and contents (by characters) over all articles, counted as
    the evaluation counts them."""
    counts = np.array(
        [
            part_counts(
                [one for w, o in windows for one in attributions_of(w, o, thresholds)],
                article.attributions,
                article,
            )
            for article, windows in read
        ]
    )
    rows = np.arange(len(counts))
    return {
        part: f1_of(counts[:, number])(rows)
        for number, part in enumerate(("cue", "source", "content"))
    }


def weigh_pairs(voices: Voices, data: Path) -> SameFactWeights:
    """The weights of the same-fact logit.

    Those of what two sentences share are fitted on pairs of the training topics; how much that and
    what the network says count beside each other, on the validation topics: of topics that it was
    trained on, the network knows too much.
    """
    shared, _, labels = _pairs(voices, data, "train", PAIRS_OF_TRAINING)
    scaler = StandardScaler().fit(shared)
    first = LogisticRegression(max_iter=5000).fit(scaler.transform(shared), labels)
    per_unit = first.coef_[0] / scaler.scale_
    constant = float(first.intercept_[0] - per_unit @ scaler.mean_)
    shared, said, labels = _pairs(voices, data, "validation", PAIRS_OF_VALIDATION)
    second = LogisticRegression(max_iter=5000).fit(
        np.column_stack([shared @ per_unit + constant, said]), labels
    )
    scale, *network = second.coef_[0].tolist()
    return SameFactWeights(
        shared=tuple((scale * per_unit).tolist()),
        network=tuple(network),
        constant=float(scale * constant + second.intercept_[0]),
    )


def _pairs(
    voices: Voices, data: Path, part: str, most: int
) -> tuple[NDArray[np.float64], NDArray[np.float64], NDArray[np.float64]]:
    """What pairs share, what the network says of them, their labels; of at most so many, evenly."""
    rows = [row for row in read_pairs(data, part) if row.label != 0.5]
    rows = rows[:: max(1, len(rows) // most)]
    shared, said = voices.pair_values([(row.a, row.b) for row in rows])
    return shared, said, np.array([row.label for row in rows])
