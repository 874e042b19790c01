"""What was measured about the bundled models, with its failure as a ``SlantError``."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Any

from analysis.errors import MeasurementsUnavailable

if TYPE_CHECKING:
    from models import ReleaseFacts

__all__ = ["ReleaseFacts", "passed_over", "release_facts", "voices_facts"]


def release_facts(folder: Path | None = None) -> ReleaseFacts:
    """Return the measurements and the model card of the release in ``folder``, the bundled one if
    it is None.

    Raises MeasurementsUnavailable if a file is missing or cannot be read.
    """
    import models

    try:
        return models.release_facts() if folder is None else models.release_facts(folder)
    except models.ModelError as error:
        raise MeasurementsUnavailable(str(error)) from error


def voices_facts() -> ReleaseFacts:
    """Return the measurements and the model card of the network that finds names and who says what.

    Raises MeasurementsUnavailable if a file is missing or cannot be read.
    """
    import models

    try:
        return models.voices_facts()
    except models.ModelError as error:
        raise MeasurementsUnavailable(str(error)) from error


@cache
def passed_over(model: str, version: str) -> Mapping[str, Any]:
    """Return what was measured of how many clearly loaded sentences a model passes over.

    That is ``passed_over`` of the bundled release's measurements; it is empty for another ``model``
    or ``version``, and where the measurements are missing: an article is shown all the same.
    """
    try:
        metrics = release_facts().metrics
    except MeasurementsUnavailable:
        return {}
    if (metrics.get("model"), metrics.get("version")) != (model, version):
        return {}
    found: Mapping[str, Any] = metrics.get("passed_over", {})
    return found
