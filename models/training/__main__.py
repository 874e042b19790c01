"""Train, cross-validate, export and calibrate a release, in one command.

python -m models.training --data DIR --out FOLDER

Steps whose files are in FOLDER already are not done again, so that a run that was cut off goes on.
With `--folds-of RELEASE` no folds are trained, which is most of the work: their results, and what
the release is scaled to, are taken from that release.
"""

from __future__ import annotations

import argparse
import csv
import gzip
import json
import shutil
import sys
import time
from collections.abc import Sequence
from dataclasses import asdict
from pathlib import Path

import torch

from models.corpora import Example, read_corpora, training_rows
from models.errors import DataError, ModelError
from models.inference.onnx_classifier import OnnxClassifier
from models.inference.prediction import SENTIMENT_LABELS, LoadedThresholds
from models.inference.release import BUNDLED, Release, read_release, sha256_of
from models.inference.words import word_logits
from models.training import crossval
from models.training.distil import CORPUS as DISTILLED
from models.training.export import export
from models.training.recipe import (
    MAX_TOKENS,
    Start,
    base_tokenizer,
    own_sentences,
    released,
    taught,
    together,
)
from models.training.teaching import material_of, taught_to_the_release
from models.training.thresholds import (
    Scaling,
    Settings,
    choose_techniques,
    choose_word_thresholds,
    loaded_settings,
    read_out_of_fold,
    release_scaling,
    sentiment_settings,
    word_scaling,
)
from models.training.unlabelled import read_sentences

VERSION = "0.8.1"

#: Other sentences of the same articles, on which the release is calibrated to the folds' models.
CALIBRATED_ON, CALIBRATION_SEED = 2_000, 77

#: What the release is scaled to if its folds were trained with it.
OF_FOLDS = "the mean of those models, so calibrated,"

#: Test rows of these sets are kept as the fp32 network scores them, beside the int8 weights.
FLOAT_COLUMNS = ("corpus", "row", "loaded", "negative", "neutral", "positive", "words")


def write_config(
    folder: Path, name: str, version: str, settings: Settings, scaled_to: str = OF_FOLDS
) -> None:
    """Write `config.json` beside the weights; every threshold with its reason. The release was
    `scaled_to` what these models say."""
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
            "techniques": settings.techniques,
            "reason": "The outer bands are the widest that were right at least 9 times in 10 on "
            "rows of BABE with at most one dissenting vote of five, as models trained without "
            "their outlet score them; a word must be as likely as its threshold (lower where the "
            "sentence is not neutral) and as that share of the sentence's likeliest word, with the "
            "highest word-level F1 on the folds by article, or within 0.002 of it the lowest; a "
            "technique is named from where that was right 65 times in 100 on validation articles "
            "of PTC.",
        },
        "sha256": {file: sha256_of(folder / file) for file in ("model.onnx", "tokenizer.json")},
    }
    (folder / "config.json").write_text(json.dumps(config, indent=2) + "\n", encoding="utf-8")


def write_float_scores(classifier: OnnxClassifier, test: Sequence[Example], path: Path) -> None:
    """Write the logits of every test row, no text, as gzipped CSV; words of BABE's rows only."""
    tokens = classifier.tokenize([e.text for e in test])
    logits = classifier.logits([t.ids for t in tokens])
    rows = []
    for i, (e, t) in enumerate(zip(test, tokens, strict=True)):
        words = word_logits(e.text, t.offsets, logits.words[i].tolist())
        rows.append(
            [
                e.corpus,
                e.row,
                f"{logits.loaded[i]:.3f}",
                *(f"{value:.3f}" for value in logits.sentiment[i]),
                words if e.corpus == "babe" else "",
            ]
        )
    with (
        path.open("wb") as raw,
        gzip.GzipFile(fileobj=raw, mode="wb", mtime=0) as packed,
    ):
        lines = [FLOAT_COLUMNS, *rows]
        packed.write("".join(",".join(map(str, line)) + "\n" for line in lines).encode())


def _merge(parts: Path, path: Path) -> None:
    """One table of all folds."""
    with path.open("w", encoding="utf-8", newline="") as file:
        csv.writer(file, lineterminator="\n").writerow(crossval.COLUMNS)
        for scheme in crossval.SCHEMES:
            for fold in range(crossval.FOLDS):
                file.write((parts / f"{scheme}-{fold}.csv").read_text(encoding="utf-8"))


def finish(
    examples: Sequence[Example],
    data: Path,
    out: Path,
    version: str,
    folds_of: Release | None = None,
) -> Settings:
    """Turn the trained weights in `out/float` into a release: int8 model, tokenizer, settings.

    The results of the folds, and what the release is scaled to, are of the run in `out`, or those
    of the release `folds_of`.
    """
    network = crossval.load_network(out / "float" / "weights.pt")
    export(network, own_sentences(), out / "float" / "model.onnx", out / "model.onnx")
    for folder in (out, out / "float"):
        base_tokenizer().save(str(folder / "tokenizer.json"), pretty=False)
    test = [e for e in examples if e.part == "test"]
    write_float_scores(OnnxClassifier(Release.unset(out / "float")), test, out / "float.csv.gz")
    if folds_of is None:
        _merge(out / "crossval", out / "crossval.csv")
    else:
        shutil.copy(folds_of.folder / "crossval.csv", out)
    babe = [e for e in examples if e.corpus == "babe"]
    rows = read_out_of_fold(out, babe, "article")
    fold_scale, fold_shift, neutral_below, loaded_from = loaded_settings(
        rows, read_out_of_fold(out, babe, "outlet")
    )
    of_folds = Scaling(fold_scale, fold_shift, *word_scaling(rows))
    word = choose_word_thresholds(rows, of_folds, neutral_below)
    if folds_of is None:
        folders = [out / "crossval" / f"article-{fold}" for fold in range(crossval.FOLDS)]
        models = [OnnxClassifier(Release.unset(folder)) for folder in folders]
        of_models, scaled_to = of_folds, OF_FOLDS
    else:
        models, of_models = [OnnxClassifier(folds_of)], Scaling.of(folds_of)
        scaled_to = f"release {folds_of.version}"
    unlabelled = read_sentences(data, CALIBRATED_ON, CALIBRATION_SEED)
    scaling = release_scaling(OnnxClassifier(Release.unset(out)), models, unlabelled, of_models)
    validation = [e for e in examples if e.part == "validation"]
    release = Release.unset(
        out,
        word_scale=scaling.word_scale,
        word_shift=scaling.word_shift,
        word_thresholds=word,
        loaded_scale=scaling.loaded_scale,
        loaded_shift=scaling.loaded_shift,
        thresholds=LoadedThresholds(neutral_below, loaded_from),
    )
    classifier = OnnxClassifier(release)
    temperature, balance = sentiment_settings(classifier, validation)
    settings = Settings(
        sentiment_temperature=temperature,
        sentiment_balance=balance,
        scaling=scaling,
        of_folds=of_folds,
        neutral_below=neutral_below,
        loaded_from=loaded_from,
        word=word,
        techniques=choose_techniques(classifier, [e for e in validation if e.corpus == "ptc"]),
    )
    write_config(out, BUNDLED.name, version, settings, scaled_to)
    return settings


def main(arguments: Sequence[str] | None = None) -> int:
    """Command line; returns the exit code."""
    parser = argparse.ArgumentParser(prog="python -m models.training", description=__doc__)
    parser.add_argument("--data", type=Path, required=True, help="folder with the labelled sets")
    parser.add_argument("--out", type=Path, required=True, help="folder for the run")
    parser.add_argument("--version", default=VERSION)
    parser.add_argument("--seed", type=int, default=13)
    parser.add_argument(
        "--install", action="store_true", help=f"copy the finished release to {BUNDLED.name}/"
    )
    parser.add_argument(
        "--folds-of",
        type=Path,
        metavar="RELEASE",
        help="train no folds; take their results, and the scale, from the release in this folder",
    )
    options = parser.parse_args(arguments)
    started = time.monotonic()
    work = options.out / "float"
    work.mkdir(parents=True, exist_ok=True)
    try:
        examples = read_corpora(options.data)
        babe = training_rows(examples, "babe")
        if not (work / "together.pt").is_file():
            together(examples, options.seed).save(work / "together.pt")
        material = material_of(examples, options.data, options.out)
        folds_of = read_release(options.folds_of) if options.folds_of else None
        if folds_of is None:
            crossval.run(material, babe, options.out / "crossval", crossval.SCHEMES)
        if not (work / "weights.pt").is_file():
            lessons = taught_to_the_release(material, babe, options.data, options.out / "teachers")
            if not (work / "taught.pt").is_file():
                alone = [lesson for lesson in lessons if lesson.corpus == DISTILLED]
                taught(material.start, alone, options.seed).save(work / "taught.pt")
            start = Start.load(work / "taught.pt")
            network = released(start, babe, material.others, lessons, options.seed + 1)
            torch.save(network.state_dict(), work / "weights.pt")
        settings = finish(examples, options.data, options.out, options.version, folds_of)
    except (DataError, ModelError) as error:
        print(error, file=sys.stderr)
        return 2
    if options.install:
        for name in ("model.onnx", "tokenizer.json", "config.json", "crossval.csv", "float.csv.gz"):
            shutil.copy(options.out / name, BUNDLED / name)
    print(json.dumps(asdict(settings)))
    print(f"done in {(time.monotonic() - started) / 60:.1f} minutes", file=sys.stderr)
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
