"""Train, export and calibrate a release: `python -m models.training --data DIR --out FOLDER`."""

from __future__ import annotations

import argparse
import json
import random
import sys
import time
from collections.abc import Sequence
from dataclasses import asdict
from pathlib import Path

import torch
from tokenizers import Tokenizer

from models.corpora import CORPORA, Example, read_corpora
from models.errors import DataError, ModelError
from models.onnx_classifier import OnnxClassifier
from models.prediction import SENTIMENT_LABELS, LoadedThresholds
from models.release import BUNDLED, Release, sha256_of
from models.training.base import base_folder
from models.training.batches import Encoded, encode
from models.training.export import export_float, export_int8
from models.training.fit import REFERENCE, TOGETHER, fit
from models.training.network import CorpusOffsets, new_network
from models.training.thresholds import Settings, choose_settings

#: Sets whose reading of each label is the exported one.
REFERENCE_CORPORA = {"babe", "newsmtsc"}

#: Sentences of the other sets kept in each pass of the second stage, so they aren't forgotten.
REPLAY = {"newsmtsc": 1700, "ptc": 900, "sst": 500}

#: Share of the sentences without a loaded word that the first stage keeps of the Propaganda
#: Techniques Corpus, where they are nine in ten.
PTC_NEUTRAL_SHARE = 0.5

MAX_TOKENS = 256


def write_config(folder: Path, name: str, version: str, settings: Settings) -> None:
    """Write `config.json` beside the weights; every threshold with its reason."""
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
            "loaded_scale": settings.loaded_scale,
            "loaded_shift": settings.loaded_shift,
            "reason": "Fitted on validation rows with the int8 model: temperature on NewsMTSC "
            "sentences whose targets agree, "
            "Platt scaling on BABE's majority labels.",
        },
        "thresholds": {
            "neutral_below": settings.neutral_below,
            "loaded_from": settings.loaded_from,
            "word": settings.word,
            "reason": "The outer bands are the widest that were right at least 9 times in 10 on "
            "validation rows of BABE with at most one dissenting vote of five; the word "
            "threshold has the highest word-level F1 on BABE's validation rows.",
        },
        "sha256": {file: sha256_of(folder / file) for file in ("model.onnx", "tokenizer.json")},
    }
    (folder / "config.json").write_text(json.dumps(config, indent=2) + "\n", encoding="utf-8")


def first_stage(encoded: Sequence[Encoded], seed: int) -> list[list[Encoded]]:
    """All sets, the many unloaded sentences of PTC thinned anew for each pass."""
    rng = random.Random(seed)
    return [
        [e for e in encoded if e.corpus != "ptc" or e.loaded or rng.random() < PTC_NEUTRAL_SHARE]
        for _ in range(TOGETHER.epochs)
    ]


def second_stage(encoded: Sequence[Encoded], seed: int) -> list[list[Encoded]]:
    """The reference set whole and a fresh sample of the others, for each pass."""
    rng = random.Random(seed)
    passes = []
    for _ in range(REFERENCE.epochs):
        chosen = [e for e in encoded if e.corpus == "babe"]
        for corpus, count in REPLAY.items():
            members = [e for e in encoded if e.corpus == corpus]
            chosen += rng.sample(members, min(count, len(members)))
        passes.append(chosen)
    return passes


def train(examples: Sequence[Example], out: Path, seed: int) -> None:
    """Train on the `train` rows and keep the weights in `out/float`."""
    base = base_folder()
    tokenizer = Tokenizer.from_file(str(base / "tokenizer.json"))
    mask_id = tokenizer.token_to_id("[MASK]") or 0
    random.seed(seed)
    torch.manual_seed(seed)
    network = new_network(base)
    offsets = CorpusOffsets(list(CORPORA), REFERENCE_CORPORA)
    encoded = encode([e for e in examples if e.part == "train"], tokenizer)

    fit(network, offsets, first_stage(encoded, seed), TOGETHER, mask_id, seed)
    fit(network, offsets, second_stage(encoded, seed), REFERENCE, mask_id, seed + 1)

    work = out / "float"
    work.mkdir(parents=True, exist_ok=True)
    torch.save(network.state_dict(), work / "weights.pt")


def export(examples: Sequence[Example], out: Path, name: str, version: str) -> None:
    """Turn the trained weights in `out/float` into a release: int8 model, tokenizer, settings."""
    base = base_folder()
    network = new_network(base)
    network.load_state_dict(torch.load(out / "float" / "weights.pt", weights_only=True))
    export_float(network, out / "float" / "model.onnx")
    export_int8(out / "float" / "model.onnx", out / "model.onnx")
    tokenizer = Tokenizer.from_file(str(base / "tokenizer.json"))
    tokenizer.no_padding()
    tokenizer.no_truncation()
    tokenizer.save(str(out / "tokenizer.json"), pretty=False)
    unset = Release(out, name, version, MAX_TOKENS, 1.0, 1.0, 0.0, LoadedThresholds(0.5, 0.5), 0.5)
    validation = [e for e in examples if e.part == "validation"]
    settings = choose_settings(OnnxClassifier(unset), validation)
    write_config(out, name, version, settings)
    print(json.dumps(asdict(settings)))


def main(arguments: Sequence[str] | None = None) -> int:
    """Command line; returns the exit code."""
    parser = argparse.ArgumentParser(prog="python -m models.training", description=__doc__)
    parser.add_argument("--data", type=Path, required=True, help="folder with the labelled sets")
    parser.add_argument("--out", type=Path, default=BUNDLED, help="release folder to write")
    parser.add_argument("--version", default="0.1.0")
    parser.add_argument("--seed", type=int, default=13)
    parser.add_argument(
        "--sample", type=float, default=1.0, help="share of the training rows (for a quick trial)"
    )
    parser.add_argument(
        "--export-only", action="store_true", help="export the weights of an earlier run again"
    )
    options = parser.parse_args(arguments)
    started = time.monotonic()
    try:
        examples = read_corpora(options.data)
        if options.sample < 1:
            rng = random.Random(options.seed)
            examples = [
                e
                for e in examples
                if e.part != "train" or e.corpus == "babe" or rng.random() < options.sample
            ]
        if not options.export_only:
            train(examples, options.out, options.seed)
        export(examples, options.out, BUNDLED.name, options.version)
    except (DataError, ModelError) as error:
        print(error, file=sys.stderr)
        return 2
    print(f"done in {(time.monotonic() - started) / 60:.1f} minutes", file=sys.stderr)
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
