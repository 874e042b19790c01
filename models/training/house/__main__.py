"""Train a release further on a newsroom's decisions.

    python -m models.training.house --decisions FILE --out DIR [--data DIR] [--further RELEASE]

FILE is the training set that the desk gives (view Learning, Parquet). The release in RELEASE, the
bundled one unless another is named, is read back, trained for a few minutes (about a second for 32
sentences, of which an epoch has three for each decided one and 900 besides) and written to `--out`
as a release of its own; `SLANT_LOADED_MODEL=DIR` uses it. With `--data`, the folder of the labelled
sets (models/training/README.md), sentences of its unlabelled articles keep the network from
forgetting, and BABE's test rows are measured too. Printed are the figures before and after, on
articles that were not trained on. Where too much is lost nothing is left in `--out`, and the exit
code is 1. Needs requirements-train.txt.
"""

from __future__ import annotations

import argparse
import shutil
import sys
import time
from collections.abc import Sequence
from dataclasses import asdict
from pathlib import Path

from models.corpora import read_babe, read_house
from models.errors import DataError, ModelError
from models.inference.onnx_classifier import OnnxClassifier
from models.inference.release import BUNDLED, read_release
from models.training.data.unlabelled import read_sentences
from models.training.data.wordings import read_wordings
from models.training.export.dequantize import load_quantized
from models.training.house.measuring import Measured, lost, measured
from models.training.house.recipe import train_house
from models.training.house.release import write_release
from models.training.network import base_encoder
from models.training.network.model import new_network

FEWEST = 60
"""Fewest sentences to train on."""

UNLABELLED, UNLABELLED_SEED = 6_000, 211


def main(arguments: Sequence[str] | None = None) -> int:
    """Command line; 0, 1 where too much was lost, 2 where a file is missing or of no use."""
    options = _parser().parse_args(arguments)
    try:
        return _run(options)
    except (DataError, ModelError) as error:
        print(error, file=sys.stderr)
        return 2
    except OSError as error:
        print(f"A file can't be read or written: {error}.", file=sys.stderr)
        return 2


def _run(options: argparse.Namespace) -> int:
    started = time.monotonic()
    if options.out.exists():
        raise DataError(f"{options.out} is there already: name a new folder with --out.")
    rows = read_house(options.decisions)
    train = [row for row in rows if row.part == "train"]
    held_out = [row for row in rows if row.part == "test"]
    if len(train) < FEWEST:
        raise DataError(
            f"{options.decisions} has {len(train)} sentences to train on: {FEWEST} are needed, "
            "decide on more flags."
        )
    before = read_release(options.further)
    wordings = read_wordings()
    unjudged: list[str] = []
    babe = []
    if options.data:
        unjudged = read_sentences(options.data, UNLABELLED, UNLABELLED_SEED, 3)
        babe = [row for row in read_babe(options.data) if row.part == "test"]
    network = new_network(base_encoder.base_folder())
    load_quantized(network, before.model_path)
    tokenizer = base_encoder.base_tokenizer()
    train_house(network, tokenizer, train, unjudged, wordings, options.seed)
    sentences = unjudged[:2_000] or [wording.text for wording in wordings.sentences]
    release = write_release(network, options.out, before, sentences)
    old, new = (measured(OnnxClassifier(one), held_out, babe) for one in (before, release))
    _print(old, new, len(held_out))
    if missed := lost(old, new):
        shutil.rmtree(options.out)
        print(f"Not kept: {'; '.join(missed)}.", file=sys.stderr)
        return 1
    shutil.rmtree(options.out / "float")
    print(f"done in {(time.monotonic() - started) / 60:.1f} minutes", file=sys.stderr)
    return 0


def _print(old: Measured, new: Measured, held_out: int) -> None:
    print(f"{held_out} held-out sentences of the house")
    after = asdict(new)
    for name, value in asdict(old).items():
        if value is not None and after[name] is not None:
            print(f"{name:6} {value:.3f} -> {after[name]:.3f}")


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        prog="python -m models.training.house",
        description=__doc__,
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    parser.add_argument("--decisions", type=Path, required=True, help="training set, Parquet")
    parser.add_argument("--out", type=Path, required=True, help="new folder for the release")
    parser.add_argument("--data", type=Path, help="folder with the labelled sets")
    parser.add_argument("--further", type=Path, default=BUNDLED, help="release to train further")
    parser.add_argument("--seed", type=int, default=13, help="(%(default)s)")
    return parser


if __name__ == "__main__":
    raise SystemExit(main())
