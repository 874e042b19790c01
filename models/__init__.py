"""The classifiers: `load_classifier()` gives the bundled one, or the one the environment names."""

from models.errors import ModelError
from models.inference.loading import load_classifier
from models.inference.prediction import (
    SENTIMENT_LABELS,
    Classifier,
    LoadedThresholds,
    Prediction,
    Span,
)

__all__ = [
    "SENTIMENT_LABELS",
    "Classifier",
    "LoadedThresholds",
    "ModelError",
    "Prediction",
    "Span",
    "load_classifier",
]
