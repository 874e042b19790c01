"""Export the trained weights to ONNX, in float32 and int8, and keep the float32 scores."""

from __future__ import annotations

import gzip
from collections.abc import Sequence
from pathlib import Path

from models.corpora import Example
from models.inference.onnx_classifier import OnnxClassifier
from models.inference.release import Release
from models.inference.words import word_logits
from models.training.export.activation_ranges import range_sentences
from models.training.export.onnx_export import export
from models.training.network.base_encoder import base_tokenizer
from models.training.stages.settings import Run, needed
from models.training.student.recipe import load_network

#: Of `float.csv.gz`: the test rows of all sets, with logits of the float32 network.
FLOAT_COLUMNS = ("corpus", "row", "loaded", "negative", "neutral", "positive", "words")


def run_stage(run: Run) -> None:
    """Write `model.onnx` (int8) and `float/model.onnx` from `float/steady.pt`, `tokenizer.json`
    beside each, and `float.csv.gz`."""
    network = load_network(needed(run.steady, "steady"))
    in_float = run.out / "float"
    export(network, range_sentences(), in_float / "model.onnx", run.out / "model.onnx")
    for folder in (run.out, in_float):
        base_tokenizer().save(str(folder / "tokenizer.json"), pretty=False)
    test = [e for e in run.examples if e.part == "test"]
    write_float_scores(OnnxClassifier(Release.unset(in_float)), test, run.out / "float.csv.gz")


def write_float_scores(classifier: OnnxClassifier, test: Sequence[Example], path: Path) -> None:
    """Write the logits of every test row as gzipped CSV, without its text; those of words only for
    BABE's rows."""
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
