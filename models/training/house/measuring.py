"""What a house's own release is worth, beside the one that it was made from."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from sklearn.metrics import f1_score, roc_auc_score

from models.corpora import Example
from models.evaluation.desks import read_desks
from models.inference.onnx_classifier import OnnxClassifier

MOST_LOST = 0.02
"""How much macro-F1 on BABE's test rows, and of the plain sentences that are not called loaded, a
house's release may lose: about what two releases of one recipe differ by."""


@dataclass(frozen=True)
class Measured:
    """One release's figures.

    Attributes:
        house: AUROC of the loaded probability on the house's held-out rows; None where they are
            all of one label.
        plain: share of the held-out desks' plain sentences that are not called likely loaded.
        babe: macro-F1 on BABE's test rows, a sentence being loaded from a half; None without them.
    """

    house: float | None
    plain: float
    babe: float | None


def measured(
    classifier: OnnxClassifier, house: Sequence[Example], babe: Sequence[Example]
) -> Measured:
    """The figures of a release on rows that it was not trained on."""
    plain = [row.text for row in read_desks() if row.held_out]
    bands = classifier.predict(plain).loaded >= classifier.thresholds.loaded_from
    return Measured(
        house=_auroc(classifier, house),
        plain=float(1 - np.mean(bands)),
        babe=_macro_f1(classifier, babe) if babe else None,
    )


def lost(before: Measured, after: Measured) -> list[str]:
    """What the later release lost beyond `MOST_LOST`, in words; empty where all is kept."""
    found = []
    pairs = (
        ("macro-F1 on BABE's test rows", before.babe, after.babe),
        ("plain sentences left alone", before.plain, after.plain),
    )
    for name, old, new in pairs:
        if old is not None and new is not None and new < old - MOST_LOST:
            found.append(f"{name} fell from {old:.3f} to {new:.3f}")
    return found


def _auroc(classifier: OnnxClassifier, rows: Sequence[Example]) -> float | None:
    labels = [row.loaded_label for row in rows]
    if len(set(labels)) < 2:
        return None
    return float(roc_auc_score(labels, classifier.predict([row.text for row in rows]).loaded))


def _macro_f1(classifier: OnnxClassifier, rows: Sequence[Example]) -> float:
    said = classifier.predict([row.text for row in rows]).loaded >= 0.5
    return float(f1_score([row.loaded_label for row in rows], said, average="macro"))
