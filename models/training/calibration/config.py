"""The settings file of a release, `config.json`."""

from __future__ import annotations

import json
from dataclasses import asdict
from pathlib import Path

from models.inference.prediction import SENTIMENT_LABELS
from models.inference.settings import sha256_of
from models.training.calibration.settings import Settings

#: Sentences are truncated to this many tokens at inference.
MAX_TOKENS = 256

#: The models whose probabilities a release is scaled to, if the folds were trained with it.
FOLDS_MODELS = "the mean of those models, so calibrated,"


def write_config(
    folder: Path, name: str, version: str, settings: Settings, scaled_to: str = FOLDS_MODELS
) -> None:
    """Write `config.json` beside the weights, with the reason for every threshold.

    Args:
        folder: holds `model.onnx` and `tokenizer.json`.
        name, version: of the release.
        settings: what goes into the file.
        scaled_to: the models to whose probabilities the release was scaled, in words.
    """
    config = {
        "name": name,
        "version": version,
        "base": "sentence-transformers/all-MiniLM-L6-v2",
        "max_tokens": MAX_TOKENS,
        "labels": {
            "sentiment": list(SENTIMENT_LABELS),
            "loaded": ["neutral", "uncertain", "loaded"],
        },
        "calibration": {
            "sentiment_temperature": settings.sentiment_temperature,
            "sentiment_balance": settings.sentiment_balance,
            **asdict(settings.scaling),
            "fold_scale": settings.of_folds.loaded_scale,
            "fold_shift": settings.of_folds.loaded_shift,
            "fold_word_scale": settings.of_folds.word_scale,
            "fold_word_shift": settings.of_folds.word_shift,
            "reason": "Temperature of the int8 model on NewsMTSC's validation sentences whose "
            "targets agree, those with one and those with several counting the same; balance of "
            "negative and positive the mean of those on NewsMTSC's and on the Stanford Treebank's "
            "validation sentences; Platt "
            "scaling of the folds' loaded logit on BABE's majority labels and of the words' on "
            "its words, on out-of-fold scores of int8 models (crossval.csv, folds by article); "
            f"the release's on what {scaled_to} says of unlabelled sentences and their words.",
        },
        "thresholds": {
            "neutral_below": settings.neutral_below,
            "loaded_from": settings.loaded_from,
            "word": asdict(settings.word),
            "tone": asdict(settings.tone),
            "techniques": settings.techniques,
            "reason": "The outer bands are the widest that were right at least 9 times in 10 on "
            "rows of BABE with at most one dissenting vote of five, as models trained without "
            "their outlet score them; a word must be as likely as its threshold (lower where the "
            "sentence is not neutral) and as that share of the sentence's likeliest word, with the "
            "highest word-level F1 on the folds by article, or within 0.002 of it the lowest; a "
            "sentiment is shown from the lowest probability from which it was right 85 times in "
            "100 on NewsMTSC's validation sentences whose targets agree, and 80 times with these "
            "weighted so that positive ones are as rare among them as in unlabelled news; a "
            "technique is named from where that was right 65 times in 100 on validation articles "
            "of PTC.",
        },
        "sha256": {file: sha256_of(folder / file) for file in ("model.onnx", "tokenizer.json")},
    }
    (folder / "config.json").write_text(json.dumps(config, indent=2) + "\n", encoding="utf-8")
