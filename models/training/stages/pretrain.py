"""Pretrain the student on all sets but BABE, once for the release and all folds."""

from __future__ import annotations

from models.training.stages.settings import Run
from models.training.student.recipe import pretrain


def run_stage(run: Run) -> None:
    """Write `float/together.pt`, unless it is there."""
    if not run.pretrained.is_file():
        run.pretrained.parent.mkdir(parents=True, exist_ok=True)
        pretrain(run.examples, run.seed).save(run.pretrained)
