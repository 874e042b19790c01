"""The invariance suite as data: names, neutral templates, and pairs to swap in varied sentences."""

from __future__ import annotations

import csv
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from models.errors import DataError

FOLDER = Path(__file__).with_name("tables")

SLOT = "{name}"

#: Kinds of names, in the order in which they are reported.
KINDS = ("party", "politician", "outlet", "country", "religion", "gender", "ethnicity")


@dataclass(frozen=True)
class Name:
    """A name as it reads in mid-sentence (“the Labour Party”), and the group it is counted in."""

    kind: str
    group: str
    name: str


@dataclass(frozen=True)
class Template:
    """A neutral sentence with one slot, and the kinds of names that fit into it."""

    kinds: tuple[str, ...]
    text: str


@dataclass(frozen=True)
class Swap:
    """Two names of a kind that are exchanged for each other."""

    kind: str
    first: str
    second: str


@dataclass(frozen=True)
class SwapSentence:
    """A sentence with one slot; ``wording`` is “plain” or “loaded”, as its author meant it."""

    kinds: tuple[str, ...]
    wording: str
    text: str


@dataclass(frozen=True)
class Suite:
    """Everything the measurement runs over."""

    names: tuple[Name, ...]
    templates: tuple[Template, ...]
    swaps: tuple[Swap, ...]
    sentences: tuple[SwapSentence, ...]


def fill(template: str, name: str) -> str:
    """The template with the name in its slot and a capital letter at its beginning."""
    text = template.replace(SLOT, name)
    return text[:1].upper() + text[1:]


def key_of(name: str) -> str:
    """The name in lower case without its article, by which two spellings are compared."""
    return name.casefold().removeprefix("the ")


def read_suite(folder: Path = FOLDER) -> Suite:
    """Read the four tables of `folder` (UTF-8, comma-separated, a line of headings).

    Raises:
        DataError: a table is missing, lacks a column, has an unknown kind or not one slot.
    """
    return Suite(
        names=tuple(Name(*row) for row in _rows(folder / "names.csv", ("kind", "group", "name"))),
        templates=tuple(
            Template(tuple(kinds.split()), text)
            for kinds, text in _rows(folder / "templates.csv", ("kinds", "template"))
        ),
        swaps=tuple(Swap(*row) for row in _rows(folder / "swaps.csv", ("kind", "first", "second"))),
        sentences=tuple(
            SwapSentence(tuple(kinds.split()), wording, text)
            for kinds, wording, text in _rows(
                folder / "swap_sentences.csv", ("kinds", "wording", "sentence")
            )
        ),
    )


def _rows(path: Path, columns: Sequence[str]) -> list[list[str]]:
    try:
        with path.open(encoding="utf-8", newline="") as file:
            rows = [[row[column] or "" for column in columns] for row in csv.DictReader(file)]
    except (OSError, KeyError, UnicodeDecodeError) as error:
        raise DataError(
            f"The table {path.name} of the invariance suite can't be read ({error}): restore the "
            "folder from the repository (git checkout -- models)."
        ) from None
    for number, row in enumerate(rows, start=2):
        unknown = set(row[0].split()) - set(KINDS)
        if unknown or not row[0]:
            raise DataError(
                f"Line {number} of {path.name} has the kind {row[0]!r}: use {', '.join(KINDS)}."
            )
        if columns[0] == "kinds" and row[-1].count(SLOT) != 1:
            raise DataError(f"Line {number} of {path.name} needs exactly one {SLOT}: {row[-1]!r}.")
    return rows
