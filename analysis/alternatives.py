"""Plainer wordings for loaded words: a small table, written for this project.

``alternatives.csv`` has one line per form (slam, slams, slammed, slamming), so that the plainer
wording has the same inflection and can stand in its place.
"""

from __future__ import annotations

import csv
from functools import cache
from pathlib import Path

TABLE = Path(__file__).with_name("alternatives.csv")


def alternative_to(phrase: str) -> str:
    """Return a plainer wording for a loaded word or phrase, or "" where the table has none.

    Upper and lower case make no difference to the search and are kept in what is found: SLAMMED
    gives CRITICISED, Slammed gives Criticised.
    """
    plain = _table().get(_key(phrase), "")
    if len(phrase) > 1 and phrase.isupper():
        return plain.upper()
    return plain[:1].upper() + plain[1:] if phrase[:1].isupper() else plain


@cache
def _table() -> dict[str, str]:
    with TABLE.open(encoding="utf-8", newline="") as file:
        return {row["term"]: row["alternative"] for row in csv.DictReader(file)}


def _key(phrase: str) -> str:
    return " ".join(phrase.casefold().split())
