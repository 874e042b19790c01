"""All figures of a release, from its weights, its stored results and the labelled sets."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from datetime import date
from typing import Any

from models.errors import ModelError
from models.evaluation.floors import compare_with_floors, read_floors
from models.evaluation.inputs import Inputs
from models.evaluation.parts import PARTS

_INTERVAL = "95 % percentile bootstrap, 500 draws of whole articles or outlets where there are any"


def evaluate(
    inputs: Inputs, parts: Collection[str] = (), stored: Mapping[str, Any] | None = None
) -> dict[str, Any]:
    """Every figure, as it is stored in `metrics.json`.

    Args:
        inputs: the release and the rows.
        parts: of `PARTS`, only these are measured; all of them where none is named.
        stored: the figures of an earlier run on the same release, from which the parts that are not
            measured are taken.

    Raises:
        ModelError: results stored beside the weights are missing or of other rows, or the stored
            figures are of another release.
        DataError: the table of floors or of names in training can't be read.
    """
    classifier = inputs.classifier
    known = dict(stored or {}) if parts else {}
    if parts and (known.get("model"), known.get("version")) != (
        classifier.name,
        classifier.version,
    ):
        raise ModelError(
            f"metrics.json holds no figures of {classifier.name} {classifier.version} to which "
            "those of a part could be added: evaluate without --parts first."
        )
    metrics: dict[str, Any] = {
        **known,
        "model": classifier.name,
        "version": classifier.version,
        "evaluated": date.today().isoformat(),
        "interval": _INTERVAL,
    }
    for name, measure in PARTS.items():
        if not parts or name in parts:
            metrics |= measure(inputs)
    return {**metrics, "floors": compare_with_floors(metrics, read_floors())}
