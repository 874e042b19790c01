"""What kind of thing a noun names: an animal, a force of nature, a person, a plan, an amount.

The table ``tables/nouns.csv`` was written for this project. A noun with several senses has a line
for each ("board": a group and a thing). Nouns that are not in it are told by their ending where
English endings tell: "-tion" names a matter, "-ist" a person.
"""

from __future__ import annotations

import csv
import re
from functools import cache, lru_cache
from pathlib import Path

from analysis.text.function_words import words

TABLE = Path(__file__).parent / "tables" / "nouns.csv"
"""The table, with the columns noun and kind."""

PHYSICAL = words("animal force explosive machine body building thing")
"""Kinds that can be touched or felt, and do not speak, decide or get criticised."""

SPEAKING = frozenset({"person", "group"})
"""Kinds that can say something, and be criticised for it."""

_PERSON = re.compile(
    r"\w+(?:ists?|ians?|eers?|ocrats?|\w{2,}[aiu]tors?|owners?|leaders?|makers?|m[ae]n|people)"
)
#: Endings of abstract nouns, without "-al" and "-ing", which most often end other words.
_MATTER = re.compile(
    r"\w{2,}(?:tions?|sions?|ments?|[ae]nces?|it(?:y|ies)|ness|isms?|ship|ures?|ac(?:y|ies)|hood)"
)


@lru_cache(maxsize=20_000)
def kinds_of(noun: str) -> frozenset[str]:
    """Return the kinds of ``noun``, of any case and number; the empty set where they are unknown.

    A kind is one of ``PHYSICAL``, ``SPEAKING``, "matter" (what people decide, do and say), "amount"
    (what rises and falls), "plant" and "technical" (things of mathematics, medicine and machines).
    """
    word = noun.casefold()
    for form in _singulars(word):
        if kinds := _table().get(form):
            return kinds
    if _PERSON.fullmatch(word):
        return frozenset({"person"})
    return frozenset({"matter"}) if _MATTER.fullmatch(word) else frozenset()


def is_physical(noun: str, among: frozenset[str] = PHYSICAL) -> bool:
    """Return whether ``noun`` is surely one of the physical kinds ``among``.

    A noun that can also name people or matters ("board", "shell company") is not.
    """
    kinds = kinds_of(noun)
    return bool(kinds & among) and kinds <= PHYSICAL | {"plant", "technical"}


def _singulars(word: str) -> list[str]:
    """Return ``word`` and what may be its singular."""
    forms = [word]
    if word.endswith("s") and not word.endswith("ss"):
        forms.append(word[:-1])
    if word.endswith("es"):
        forms.append(word[:-2])
    if word.endswith("ies"):
        forms.append(f"{word[:-3]}y")
    return forms


@cache
def _table() -> dict[str, frozenset[str]]:
    kinds: dict[str, set[str]] = {}
    with TABLE.open(encoding="utf-8", newline="") as file:
        for row in csv.DictReader(file):
            kinds.setdefault(row["noun"], set()).add(row["kind"])
    return {noun: frozenset(found) for noun, found in kinds.items()}
