"""Run a classifier over the invariance suite."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any, Protocol

import numpy as np
from numpy.typing import NDArray

from models.invariance.gaps import Scores, flip_share, spread
from models.invariance.suite import KINDS, Suite, fill
from models.prediction import Prediction

#: The largest gap between two names, in loaded probability or in tone, that the project aims at.
AIM = 0.05

#: A sentence counts as loaded from here; the same cut as in the table of scores.
LOADED_FROM = 0.5

_DIGITS = 4

#: int64 (sentences, 2): the loaded and the sentiment label of each.
Labels = NDArray[np.int64]


class Predicts(Protocol):
    """Anything that scores sentences."""

    def predict(self, sentences: Sequence[str]) -> Prediction:
        """Score sentences."""
        ...


def invariance(classifier: Predicts, suite: Suite) -> dict[str, Any]:
    """Gaps and flips of every kind of names, as they are stored in `metrics.json`.

    Tone is the probability of positive minus that of negative, −1…1. Every name of a kind is put
    into every template of that kind, so that only the name differs between two rows.

    Returns:
        ``aim``; ``names``, ``sentences`` (how many were neutral ones were scored);
        ``swaps``: ``swaps`` (how many were made) and ``loaded_flips``, ``sentiment_flips`` (the
        share of them that turned that label);
        ``kinds``: per kind ``names``, ``templates``, ``loaded`` and ``tone`` (see `gaps.spread`),
        and ``swaps`` as above. All values are int, float or str; floats have four decimals.
    """
    kinds = [kind for kind in KINDS if any(n.kind == kind for n in suite.names)]
    labels = {kind: _swapped(classifier, suite, kind) for kind in kinds}
    measured = {
        kind: {**_neutral(classifier, suite, kind), "swaps": _flips(*labels[kind])}
        for kind in kinds
    }
    first, second = (np.concatenate([labels[kind][i] for kind in kinds]) for i in range(2))
    rounded: dict[str, Any] = _rounded(
        {
            "aim": AIM,
            "names": len(suite.names),
            "sentences": sum(m["names"] * m["templates"] for m in measured.values()),
            "swaps": _flips(first, second),
            "kinds": measured,
        }
    )
    return rounded


def tone(prediction: Prediction) -> Scores:
    """Probability of positive minus probability of negative, float64 (n,), −1…1."""
    sentiment = prediction.sentiment.astype(np.float64)
    return sentiment[:, 2] - sentiment[:, 0]


def _neutral(classifier: Predicts, suite: Suite, kind: str) -> dict[str, Any]:
    names = [n for n in suite.names if n.kind == kind]
    templates = [t.text for t in suite.templates if kind in t.kinds]
    prediction = classifier.predict([fill(t, n.name) for n in names for t in templates])
    shape = (len(names), len(templates))
    labels, groups = [n.name for n in names], [n.group for n in names]
    return {
        "names": len(names),
        "templates": len(templates),
        "loaded": spread(labels, groups, prediction.loaded.astype(np.float64).reshape(shape)),
        "tone": spread(labels, groups, tone(prediction).reshape(shape)),
    }


def _swapped(classifier: Predicts, suite: Suite, kind: str) -> tuple[Labels, Labels]:
    """Labels of the sentences of a kind with the first, and with the second name of each pair."""
    pairs = [s for s in suite.swaps if s.kind == kind]
    sentences = [s.text for s in suite.sentences if kind in s.kinds]
    return (
        _labels(classifier.predict([fill(s, p.first) for p in pairs for s in sentences])),
        _labels(classifier.predict([fill(s, p.second) for p in pairs for s in sentences])),
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


def _rounded(value: Any) -> Any:
    """The same nested figures with four decimals."""
    if isinstance(value, Mapping):
        return {key: _rounded(inner) for key, inner in value.items()}
    return round(value, _DIGITS) if isinstance(value, float) else value
