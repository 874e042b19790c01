"""Strong verbs in their literal sense: a storm that batters a coast accuses nobody.

``tables/literal_verbs.csv`` has a line for each form, with a plain verb in the same form and the
kinds of nouns (``noun_kinds``) that tell the literal sense: as its subject, or as its object. "*"
is any. Adjectives of strength are literal before an animal or a force of nature: "a vicious dog".
"""

from __future__ import annotations

import csv
import re
from dataclasses import dataclass
from functools import cache
from itertools import takewhile
from pathlib import Path

from analysis.scoring.senses.neighbours import (
    is_passive,
    noun_after_preposition,
    object_of,
    subject_of,
    tokens,
)
from analysis.scoring.senses.noun_kinds import SPEAKING, is_physical, kinds_of
from analysis.scoring.senses.reading import Replacement, in_case_of
from analysis.text.function_words import PREPOSITIONS, words

TABLE = Path(__file__).parent / "tables" / "literal_verbs.csv"
"""The table, with the columns verb, read_as, subjects and objects."""

_WORD = re.compile(r"[^\W_]+(?:['\N{RIGHT SINGLE QUOTATION MARK}-][^\W_]+)*")
#: Adjectives that describe the strength of an animal or a force of nature.
_STRONG = words(
    "fierce ferocious vicious savage raging furious violent brutal monstrous ravenous "
    "murderous bloodthirsty deadly rampaging cruel evil merciless relentless"
)
#: Prepositions before the thing that a deed is done to or with: "slammed on the brakes".
_TO_A_THING = words("on onto into in against through off from out with at to down")


#: "was slammed into the post": a collision, whatever it is with.
_COLLIDING = words("slam slams slammed slamming smash smashes smashed smashing bash bashed")
_INTO = words("into against onto")
#: "gouged her name into the desk": what follows the object.
_INTO_WHAT = re.compile(r"^(?:\s+[\w'\u2019-]+){1,4}?\s+(?:into|onto|against)\b")
#: Characters on either side that are looked at; more would cost a long sentence a copy a verb.
_CONTEXT = 200
#: Words after a verb among which a name belongs to its object.
_NEAR = 5
_BEHIND = PREPOSITIONS - {"of"}
_STRONG_BY_NATURE = frozenset({"animal", "force"})


@dataclass(frozen=True)
class _Sense:
    read_as: str
    subjects: frozenset[str]
    objects: frozenset[str]


def literal_verbs_in(sentence: str) -> list[Replacement]:
    """Return the verbs of ``sentence`` that are meant literally, with their plain verbs."""
    found: list[Replacement] = []
    matches = list(_WORD.finditer(sentence))
    for place, word in enumerate(matches):
        lower = word.group().casefold()
        if lower in _STRONG and place + 1 < len(matches):
            following = matches[place + 1].group()
            if following.islower() and is_physical(following, _STRONG_BY_NATURE):
                strong = in_case_of(word.group(), "strong")
                found.append(Replacement(*word.span(), strong))
        if lower not in _first_words():
            continue
        for count in (2, 1):
            last = matches[min(place + count, len(matches)) - 1]
            written = sentence[word.start() : last.end()]
            begin = max(0, word.start() - _CONTEXT)
            before = ("… " if begin else "") + sentence[begin : word.start()]
            plain = _literal(written, before, sentence[last.end() : last.end() + _CONTEXT])
            if plain:
                found.append(Replacement(word.start(), last.end(), in_case_of(written, plain)))
                break
    return found


def is_literal(phrase: str, before: str, after: str) -> bool:
    """Return whether a verb in ``phrase``, between ``before`` and ``after``, is meant literally."""
    start, end = len(before), len(before) + len(phrase)
    return any(
        found.start < end and start < found.end
        for found in literal_verbs_in(before + phrase + after)
    )


def _literal(verb: str, before: str, after: str) -> str:
    """Return the plain verb for ``verb`` where it is meant literally, else ""."""
    senses = _table().get(" ".join(verb.casefold().split()), ())
    if not senses:
        return ""
    subject = _common_noun(subject_of(before), before)
    thing = object_of(after)
    preposition, noun = noun_after_preposition(after)
    # "blasted the Dunn wall as a waste": what bears somebody's name can be meant with that person.
    near = takewhile(lambda token: token.casefold() not in _BEHIND, tokens(after)[:_NEAR])
    named = any(token[:1].isupper() for token in near)
    into = _INTO_WHAT.search(after)
    whole = object_of(after[into.end() :]) if thing and into else ""
    for sense in senses:
        if is_physical(whole, sense.objects):
            return sense.read_as
        if "*" in sense.subjects:
            return sense.read_as
        passive = is_passive(before)
        if is_physical(subject, sense.objects if passive and sense.objects else sense.subjects):
            return sense.read_as
        if is_physical(thing, sense.objects) and not named:
            return sense.read_as
        if preposition == "by" and is_physical(noun, sense.subjects):
            return sense.read_as
        if preposition in _TO_A_THING and is_physical(noun, sense.objects):
            return sense.read_as
        if verb.casefold() in _COLLIDING and preposition in _INTO and not kinds_of(noun) & SPEAKING:
            return sense.read_as
    return ""


def _common_noun(noun: str, before: str) -> str:
    """Return ``noun``, or "" for a name: a capital that does not come from its place."""
    return "" if noun[:1].isupper() and not before.lstrip().startswith(noun) else noun


@cache
def _table() -> dict[str, tuple[_Sense, ...]]:
    table: dict[str, list[_Sense]] = {}
    with TABLE.open(encoding="utf-8", newline="") as file:
        for row in csv.DictReader(file):
            sense = _Sense(
                row["read_as"],
                frozenset(row["subjects"].split()),
                frozenset(row["objects"].split()),
            )
            table.setdefault(row["verb"], []).append(sense)
    return {verb: tuple(senses) for verb, senses in table.items()}


@cache
def _first_words() -> frozenset[str]:
    return frozenset(verb.split()[0] for verb in _table())
