"""The table of verbs and phrases of saying and thinking, written for this project.

``verbs.csv`` has one line for each: the verb or phrase in its base form (``say``, ``double down``,
``give one's word``), its act, its manner, what it implies, and the nouns that say the same
(``announcement`` for ``announce``), separated by ``/``. ``adverbs.csv`` has the adverbs that change
how a neutral verb sounds: ``angrily``, ``allegedly``.
"""

from __future__ import annotations

import csv
from dataclasses import dataclass
from functools import cache
from pathlib import Path

_FOLDER = Path(__file__).parent


@dataclass(frozen=True)
class Verb:
    """A verb or phrase of saying or thinking.

    ``lemma`` is its base form as the table has it; ``manner`` and ``act`` are of ``MANNERS`` and
    ``ACTS`` of the frames. ``implies`` completes the sentence “The word …” (“says that the outlet
    does not vouch for it”); it is empty for a verb that is not in the table.
    """

    lemma: str
    manner: str
    act: str
    implies: str


@cache
def verbs() -> dict[str, Verb]:
    """Return the verbs and phrases by their base form."""
    return {row["verb"]: _verb(row) for row in _rows("verbs.csv")}


@cache
def nouns() -> dict[str, Verb]:
    """Return the verbs by the nouns that say the same, in the singular: ``claim``, ``view``."""
    return {
        noun: _verb(row) for row in _rows("verbs.csv") for noun in row["nouns"].split("/") if noun
    }


@cache
def adverbs() -> dict[str, Verb]:
    """Return the adverbs that give a neutral verb another manner, with what they imply."""
    return {row["verb"]: _verb(row) for row in _rows("adverbs.csv")}


def _verb(row: dict[str, str]) -> Verb:
    return Verb(row["verb"], row["manner"], row["act"], row["implies"])


@cache
def _rows(name: str) -> tuple[dict[str, str], ...]:
    with (_FOLDER / name).open(encoding="utf-8", newline="") as file:
        return tuple(csv.DictReader(file))
