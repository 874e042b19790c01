"""What was measured about the bundled model, with its failure as a ``SlantError``."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from analysis.errors import MeasurementsUnavailable

if TYPE_CHECKING:
    from models import ReleaseFacts

__all__ = ["ReleaseFacts", "release_facts"]


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
