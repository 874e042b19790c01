"""The options of a training run, and the inputs that its stages share.

Files of a run keep the names that they had in earlier versions (`together.pt`, `taught.pt`), so
that a run begun with one of these can be resumed.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING

from models.corpora import Example, read_corpora, training_rows
from models.errors import ModelError
from models.inference.release import Release, read_release
from models.training.data.folds import FOLDS, SCHEMES

if TYPE_CHECKING:
    from models.training.teachers.labelling import Inputs


@dataclass(frozen=True)
class Run:
    """A training run.

    Attributes:
        data: folder with the sets.
        out: folder of the run, in which the stages leave their files.
        version: of the release to be made.
        seed: of pretraining and distillation; the release's fine-tuning has seed + 1.
        folds_of: folder of a release whose out-of-fold results are used instead of training folds.
        schemes: of the cross-validation, only these.
        folds: of each scheme, only these.
        further: folder of a release whose weights are trained further, or None for a new network.
    """

    data: Path
    out: Path
    version: str
    seed: int = 13
    folds_of: Path | None = None
    schemes: Sequence[str] = SCHEMES
    folds: Sequence[int] = tuple(range(FOLDS))
    further: Path | None = None

    @property
    def pretrained(self) -> Path:
        """The pretrained student."""
        return self.out / "float" / "together.pt"

    @property
    def distilled(self) -> Path:
        """The release after distillation."""
        return self.out / "float" / "taught.pt"

    @property
    def weights(self) -> Path:
        """The release's trained weights, in float32."""
        return self.out / "float" / "weights.pt"

    @property
    def steady(self) -> Path:
        """The same after the last pass, which makes scores steady."""
        return self.out / "float" / "steady.pt"

    @property
    def fold_folder(self) -> Path:
        """The folds' tables, and for each fold a folder with its model."""
        return self.out / "crossval"

    @property
    def teacher_labels(self) -> Path:
        """The soft labels of the release's teachers."""
        return self.out / "teachers"

    @cached_property
    def examples(self) -> list[Example]:
        """All rows of all labelled sets. Raises `DataError`."""
        return read_corpora(self.data)

    @cached_property
    def babe(self) -> list[Example]:
        """BABE's training rows."""
        return training_rows(self.examples, "babe")

    @cached_property
    def other_release(self) -> Release | None:
        """The release in `folds_of`. Raises `ModelError`."""
        return None if self.folds_of is None else read_release(self.folds_of)

    @cached_property
    def inputs(self) -> Inputs:
        """What students and teachers are trained from; pretraining must be done."""
        from models.training.data.unlabelled import read_sentences
        from models.training.student.recipe import Checkpoint
        from models.training.teachers.labelling import (
            PER_ARTICLE,
            UNLABELLED,
            UNLABELLED_SEED,
            Inputs,
        )

        return Inputs(
            Checkpoint.load(needed(self.pretrained, "pretrain")),
            [e for e in self.examples if e.corpus != "babe"],
            read_sentences(self.data, UNLABELLED, UNLABELLED_SEED, PER_ARTICLE),
            self.out / "teacher",
        )


def needed(path: Path, stage: str) -> Path:
    """`path`, the output of an earlier stage.

    Raises:
        ModelError: it is not there.
    """
    if not path.is_file():
        raise ModelError(f"{path} is missing: run the stage {stage} first.")
    return path
