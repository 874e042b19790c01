"""The classifier that all of the analysis asks, with its failure as a ``SlantError``."""

from __future__ import annotations

import threading
from collections.abc import Sequence
from typing import TYPE_CHECKING

from analysis.errors import ModelUnavailable

if TYPE_CHECKING:
    from models import Classifier, LoadedThresholds, Prediction, Span

__all__ = ["Classifier", "LoadedThresholds", "Prediction", "Span", "classifier", "joined"]

_lock = threading.Lock()


def classifier() -> Classifier:
    """Return the classifier of this process, loaded at the first call (``models``).

    Whoever comes while it is loading waits for it, so that there is never a second one.

    Raises ModelUnavailable if its files are missing or damaged, or it cannot run here.
    """
    from models import ModelError, load_classifier

    try:
        with _lock:
            return load_classifier()
    except ModelError as error:
        raise ModelUnavailable(str(error)) from error


def joined(parts: Sequence[Prediction]) -> Prediction:
    """Return the predictions of one or more runs of sentences, end to end, as one."""
    from models.inference.prediction import joined as joined_predictions

    return joined_predictions(parts)
