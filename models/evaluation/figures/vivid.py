"""How often plain sentences in vivid words, of desks that are in no training, are called loaded."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import numpy as np

from models.evaluation.desks import DeskSentence
from models.evaluation.metrics import share_interval
from models.inference.onnx_classifier import OnnxClassifier


def false_alarms(classifier: OnnxClassifier, rows: Sequence[DeskSentence]) -> dict[str, Any]:
    """False alarms among plain sentences, as stored in `metrics.json` under ``vivid``.

    Args:
        classifier: the release.
        rows: sentences of all desks.

    Returns:
        ``held_out`` and ``trained`` (desks in training), each with ``rows``, ``desks`` (rows by
        desk that are called loaded), ``share`` of them with ``low`` and ``high`` (95 % interval),
        and ``uncertain``, the share in that band; halves without rows are left out.
    """
    probabilities = classifier.predict([row.text for row in rows]).loaded
    bands = np.array([classifier.thresholds.band(float(p)) for p in probabilities], dtype=str)
    halves = {"held_out": True, "trained": False}
    return {
        name: _half([r for r in rows if r.held_out == held], bands[_mask(rows, held)])
        for name, held in halves.items()
        if any(row.held_out == held for row in rows)
    }


def _mask(rows: Sequence[DeskSentence], held: bool) -> np.ndarray:
    return np.array([row.held_out == held for row in rows], dtype=bool)


def _half(rows: Sequence[DeskSentence], bands: np.ndarray) -> dict[str, Any]:
    loaded = int((bands == "loaded").sum())
    low, high = share_interval(loaded, len(rows))
    desks = {row.desk: 0 for row in rows}
    for row, band in zip(rows, bands.tolist(), strict=True):
        desks[row.desk] += band == "loaded"
    return {
        "rows": len(rows),
        "desks": desks,
        "share": round(loaded / len(rows), 4),
        "low": round(low, 4),
        "high": round(high, 4),
        "uncertain": round(float((bands == "uncertain").mean()), 4),
    }
