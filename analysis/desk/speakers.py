"""Who is the same speaker in several articles of the desk, and who has no name.

Within an article the mentions of one name are put together already (``analysis.speakers``). Across
articles only the names are known, not their texts, so two are one only where little can go wrong:
the same full name, with titles off; and a surname alone where one full name only ends with it.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from analysis.speakers.names.genders import gender_of_first_name
from analysis.speakers.names.organisations import other_words
from analysis.speakers.names.people import Words, name_words
from analysis.speakers.names.titles import (
    BEFORE_TITLES,
    HONORIFICS,
    KEPT_TITLES,
    TITLES,
    gender_of_titles,
)
from analysis.speakers.names.words import comparable
from analysis.speakers.resolve.pronouns import PRONOUNS
from analysis.text.function_words import ALL, DETERMINERS, words

PERSON = "person"
UNNAMED = "unnamed"
UNCLEAR = "unclear"

UNNAMED_SPEAKERS = "unnamed sources"
"""What all speakers without a name are called together."""

_UNNAMED_FIRST = DETERMINERS | words(
    "one two three four five six seven eight nine ten several dozens hundreds thousands officials "
    "sources experts critics supporters opponents aides analysts residents voters people witnesses "
    "police lawyers prosecutors ministers senior local state federal government former spokesman "
    "spokeswoman spokesperson"
)
"""Words with which a description begins that a sentence's start gave a capital."""


@dataclass(frozen=True)
class Source:
    """A speaker of several articles: ``name`` as its fullest form is written, and ``kind`` as in
    ``SOURCES``. Its ``name`` is empty where it is not clear who speaks."""

    name: str
    kind: str


def sources_of(speakers: Iterable[tuple[str, str]]) -> Mapping[tuple[str, str], Source]:
    """Return the source of each pair of speaker and kind, as ``QUOTED`` has them; pairs that occur
    often should be given often, as the more frequent form and kind is taken."""
    counts = Counter(speakers)
    votes: dict[Words, Counter[str]] = defaultdict(Counter)
    for (speaker, kind), count in counts.items():
        if kind:
            votes[comparable(speaker)][kind] += count
    kinds = {
        (speaker, kind): _kind(speaker, votes.get(comparable(speaker), Counter()))
        for speaker, kind in counts
    }
    persons = {pair: _person_words(pair[0]) for pair, kind in kinds.items() if kind == PERSON}
    by_surname: dict[str, set[Words]] = defaultdict(set)
    for full in persons.values():
        if len(full) > 1:
            by_surname[full[-1]].add(full)
    groups: dict[tuple[str, Words], list[tuple[str, str]]] = defaultdict(list)
    for pair, kind in kinds.items():
        key: Words = ()
        if kind == PERSON:
            key = _full(pair[0], persons[pair], by_surname)
        elif kind not in (UNNAMED, UNCLEAR):
            key = other_words(pair[0])
        # Persons apart from others of the same name; a kind that is not known goes with others.
        groups[kind if not key or kind == PERSON else "", key].append(pair)
    found: dict[tuple[str, str], Source] = {}
    for pairs in groups.values():
        source = _source(pairs, kinds, counts)
        found |= dict.fromkeys(pairs, source)
    return found


def _kind(speaker: str, votes: Counter[str]) -> str:
    """Return the kind of a speaker, from those that its name was given and its words."""
    given = comparable(speaker)
    if all(word in PRONOUNS for word in given):
        return UNCLEAR
    if votes:
        return _most(votes)
    bearing = [word for word in speaker.split() if word.casefold() not in ALL]
    capitals = len(bearing) > 1 and all(not word[0].islower() for word in bearing)
    return "" if capitals and given[0] not in _UNNAMED_FIRST else UNNAMED


def _most(votes: Counter[str]) -> str:
    """Return the kind with most votes; of as many the first in the alphabet, so that the order in
    which articles came does not matter."""
    return min(votes, key=lambda kind: (-votes[kind], kind))


def _person_words(name: str) -> Words:
    """Return the comparable words of a person's name without titles; “Dean Hale” keeps its first
    word, which may be a first name."""
    found = name_words(name)
    titles = (TITLES | BEFORE_TITLES) - KEPT_TITLES
    while len(found) > 1 and found[0] in titles:
        if len(found) == 2 and found[0] not in HONORIFICS:
            break
        found = found[1:]
    return found


def _full(name: str, found: Words, by_surname: Mapping[str, set[Words]]) -> Words:
    """Return the words of the one full name that a surname alone belongs to, else its own."""
    if len(found) > 1:
        return found
    title = gender_of_titles([*comparable(name)[:-1]])
    fits = by_surname.get(found[-1] if found else "", set())
    if len(fits) != 1:
        return found
    (full,) = fits
    first = gender_of_first_name(full[0])
    return found if title and first and title != first else full


def _source(
    pairs: list[tuple[str, str]],
    kinds: Mapping[tuple[str, str], str],
    counts: Counter[tuple[str, str]],
) -> Source:
    kind = kinds[pairs[0]]
    if kind == UNCLEAR:
        return Source("", UNCLEAR)
    if kind == UNNAMED:
        return Source(UNNAMED_SPEAKERS, UNNAMED)
    votes: Counter[str] = Counter()
    for pair in pairs:
        votes[kinds[pair]] += counts[pair] if kinds[pair] else 0

    def fullness(pair: tuple[str, str]) -> tuple[int, bool, int, int]:
        bare = _person_words(pair[0]) if kind == PERSON else other_words(pair[0])
        # Of the same words, that without a title before them, then the most frequent.
        return len(bare), not pair[0].isupper(), -len(comparable(pair[0])), counts[pair]

    return Source(max(sorted(pairs), key=fullness)[0], _most(votes))
