"""Fixed phrases that mean something other than their words: set terms and a few idioms.

``tables/phrases.csv`` has a line for each, in the singular, with the plain words it is read as:
"idiot board" is read as "board". A set term names a thing and judges nobody; which words are in the
table was decided by that, and terms that are also thrown at people ("snake oil", "lame duck") are
left out. The idioms, marked with 1 in the column ``loaded``, judge although their words do not:
"lost its mind".
"""

from __future__ import annotations

import csv
import re
from functools import cache
from pathlib import Path

from analysis.scoring.senses.reading import Replacement, in_case_of

TABLE = Path(__file__).parent / "tables" / "phrases.csv"
"""The table, with the columns phrase, read_as and loaded."""

_WORD = re.compile(r"[^\W_]+(?:['\N{RIGHT SINGLE QUOTATION MARK}-][^\W_]+)*")
_AFTER_SIBILANT = re.compile(r"(?:s|x|z|ch|sh)$")
_CONSONANT_Y = re.compile(r"[^aeiou]y$")


def phrases_in(sentence: str) -> list[Replacement]:
    """Return the fixed phrases of ``sentence``, each with the words it is read as, in order.

    Case and number are ignored in the search and kept in the reading.
    """
    found: list[Replacement] = []
    matches = list(_WORD.finditer(sentence))
    at = 0
    while at < len(matches):
        length = 1
        if _key(matches[at].group()) not in _first_words():
            at += 1
            continue
        for count in range(min(_longest(), len(matches) - at), 0, -1):
            start, end = matches[at].start(), matches[at + count - 1].end()
            written = sentence[start:end]
            entry = _table().get(_key(written))
            if entry is not None:
                plain, loaded = entry
                found.append(Replacement(start, end, in_case_of(written, plain), loaded))
                length = count
                break
        at += length
    return found


def is_in_set_term(phrase: str, before: str, after: str) -> bool:
    """Return whether ``phrase``, between ``before`` and ``after``, is part of a set term."""
    start, end = len(before), len(before) + len(phrase)
    return any(
        not found.loaded and found.start < end and start < found.end
        for found in phrases_in(before + phrase + after)
    )


def _key(written: str) -> str:
    straight = written.casefold().replace("\N{RIGHT SINGLE QUOTATION MARK}", "'")
    return " ".join(straight.split())


@cache
def _table() -> dict[str, tuple[str, bool]]:
    """Return what each phrase is read as and whether it can be loaded; plurals are added."""
    table: dict[str, tuple[str, bool]] = {}
    with TABLE.open(encoding="utf-8", newline="") as file:
        for row in csv.DictReader(file):
            phrase, plain, loaded = row["phrase"], row["read_as"], bool(row["loaded"])
            table[phrase] = (plain, loaded)
            if not loaded:
                table.setdefault(_plural(phrase), (_plural(plain), False))
    return table


@cache
def _first_words() -> frozenset[str]:
    return frozenset(phrase.split()[0] for phrase in _table())


@cache
def _longest() -> int:
    return max(len(phrase.split()) for phrase in _table())


def _plural(noun: str) -> str:
    if _CONSONANT_Y.search(noun):
        return f"{noun[:-1]}ies"
    return f"{noun}es" if _AFTER_SIBILANT.search(noun) else f"{noun}s"
