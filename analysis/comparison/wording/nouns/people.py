"""Nouns for persons: whom a number counts, and who is called what.

``people.csv`` was written for this project: one line a noun, with its plural. Where a group
of people can be called several things, those are in it (protester, rioter, campaigner).
"""

from __future__ import annotations

import csv
from functools import cache
from pathlib import Path

_TABLE = Path(__file__).with_name("people.csv")

PEOPLE = frozenset({"people", "persons", "folk", "crowd"})
"""Plural words for persons of any kind."""


@cache
def singulars() -> dict[str, str]:
    """Return the singular of each noun for persons by its singular and its plural."""
    with _TABLE.open(encoding="utf-8", newline="") as lines:
        rows = [(row["noun"], row["plural"]) for row in csv.DictReader(lines)]
    return {form: noun for noun, plural in rows for form in (noun, plural)}


@cache
def plurals() -> frozenset[str]:
    """Return the plurals of the nouns for persons, and words such as “people”."""
    with _TABLE.open(encoding="utf-8", newline="") as lines:
        return frozenset(row["plural"] for row in csv.DictReader(lines)) | PEOPLE
