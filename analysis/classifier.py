"""The classifier that all of the analysis asks, with its failure as a ``SlantError``."""

from __future__ import annotations

from typing import TYPE_CHECKING

from analysis.errors import ModelUnavailable

if TYPE_CHECKING:
    from models import Classifier


def classifier() -> Classifier:
    """Return the classifier of this process, loaded at the first call (``models``).

    Raises ModelUnavailable if its files are missing or damaged, or it cannot run here.
    """
    from models import ModelError, load_classifier

    try:
        return load_classifier()
    except ModelError as error:
        raise ModelUnavailable(str(error)) from error
