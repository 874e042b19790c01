"""Loads the classifier: the bundled one, unless the environment names another."""

from __future__ import annotations

import json
import os
from functools import cache
from pathlib import Path

from models.inference.prediction import Classifier
from models.inference.release import read_release


def load_classifier() -> Classifier:
    """The classifier for this process, loaded at the first call and shared by all threads.

    `SLANT_LOADED_MODEL` and `SLANT_SENTIMENT_MODEL` (a folder or a hub id) replace that head by a
    Hugging Face sequence classifier; the other heads stay the bundled model's. Where the former is
    the folder of a release (`python -m models.training.house` writes one), all heads are that
    release's, and torch is not needed.

    Raises:
        ModelError: files are missing or damaged, or torch is needed and not installed.
    """
    return _load(
        os.environ.get("SLANT_LOADED_MODEL", ""), os.environ.get("SLANT_SENTIMENT_MODEL", "")
    )


@cache
def _load(loaded_model: str, sentiment_model: str) -> Classifier:
    from models.inference.onnx_classifier import OnnxClassifier

    if _is_release(loaded_model):
        bundled, loaded_model = OnnxClassifier(read_release(Path(loaded_model))), ""
    else:
        bundled = OnnxClassifier(read_release())
    if not loaded_model and not sentiment_model:
        return bundled
    from models.inference.hub_classifier import HubClassifier

    return HubClassifier(bundled, loaded_model=loaded_model, sentiment_model=sentiment_model)


def _is_release(name: str) -> bool:
    """Whether a folder of this name has the settings of a release, not those of a checkpoint."""
    if not name:
        return False
    try:
        return "thresholds" in json.loads((Path(name) / "config.json").read_text(encoding="utf-8"))
    except (OSError, ValueError, TypeError):
        return False
