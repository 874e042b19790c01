"""Distil the teachers into the release's network, from the pretrained student."""

from __future__ import annotations

from models.training.stages.settings import Run
from models.training.student.recipe import distil
from models.training.teachers.labelling import release_soft_labelled
from models.training.teachers.soft_labels import DISTILLED


def run_stage(run: Run) -> None:
    """Write `float/taught.pt` from the unlabelled sentences with soft labels, unless it is there or
    the release is trained."""
    if run.weights.is_file() or run.distilled.is_file():
        return
    soft = release_soft_labelled(run.inputs, run.babe, run.data, run.teacher_labels)
    unlabelled = [example for example in soft if example.corpus == DISTILLED]
    distil(run.inputs.start, unlabelled, run.seed).save(run.distilled)
