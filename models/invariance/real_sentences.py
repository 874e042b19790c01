"""How steady the scores of real sentences are: under other names, and without the full stop.

The suite's sentences were written for it, are short, and say little of anybody. In real sentences a
politician is praised, blamed and quoted, so a name has more to pull on.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np

from models.evaluation.metrics import LOADED_FROM, share_interval
from models.inference.onnx_classifier import OnnxClassifier
from models.inference.prediction import Prediction
from models.invariance.gaps import flip_share
from models.invariance.people import People, Person, person, renamed
from models.invariance.suite import Suite

_DIGITS = 4


@dataclass(frozen=True)
class RealSentences:
    """Sentences of one source, and what to call it in the card."""

    name: str
    sentences: Sequence[str]


def steadiness(
    classifier: OnnxClassifier, suite: Suite, sources: Sequence[RealSentences], most: int = 1_000
) -> list[dict[str, Any]]:
    """How often a label changes that should not, as stored in `metrics.json` under ``steady``.

    Args:
        classifier: the release.
        suite: its pairs of politicians are swapped, each for the other.
        sources: sentences that the release was not made steady on.
        most: of each source and change, only the first so many sentences that it applies to.

    Returns:
        Per source and change (``names`` or ``full stop``): ``source``, ``change``, ``sentences``,
        and a share with its 95 % interval (Wilson) of changed labels: ``loaded`` (at 0.5),
        ``band`` (any of the three), ``sentiment``, and ``tone`` (as shown to readers, unclear
        being one). Sources without a sentence for a change are left out.
    """
    people = _pairs(suite)
    finder = People(list(people))
    lines = []
    for source in sources:
        named = [s for s in source.sentences if not s.isupper() and finder.mentions(s)][:most]
        stopped = [s for s in source.sentences if s.endswith(".")][:most]
        for change, first, second in (
            ("names", named, [renamed(s, finder.mentions(s), people) for s in named]),
            ("full stop", stopped, [s.removesuffix(".") for s in stopped]),
        ):
            if first:
                lines.append(
                    {
                        "source": source.name,
                        "change": change,
                        "sentences": len(first),
                        **_flips(classifier, first, second),
                    }
                )
    return lines


def _pairs(suite: Suite) -> dict[Person, Person]:
    """Each politician of the suite's swaps, and who takes their place."""
    pairs = [(person(s.first), person(s.second)) for s in suite.swaps if s.kind == "politician"]
    return dict(pairs) | {second: first for first, second in pairs}


def _flips(
    classifier: OnnxClassifier, first: Sequence[str], second: Sequence[str]
) -> dict[str, dict[str, float]]:
    one, other = classifier.predict(first), classifier.predict(second)
    before, after = _labels(classifier, one), _labels(classifier, other)
    found = {}
    for label in before:
        share = flip_share(before[label], after[label])
        low, high = share_interval(round(share * len(first)), len(first))
        found[label] = {
            "share": round(share, _DIGITS),
            "low": round(low, _DIGITS),
            "high": round(high, _DIGITS),
        }
    return found


def _labels(classifier: OnnxClassifier, prediction: Prediction) -> dict[str, np.ndarray]:
    return {
        "loaded": prediction.loaded >= LOADED_FROM,
        "band": np.array([classifier.thresholds.band(float(p)) for p in prediction.loaded]),
        "sentiment": prediction.sentiment.argmax(axis=1),
        "tone": np.array(classifier.tone_thresholds.labels(prediction.sentiment)),
    }
