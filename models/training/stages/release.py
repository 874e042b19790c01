"""Fine-tune the distilled network into the release."""

from __future__ import annotations

import torch

from models.training.stages.settings import Run, needed
from models.training.student.recipe import Checkpoint, fine_tune_release
from models.training.teachers.labelling import release_soft_labelled


def run_stage(run: Run) -> None:
    """Write `float/weights.pt`, a state dictionary, from `float/taught.pt`, unless it is there."""
    if run.weights.is_file():
        return
    start = Checkpoint.load(needed(run.distilled, "distil"))
    soft = release_soft_labelled(run.inputs, run.babe, run.data, run.teacher_labels)
    network = fine_tune_release(start, run.babe, run.inputs.others, soft, run.seed + 1)
    torch.save(network.state_dict(), run.weights)
