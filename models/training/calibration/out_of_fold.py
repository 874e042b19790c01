"""Out-of-fold results: rows of BABE with what a student that was not trained on them predicts."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from models.corpora import Example
from models.evaluation.stored import read_crossval


@dataclass(frozen=True)
class OutOfFold:
    """A row of `crossval.csv` with its sentence; `loaded` and `words` are logits."""

    example: Example
    loaded: float
    words: list[float]


def read_out_of_fold(folder: Path, babe: Sequence[Example], scheme: str) -> list[OutOfFold]:
    """The rows of one scheme of the `crossval.csv` in `folder`, with their sentences.

    Raises:
        ModelError: the file is missing or unreadable.
        KeyError: it holds a row that is not in `babe`.
    """
    of = {e.row: e for e in babe}
    stored = read_crossval(folder)
    return [
        OutOfFold(of[row], float(loaded), [float(logit) for logit in words.split()])
        for found, row, loaded, words in stored[["scheme", "row", "loaded", "words"]].to_numpy()
        if found == scheme
    ]


def with_words(rows: Sequence[OutOfFold]) -> list[OutOfFold]:
    """The rows whose loaded words were annotated."""
    return [row for row in rows if row.example.words is not None]
