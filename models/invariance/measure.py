"""Run a classifier over the invariance suite."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from typing import Any, Protocol

import numpy as np
from numpy.typing import NDArray

from models.evaluation.metrics import LOADED_FROM, bootstrap_interval
from models.inference.prediction import Prediction
from models.invariance.gaps import Scores, by_training, flip_share, spread
from models.invariance.suite import KINDS, Suite, fill, key_of

#: The largest gap between two names, in loaded probability or in tone, that the project aims at.
AIM = 0.05

_DIGITS = 4

#: int64 (sentences, 2): the loaded and the sentiment label of each.
Labels = NDArray[np.int64]


class Predicts(Protocol):
    """Anything that scores sentences."""

    def predict(self, sentences: Sequence[str]) -> Prediction:
        """Score sentences."""
        ...


def invariance(classifier: Predicts, suite: Suite, trained: Collection[str]) -> dict[str, Any]:
    """Gaps and flips of every kind of names, as they are stored in `metrics.json`.

    Tone is the probability of positive minus that of negative, −1…1. Every name of a kind is put
    into every template of that kind, so that only the name differs between two rows.

    Args:
        classifier: what is measured.
        suite: what it is measured on.
        trained: names that occur in neutral sentences in training, compared by `suite.key_of`.

    Returns:
        ``aim``; ``names``, ``sentences`` (how many neutral ones were scored);
        ``swaps``: ``swaps`` (how many were made) and ``loaded_flips``, ``sentiment_flips`` (the
        share of them that changed that label), with ``loaded_interval``, ``sentiment_interval``
        (95 % bootstrap over pairs of names);
        ``kinds``: per kind ``names``, ``templates``, ``loaded`` and ``tone`` (see `gaps.spread`,
        and per score ``trained`` and ``new``: the gap between names that occur, and don't occur,
        in training), and ``swaps`` as above, without intervals. Floats have four decimals.
    """
    known = frozenset(key_of(name) for name in trained)
    kinds = [kind for kind in KINDS if any(n.kind == kind for n in suite.names)]
    labels = {kind: _swapped(classifier, suite, kind) for kind in kinds}
    measured = {
        kind: {**_neutral(classifier, suite, kind, known), "swaps": _flips(*labels[kind][:2])}
        for kind in kinds
    }
    first = np.concatenate([labels[kind][0] for kind in kinds])
    second = np.concatenate([labels[kind][1] for kind in kinds])
    pairs = [pair for kind in kinds for pair in labels[kind][2]]
    rounded: dict[str, Any] = _rounded(
        {
            "aim": AIM,
            "names": len(suite.names),
            "sentences": sum(m["names"] * m["templates"] for m in measured.values()),
            "swaps": {**_flips(first, second), **_intervals(first, second, pairs)},
            "kinds": measured,
        }
    )
    return rounded


def tone(prediction: Prediction) -> Scores:
    """Probability of positive minus probability of negative, float64 (n,), −1…1."""
    sentiment = prediction.sentiment.astype(np.float64)
    return sentiment[:, 2] - sentiment[:, 0]


def _neutral(
    classifier: Predicts, suite: Suite, kind: str, known: Collection[str]
) -> dict[str, Any]:
    names = [n for n in suite.names if n.kind == kind]
    templates = [t.text for t in suite.templates if kind in t.kinds]
    prediction = classifier.predict([fill(t, n.name) for n in names for t in templates])
    shape = (len(names), len(templates))
    labels, groups = [n.name for n in names], [n.group for n in names]
    trained = np.array([key_of(label) in known for label in labels])

    def figures(scores: Scores) -> dict[str, Any]:
        return {**spread(labels, groups, scores), **by_training(labels, trained, scores)}

    return {
        "names": len(names),
        "templates": len(templates),
        "loaded": figures(prediction.loaded.astype(np.float64).reshape(shape)),
        "tone": figures(tone(prediction).reshape(shape)),
    }


def _swapped(classifier: Predicts, suite: Suite, kind: str) -> tuple[Labels, Labels, list[str]]:
    """Labels of the sentences of a kind with the first, and with the second name of each pair;
    and which pair it was."""
    pairs = [s for s in suite.swaps if s.kind == kind]
    sentences = [s.text for s in suite.sentences if kind in s.kinds]
    return (
        _labels(classifier.predict([fill(s, p.first) for p in pairs for s in sentences])),
        _labels(classifier.predict([fill(s, p.second) for p in pairs for s in sentences])),
        [f"{kind} | {p.first} | {p.second}" for p in pairs for _ in sentences],
    )


def _labels(prediction: Prediction) -> Labels:
    """Columns: 1 where loaded, else 0; index of the sentiment label."""
    return np.stack(
        [
            (prediction.loaded >= LOADED_FROM).astype(np.int64),
            prediction.sentiment.argmax(axis=1).astype(np.int64),
        ],
        axis=1,
    )


def _flips(first: Labels, second: Labels) -> dict[str, Any]:
    return {
        "swaps": len(first),
        "loaded_flips": flip_share(first[:, 0], second[:, 0]),
        "sentiment_flips": flip_share(first[:, 1], second[:, 1]),
    }


def _intervals(first: Labels, second: Labels, pairs: Sequence[str]) -> dict[str, list[float]]:
    flipped = (first != second).astype(np.float64)

    def interval(column: int) -> list[float]:
        return list(bootstrap_interval(lambda rows: float(flipped[rows, column].mean()), pairs))

    return {"loaded_interval": interval(0), "sentiment_interval": interval(1)}


def _rounded(value: Any) -> Any:
    """The same nested figures with four decimals."""
    if isinstance(value, Mapping):
        return {key: _rounded(inner) for key, inner in value.items()}
    if isinstance(value, list):
        return [_rounded(inner) for inner in value]
    return round(value, _DIGITS) if isinstance(value, float) else value
