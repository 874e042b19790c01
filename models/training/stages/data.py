"""Check that everything that later stages read is there, before hours are spent."""

from __future__ import annotations

from models.training.data.unlabelled import read_sentences
from models.training.stages.settings import Run


def run_stage(run: Run) -> None:
    """Read the labelled sets, the unlabelled articles and, where one is named, the release whose
    folds are used.

    Raises:
        DataError: a set is missing.
        ModelError: the named release is missing or damaged.
    """
    _ = run.examples, run.other_release
    read_sentences(run.data, 1, seed=1)
