"""The stages of training a release, in order.

| stage | reads | writes, in the run's folder |
| --- | --- | --- |
| `data` | the sets | nothing: it checks that they are there |
| `pretrain` | the sets but BABE | `float/together.pt` |
| `folds` | `float/together.pt`, BABE, unlabelled sentences | `teacher/`, `crossval/` |
| `teachers` | the same | `teacher/`, `teachers/` |
| `distil` | `float/together.pt`, `teachers/` | `float/taught.pt` |
| `release` | `float/taught.pt`, `teachers/`, all sets | `float/weights.pt` |
| `steady` | `float/weights.pt` or a release, all sets, unlabelled sentences | `float/steady.pt` |
| `export` | `float/steady.pt`, test rows | `model.onnx`, `tokenizer.json`, `float.csv.gz` |
| `calibrate` | `model.onnx`, `crossval/`, validation rows | `crossval.csv`, `config.json` |
| `install` | the files of the release | `models/slant-minilm/` |

Each is a module with one function `run_stage(run: Run)`. Files that take long are written once: a
stage whose files are in the folder does nothing, so an interrupted run can be resumed. `export` and
`calibrate`, a few minutes' work, are done anew each time.
"""

from __future__ import annotations

from collections.abc import Callable
from importlib import import_module
from typing import cast

from models.training.stages.settings import Run

#: What is run to train a release further; its folds are used.
FURTHER = ("steady", "export", "calibrate")

#: In the order in which they are run; `install` only where it is asked for.
STAGES = (
    "data",
    "pretrain",
    "folds",
    "teachers",
    "distil",
    "release",
    "steady",
    "export",
    "calibrate",
    "install",
)


def stage(name: str) -> Callable[[Run], None]:
    """The function of one of `STAGES`; imported only here, as most of them import torch."""
    return cast(Callable[[Run], None], import_module(f"{__name__}.{name}").run_stage)
