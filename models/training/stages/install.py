"""Put the finished release where the program loads it from."""

from __future__ import annotations

import shutil

from models.inference import release
from models.training.stages.settings import Run, needed

FILES = ("model.onnx", "tokenizer.json", "crossval.csv", "float.csv.gz", "config.json")


def run_stage(run: Run) -> None:
    """Copy the release's files into `models/slant-minilm/`; `python -m models.evaluate` then writes
    its metrics, tables and plots."""
    for name in FILES:
        needed(run.out / name, "export" if name != "config.json" else "calibrate")
    for name in FILES:
        shutil.copy(run.out / name, release.BUNDLED / name)
