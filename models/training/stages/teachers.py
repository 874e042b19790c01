"""Train the release's own teachers and store their soft labels."""

from __future__ import annotations

from models.training.stages.settings import Run
from models.training.teachers.labelling import release_soft_labelled


def run_stage(run: Run) -> None:
    """Write the soft labels into `teachers/`, those that are not there yet; and into `teacher/` the
    large teacher's encoder and its pretrained weights. Nothing once the release is trained."""
    if not run.weights.is_file():
        release_soft_labelled(run.inputs, run.babe, run.data, run.teacher_labels)
