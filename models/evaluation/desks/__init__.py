"""Plain sentences of a newspaper's desks in vivid words: idioms and terms of a trade.

`sentences.csv` has one a line: the desk, the sentence, and the words in it that would be loaded
elsewhere. All were written for this project, and their events are invented. None takes a side, so
each that is called loaded is a false alarm. The desks of `HELD_OUT` are in no training.
"""

from __future__ import annotations

import csv
from dataclasses import dataclass
from pathlib import Path

from models.errors import DataError

TABLE = Path(__file__).with_name("sentences.csv")

#: Desks whose sentences serve for measuring only; chosen before any sentence was scored.
HELD_OUT = frozenset(
    "food games health law music nature police property sport travel".split()  # noqa: SIM905
)


@dataclass(frozen=True)
class DeskSentence:
    """A plain sentence of a desk; `term` stands in `text` and is vivid."""

    desk: str
    text: str
    term: str

    @property
    def held_out(self) -> bool:
        """Whether its desk is in no training."""
        return self.desk in HELD_OUT


def read_desks(path: Path = TABLE) -> list[DeskSentence]:
    """Every sentence of the table.

    Raises:
        DataError: it is missing, lacks a column, or has a term that is not in its sentence.
    """
    try:
        with path.open(encoding="utf-8", newline="") as file:
            rows = [
                DeskSentence(row["desk"], row["sentence"], row["term"])
                for row in csv.DictReader(file)
            ]
    except (OSError, KeyError, UnicodeDecodeError) as error:
        raise DataError(
            f"The table {path.name} of plain sentences can't be read ({error}): restore it from "
            "the repository (git checkout -- models)."
        ) from None
    for number, row in enumerate(rows, start=2):
        if not row.desk or not row.term or row.term not in row.text:
            raise DataError(
                f"Line {number} of {path.name} needs a desk, and a term of its sentence."
            )
    return rows
