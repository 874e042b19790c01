"""What the folds' models together say of unlabelled sentences, as targets for the release.

An ensemble is steadier than any of its members (Hinton et al. 2015, arXiv 1503.02531), and the
sentences are of 268 outlets where BABE's are of eleven. Each fold's model was trained on four
fifths of BABE's training rows; none saw its test rows.
"""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

import numpy as np

from models.calibration import sigmoid
from models.onnx_classifier import OnnxClassifier
from models.release import Release
from models.training.batches import TRAINING_TOKENS, Encoded

#: Name of the set that such sentences form.
CORPUS = "distilled"


def soft_labels(folders: Sequence[Path], sentences: Sequence[str]) -> list[Encoded]:
    """Token ids with the ensemble's loaded probability and word probabilities as targets.

    `folders` hold the folds' int8 models. Their logits are averaged. Special tokens have no
    target; a sentence is cut at `TRAINING_TOKENS`.
    """
    ensemble = [OnnxClassifier(Release.unset(folder)) for folder in folders]
    tokens = ensemble[0].tokenize(sentences)
    ids = [t.ids[:TRAINING_TOKENS] for t in tokens]
    logits = [classifier.logits(ids) for classifier in ensemble]
    loaded = sigmoid(np.mean([each.loaded for each in logits], axis=0))
    encoded = []
    for i, t in enumerate(tokens):
        words = sigmoid(np.mean([each.words[i] for each in logits], axis=0))
        targets = [
            float(p) if end > start else -1.0
            for p, (start, end) in zip(words, t.offsets, strict=False)
        ]
        encoded.append(Encoded(CORPUS, ids[i], float(loaded[i]), None, targets))
    return encoded
