"""Calibrate the int8 release and choose its thresholds."""

from __future__ import annotations

import csv
import json
import shutil
from dataclasses import asdict, replace

from models.inference.onnx_classifier import OnnxClassifier
from models.inference.prediction import LoadedThresholds
from models.inference.release import BUNDLED, Release
from models.training.calibration.config import FOLDS_MODELS, write_config
from models.training.calibration.out_of_fold import read_out_of_fold
from models.training.calibration.scaling import (
    Scaling,
    release_scaling,
    sentiment_settings,
    word_scaling,
)
from models.training.calibration.settings import Settings
from models.training.calibration.thresholds import (
    choose_techniques,
    choose_word_thresholds,
    loaded_settings,
)
from models.training.calibration.tone import tone_settings
from models.training.data.folds import FOLDS, SCHEMES
from models.training.data.unlabelled import read_sentences
from models.training.stages.settings import Run, needed

#: Unlabelled sentences on which the release is scaled to the folds' models; others of the same
#: articles than those of the distillation.
SCALING_SENTENCES, SCALING_SEED = 2_000, 77

#: Columns of `crossval.csv`.
COLUMNS = ("scheme", "fold", "row", "loaded", "words")


def run_stage(run: Run) -> None:
    """Write `crossval.csv` and `config.json` beside `model.onnx`, and print the settings.

    The out-of-fold results, and the models that the release is scaled to, are those of `crossval/`,
    or of another release where the run names one.
    """
    needed(run.out / "model.onnx", "export")
    other = run.other_release
    if other is None:
        _merge_folds(run)
    else:
        shutil.copy(other.folder / "crossval.csv", run.out)
    settings, scaled_to = _settings(run, other)
    write_config(run.out, BUNDLED.name, run.version, settings, scaled_to)
    print(json.dumps(asdict(settings)))


def _merge_folds(run: Run) -> None:
    """Write `crossval.csv`, one table of all folds."""
    parts = [
        needed(run.fold_folder / f"{scheme}-{fold}.csv", "folds")
        for scheme in SCHEMES
        for fold in range(FOLDS)
    ]
    with (run.out / "crossval.csv").open("w", encoding="utf-8", newline="") as file:
        csv.writer(file, lineterminator="\n").writerow(COLUMNS)
        for part in parts:
            file.write(part.read_text(encoding="utf-8"))


def _settings(run: Run, other: Release | None) -> tuple[Settings, str]:
    """The settings of the release, and the models it was scaled to, in words."""
    babe = [e for e in run.examples if e.corpus == "babe"]
    rows = read_out_of_fold(run.out, babe, "article")
    fold_scale, fold_shift, neutral_below, loaded_from = loaded_settings(
        rows, read_out_of_fold(run.out, babe, "outlet")
    )
    of_folds = Scaling(fold_scale, fold_shift, *word_scaling(rows))
    word = choose_word_thresholds(rows, of_folds, neutral_below)
    if other is None:
        folders = [run.fold_folder / f"article-{fold}" for fold in range(FOLDS)]
        models = [OnnxClassifier(Release.unset(folder)) for folder in folders]
        of_models, scaled_to = of_folds, FOLDS_MODELS
    else:
        models, of_models = [OnnxClassifier(other)], Scaling.of(other)
        scaled_to = f"release {other.version}"
    unlabelled = read_sentences(run.data, SCALING_SENTENCES, SCALING_SEED)
    uncalibrated = OnnxClassifier(Release.unset(run.out))
    scaling = release_scaling(uncalibrated, models, unlabelled, of_models)
    validation = [e for e in run.examples if e.part == "validation"]
    release = Release.unset(
        run.out,
        word_scale=scaling.word_scale,
        word_shift=scaling.word_shift,
        word_thresholds=word,
        loaded_scale=scaling.loaded_scale,
        loaded_shift=scaling.loaded_shift,
        thresholds=LoadedThresholds(neutral_below, loaded_from),
    )
    classifier = OnnxClassifier(release)
    temperature, balance = sentiment_settings(classifier, validation)
    calibrated = replace(release, sentiment_temperature=temperature, sentiment_balance=balance)
    settings = Settings(
        sentiment_temperature=temperature,
        sentiment_balance=balance,
        scaling=scaling,
        of_folds=of_folds,
        neutral_below=neutral_below,
        loaded_from=loaded_from,
        word=word,
        tone=tone_settings(OnnxClassifier(calibrated), validation, unlabelled),
        techniques=choose_techniques(classifier, [e for e in validation if e.corpus == "ptc"]),
    )
    return settings, scaled_to
