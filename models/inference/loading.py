"""Loads the classifier: the bundled one, unless the environment names another."""

from __future__ import annotations

import os
from functools import cache

from models.inference.prediction import Classifier
from models.inference.release import read_release


def load_classifier() -> Classifier:
    """The classifier for this process, loaded at the first call and shared by all threads.

    `SLANT_LOADED_MODEL` and `SLANT_SENTIMENT_MODEL` (a folder or a hub id) replace that head by a
    Hugging Face sequence classifier; the other heads stay the bundled model's.

    Raises:
        ModelError: files are missing or damaged, or torch is needed and not installed.
    """
    return _load(
        os.environ.get("SLANT_LOADED_MODEL", ""), os.environ.get("SLANT_SENTIMENT_MODEL", "")
    )


@cache
def _load(loaded_model: str, sentiment_model: str) -> Classifier:
    from models.inference.onnx_classifier import OnnxClassifier

    bundled = OnnxClassifier(read_release())
    if not loaded_model and not sentiment_model:
        return bundled
    from models.inference.hub_classifier import HubClassifier

    return HubClassifier(bundled, loaded_model=loaded_model, sentiment_model=sentiment_model)
