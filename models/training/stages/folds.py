"""Cross-validation: BABE in five folds, in three schemes, each fold predicted out of fold.

The release is trained on nearly all of BABE, so few rows are left to evaluate it on. So the recipe
is repeated fifteen times with a fifth of the rows held out, and the predictions of each int8 model
on its held-out rows go into `crossval.csv`: row ids and logits, no text. Calibration and thresholds
are fitted on them, and `models.evaluate` takes most of BABE's figures from them. The release's own
test rows are in no fold.
"""

from __future__ import annotations

import csv
import sys
import time
from collections.abc import Iterator, Sequence
from pathlib import Path

import torch

from models.corpora import Example
from models.inference.onnx_classifier import OnnxClassifier
from models.inference.release import Release
from models.inference.words import word_logits
from models.training.data.batches import Encoded
from models.training.data.folds import FOLDS, folds_of
from models.training.export.activation_ranges import range_sentences
from models.training.export.onnx_export import export
from models.training.network.base_encoder import base_tokenizer
from models.training.stages.settings import Run
from models.training.student.recipe import load_network, train_fold_student
from models.training.teachers.labelling import Inputs, teacher_labels
from models.training.teachers.soft_labels import soft_labelled

#: Schemes whose students have teachers, as the release has. Each fold needs a large teacher of its
#: own, half an hour's work. The folds by outlet go without: their figures are a lower bound.
WITH_TEACHERS = frozenset({"random", "article"})


def run_stage(run: Run) -> None:
    """Write `crossval/SCHEME-FOLD.csv` for every fold of the run that has none yet, and beside it
    the fold's soft labels, weights and int8 model; nothing where another release's are used."""
    if run.other_release is None:
        train_folds(run.inputs, run.babe, run.fold_folder, run.schemes, run.folds)


def train_folds(
    inputs: Inputs,
    babe: Sequence[Example],
    out: Path,
    schemes: Sequence[str],
    numbers: Sequence[int] = range(FOLDS),
) -> None:
    """Train the folds `numbers` of `schemes` whose table isn't in `out` yet, and write it."""
    started = time.monotonic()
    for scheme in schemes:
        folds = folds_of(babe, scheme)
        for fold in numbers:
            path = out / f"{scheme}-{fold}.csv"
            if path.is_file():
                continue
            train = [e for e, f in zip(babe, folds, strict=True) if f != fold]
            test = [e for e, f in zip(babe, folds, strict=True) if f == fold]
            work = out / path.stem
            rows = list(predict_fold(inputs, train, test, work, fold, scheme in WITH_TEACHERS))
            with path.open("w", encoding="utf-8", newline="") as file:
                writer = csv.writer(file, lineterminator="\n")
                writer.writerows([scheme, fold, *row] for row in rows)
            spent = (time.monotonic() - started) / 60
            print(f"{scheme} {fold}: {len(rows)} rows, {spent:.1f} minutes", file=sys.stderr)


def predict_fold(
    inputs: Inputs,
    train: Sequence[Example],
    test: Sequence[Example],
    work: Path,
    seed: int,
    has_teachers: bool,
) -> Iterator[tuple[str, str, str]]:
    """Train on `train`; (row id, loaded logit, word logits) of each row of `test` from int8.

    There is one logit per word of `models.inference.words.WORD`, in order, separated by spaces.
    Where the weights are in `work` already, they are only exported again.
    """
    work.mkdir(parents=True, exist_ok=True)
    if not (work / "weights.pt").is_file():
        soft: list[Encoded] = []
        if has_teachers:
            labels = teacher_labels(inputs, train, work, seed)
            soft = soft_labelled(inputs.unlabelled, base_tokenizer(), labels)
        network = train_fold_student(inputs.start, train, inputs.others, seed, soft)
        torch.save(network.state_dict(), work / "weights.pt")
    network = load_network(work / "weights.pt")
    export(network, range_sentences(), work / "float.onnx", work / "model.onnx")
    base_tokenizer().save(str(work / "tokenizer.json"))
    classifier = OnnxClassifier(Release.unset(work))
    tokens = classifier.tokenize([e.text for e in test])
    logits = classifier.logits([t.ids for t in tokens])
    for e, t, loaded, words in zip(test, tokens, logits.loaded, logits.words, strict=True):
        yield e.row, f"{loaded:.3f}", word_logits(e.text, t.offsets, words.tolist())
