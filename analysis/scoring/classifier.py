"""Access to the classifier; its errors are raised as ``SlantError``."""

from __future__ import annotations

import threading
from collections.abc import Sequence
from typing import TYPE_CHECKING

from analysis.errors import ModelUnavailable

if TYPE_CHECKING:
    from models import Classifier, LoadedThresholds, Prediction, Span, ToneThresholds

__all__ = [
    "AsksAnother",
    "Classifier",
    "LoadedThresholds",
    "Prediction",
    "Span",
    "ToneThresholds",
    "classifier",
    "joined",
    "selected",
]

_lock = threading.Lock()


def classifier() -> Classifier:
    """Return the classifier of this process, loaded by ``models`` at the first call.

    Other threads wait while it is loading, so that it is loaded only once.

    Raises ModelUnavailable if its files are missing or damaged, or it cannot run here.
    """
    from models import ModelError, load_classifier

    try:
        with _lock:
            return load_classifier()
    except ModelError as error:
        raise ModelUnavailable(str(error)) from error


def joined(parts: Sequence[Prediction]) -> Prediction:
    """Return several predictions, of consecutive batches of sentences, as one."""
    from models.inference.prediction import joined as joined_predictions

    return joined_predictions(parts)


def selected(prediction: Prediction, places: Sequence[int]) -> Prediction:
    """Return the predictions of the sentences at ``places``, in that order."""
    from models.inference.prediction import selected as selected_predictions

    return selected_predictions(prediction, places)


class AsksAnother:
    """A classifier that has another one, its ``model``, read the sentences: what is the same for
    both."""

    if TYPE_CHECKING:

        @property
        def model(self) -> Classifier: ...

    @property
    def name(self) -> str:
        return self.model.name

    @property
    def version(self) -> str:
        return self.model.version

    @property
    def thresholds(self) -> LoadedThresholds:
        return self.model.thresholds

    @property
    def tone_thresholds(self) -> ToneThresholds:
        return self.model.tone_thresholds

    @property
    def max_tokens(self) -> int:
        return self.model.max_tokens
