"""BABE in five folds, three ways: `python -m models.training.crossval --data DIR --out FOLDER`.

The release is trained on nearly all of BABE, which leaves few rows to judge it by. So the same
recipe is run fifteen times with a fifth held out, and what each int8 model says of the rows it
did not see is kept in `crossval.csv`: no text, only ids, probabilities and word scores. Thresholds
and calibration are chosen on it, and `models.evaluate` takes BABE's figures from it.

Schemes: `random` folds as in the BABE paper (stratified by label), `article` folds (no article in
two), `outlet` folds (no outlet in two). The release's own test rows are in none of them.
"""

from __future__ import annotations

import argparse
import csv
import sys
import time
from collections.abc import Iterator, Sequence
from pathlib import Path

import numpy as np
import torch

from models.corpora import Example, fold_of, read_corpora, training_rows
from models.inference.onnx_classifier import OnnxClassifier
from models.inference.release import Release
from models.inference.words import word_logits
from models.training.batches import Encoded
from models.training.distil import distilled
from models.training.export import export
from models.training.network import SlantNetwork
from models.training.recipe import base_tokenizer, network_of, own_sentences
from models.training.teaching import Material, material_of, small_network, teachers_labels

FOLDS = 5
SCHEMES = ("random", "article", "outlet")
#: Schemes whose folds learn from teachers too, as the release does. Each fold needs a large
#: teacher of its own, half an hour's work, which those by outlet go without: they show what the
#: recipe reaches at least.
TAUGHT = frozenset({"random", "article"})
COLUMNS = ("scheme", "fold", "row", "loaded", "words")


def folds_of(babe: Sequence[Example], scheme: str) -> list[int]:
    """The fold 0…4 of each row.

    Outlets are dealt to the fold with the fewest rows so far, the largest outlet first, so that
    the folds are as even as eleven outlets of 1 to 775 rows allow.
    """
    if scheme == "article":
        return [fold_of(f"article {e.group}", FOLDS) for e in babe]
    if scheme == "outlet":
        counts: dict[str, int] = {}
        for e in babe:
            counts[e.outlet] = counts.get(e.outlet, 0) + 1
        sizes, fold = [0] * FOLDS, {}
        for outlet in sorted(counts, key=lambda name: (-counts[name], name)):
            fold[outlet] = sizes.index(min(sizes))
            sizes[fold[outlet]] += counts[outlet]
        return [fold[e.outlet] for e in babe]
    rng = np.random.default_rng(5)
    result = np.zeros(len(babe), dtype=int)
    for label in (0, 1):
        rows = rng.permutation([i for i, e in enumerate(babe) if e.loaded_label == label])
        result[rows] = np.arange(len(rows)) % FOLDS
    return [int(fold) for fold in result]


def load_network(path: Path) -> SlantNetwork:
    """The network whose weights `path` holds."""
    return network_of(torch.load(path, weights_only=True))


def predict_fold(
    material: Material,
    train: Sequence[Example],
    test: Sequence[Example],
    work: Path,
    seed: int,
    has_teachers: bool,
) -> Iterator[tuple[str, str, str]]:
    """Train on `train`; (row, loaded logit, words) of each row of `test` from the int8 model.

    `words` is one logit per word of `models.inference.words.WORD`, in order, separated by
    spaces. Where `work` has the weights already, they are only exported anew.
    """
    work.mkdir(parents=True, exist_ok=True)
    if not (work / "weights.pt").is_file():
        lessons: list[Encoded] = []
        if has_teachers:
            labels = teachers_labels(material, train, work, seed)
            lessons = distilled(material.sentences, base_tokenizer(), labels)
        network = small_network(material, train, seed, lessons)
        torch.save(network.state_dict(), work / "weights.pt")
    network = load_network(work / "weights.pt")
    export(network, own_sentences(), work / "float.onnx", work / "model.onnx")
    base_tokenizer().save(str(work / "tokenizer.json"))
    classifier = OnnxClassifier(Release.unset(work))
    tokens = classifier.tokenize([e.text for e in test])
    logits = classifier.logits([t.ids for t in tokens])
    for e, t, loaded, words in zip(test, tokens, logits.loaded, logits.words, strict=True):
        yield e.row, f"{loaded:.3f}", word_logits(e.text, t.offsets, words.tolist())


def run(
    material: Material,
    babe: Sequence[Example],
    out: Path,
    schemes: Sequence[str],
    numbers: Sequence[int] = range(FOLDS),
) -> None:
    """Train those of the folds whose table isn't in `out` yet, and write it: SCHEME-FOLD.csv."""
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
            rows = list(predict_fold(material, train, test, work, fold, scheme in TAUGHT))
            with path.open("w", encoding="utf-8", newline="") as file:
                writer = csv.writer(file, lineterminator="\n")
                writer.writerows([scheme, fold, *row] for row in rows)
            spent = (time.monotonic() - started) / 60
            print(f"{scheme} {fold}: {len(rows)} rows, {spent:.1f} minutes", file=sys.stderr)


def main(arguments: Sequence[str] | None = None) -> int:
    """Command line, for some of the schemes of a run that has its first stage; exit code."""
    parser = argparse.ArgumentParser(prog="python -m models.training.crossval", description=__doc__)
    parser.add_argument("--data", type=Path, required=True, help="folder with the labelled sets")
    parser.add_argument("--out", type=Path, required=True, help="folder of the training run")
    parser.add_argument("--schemes", nargs="+", choices=SCHEMES, default=SCHEMES)
    parser.add_argument(
        "--folds",
        nargs="+",
        type=int,
        choices=range(FOLDS),
        default=range(FOLDS),
        help="only these, 0 to 4: another core can do the others meanwhile",
    )
    options = parser.parse_args(arguments)
    examples = read_corpora(options.data)
    babe = training_rows(examples, "babe")
    material = material_of(examples, options.data, options.out)
    run(material, babe, options.out / "crossval", options.schemes, options.folds)
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
