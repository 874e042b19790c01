"""The classifiers: `load_classifier()` gives the bundled one, or the one the environment names;
`release_facts()` gives the measurements and the card of the bundled one."""

from models.errors import ModelError
from models.facts import ReleaseFacts, release_facts
from models.inference.loading import load_classifier
from models.inference.prediction import (
    SENTIMENT_LABELS,
    UNCLEAR,
    Classifier,
    LoadedThresholds,
    Prediction,
    Span,
    ToneThresholds,
)

__all__ = [
    "SENTIMENT_LABELS",
    "UNCLEAR",
    "Classifier",
    "LoadedThresholds",
    "ModelError",
    "Prediction",
    "ReleaseFacts",
    "Span",
    "ToneThresholds",
    "load_classifier",
    "release_facts",
]
