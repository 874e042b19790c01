"""False alarms among plain sentences, by hand."""

from collections.abc import Sequence
from typing import cast

import numpy as np

from models.evaluation.desks import DeskSentence
from models.evaluation.figures.vivid import false_alarms
from models.inference.onnx_classifier import OnnxClassifier
from models.inference.prediction import LoadedThresholds, Prediction


class Says:
    """A classifier whose probability is written in the sentence."""

    thresholds = LoadedThresholds(0.3, 0.7)

    def predict(self, sentences: Sequence[str]) -> Prediction:
        loaded = np.array([float(s.split()[-1]) for s in sentences], dtype=np.float32)
        count = len(sentences)
        return Prediction(
            np.full((count, 3), 1 / 3, dtype=np.float32),
            loaded,
            [[] for _ in sentences],
            np.zeros(count, dtype=bool),
            np.zeros(count, dtype=np.int64),
        )


def test_alarms_are_counted_by_half_and_desk() -> None:
    rows = [
        DeskSentence(desk, f"Killer app {p}", "Killer")
        for desk, p in (("law", 0.9), ("law", 0.5), ("food", 0.1), ("food", 0.2), ("weather", 0.9))
    ]
    found = false_alarms(cast(OnnxClassifier, Says()), rows)
    held = found["held_out"]
    assert (held["rows"], held["share"], held["uncertain"]) == (4, 0.25, 0.25)
    assert held["desks"] == {"law": 1, "food": 0}
    # Wilson's interval of 1 in 4.
    assert (held["low"], held["high"]) == (0.0456, 0.6994)
    assert found["trained"]["desks"] == {"weather": 1}
    assert set(false_alarms(cast(OnnxClassifier, Says()), rows[:4])) == {"held_out"}
