"""The networks: `load_classifier()` gives the bundled classifier of sentences, or the one the
environment names; `load_voices()` the network that finds names and attributions; `release_facts()`
and `voices_facts()` the measurements and the cards of the one and the other; `word_vectors()`
vectors of words."""

from models.errors import ModelError
from models.facts import ReleaseFacts, release_facts, voices_facts
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
from models.inference.voices.found import Attribution, NameMention, Tagged
from models.inference.voices.loading import load_voices
from models.inference.word_vectors import word_vectors

__all__ = [
    "SENTIMENT_LABELS",
    "UNCLEAR",
    "Attribution",
    "Classifier",
    "LoadedThresholds",
    "ModelError",
    "NameMention",
    "Prediction",
    "ReleaseFacts",
    "Span",
    "Tagged",
    "ToneThresholds",
    "load_classifier",
    "load_voices",
    "release_facts",
    "voices_facts",
    "word_vectors",
]
