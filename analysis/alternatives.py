"""Plainer wordings for loaded words: a table, written for this project.

``alternatives.csv`` has one line per form (slam, slams, slammed, slamming), so that the plainer
wording has the same inflection and can stand in its place.
"""

from __future__ import annotations

import csv
import re
from functools import cache
from pathlib import Path

TABLE = Path(__file__).with_name("alternatives.csv")

_POSSESSIVE = re.compile("['\N{RIGHT SINGLE QUOTATION MARK}][sS]$")
_ARTICLES = frozenset({"a", "an"})


def alternative_to(phrase: str) -> str:
    """Return a plainer wording for a loaded word or phrase, or "" where the table has none.

    Upper and lower case make no difference to the search and are kept in what is found: SLAMMED
    gives CRITICISED, Slammed gives Criticised. A possessive stays one. Of a phrase that is not in
    the table the words that are become plainer, the longest entry first, and the others stay.
    """
    words = phrase.split()
    made: list[str] = []
    at = 0
    while at < len(words):
        # "an awful mess" would become "an poor problem".
        after_article = at > 0 and words[at - 1].casefold() in _ARTICLES
        ends = () if after_article else range(min(len(words), at + _longest()), at, -1)
        for end in ends:
            if plain := _entry(" ".join(words[at:end])):
                made.append(plain)
                at = end
                break
        else:
            made.append(words[at])
            at += 1
    return " ".join(made) if made != words else ""


def _entry(phrase: str) -> str:
    """Return what the table has for the whole of ``phrase``, in its case, or ""."""
    plain = _table().get(_key(phrase), "")
    if not plain and (possessive := _POSSESSIVE.search(phrase)):
        plain = _table().get(_key(phrase[: possessive.start()]), "")
        if plain:
            plain += possessive.group()[: 1 if plain.endswith("s") else 2]
    if len(phrase) > 1 and phrase.isupper():
        return plain.upper()
    return plain[:1].upper() + plain[1:] if phrase[:1].isupper() else plain


@cache
def _table() -> dict[str, str]:
    with TABLE.open(encoding="utf-8", newline="") as file:
        return {row["term"]: row["alternative"] for row in csv.DictReader(file)}


@cache
def _longest() -> int:
    """Return the number of words of the longest entry: a rant is one phrase of hundreds."""
    return max(len(term.split()) for term in _table())


def _key(phrase: str) -> str:
    return " ".join(phrase.casefold().split())
