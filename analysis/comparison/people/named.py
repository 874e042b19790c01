"""Names of several articles that are of one person, organisation, place or group.

Every article has put the mentions of one name together already (``analysis.speakers.names``); here
these names meet across articles: “Sadiq Khan” of one and “Mayor Khan” or “Khan” of another.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from analysis.frames import NAME_KINDS
from analysis.speakers.names.organisations import group_others, other_words
from analysis.speakers.names.people import (
    Words,
    gender_of_mention,
    name_words,
    same_person,
)
from analysis.speakers.names.titles import HONORIFICS, gender_of_titles
from analysis.speakers.names.words import comparable
from analysis.text.function_words import ALL

if TYPE_CHECKING:
    from analysis.frames import Result

PERSON = NAME_KINDS[0]

_SHORTEST_ENDING = 2
"""Words of a name that ends a longer one, from which they can be the same (“Chamber of Trade”,
“Seaford Chamber of Trade”): one word (“Union”) ends too many."""


@dataclass(frozen=True)
class Named:
    """A name of one article: ``article`` is its place, ``name`` and ``kind`` are those of its names
    frame, ``count`` its mentions, ``words`` its comparable words without a title, ``gender`` m, f
    or empty."""

    article: int
    name: str
    kind: str
    count: int
    words: Words
    gender: str = ""


def names_of(articles: Sequence[Result]) -> list[Named]:
    """Return the names of all articles, each of the kind of most of its mentions in all of them."""
    found = [
        _named(place, result, *row)
        for place, result in enumerate(articles)
        for row in zip(
            *(result.names[column].tolist() for column in ("name", "kind", "count", "mentions")),
            strict=True,
        )
    ]
    votes: dict[Words, Counter[str]] = {}
    for one in found:
        votes.setdefault(one.words, Counter())[one.kind] += max(one.count, 1)
    return [replace(one, kind=votes[one.words].most_common(1)[0][0]) for one in found]


def _named(
    article: int,
    result: Result,
    name: str,
    kind: str,
    count: int,
    mentions: Sequence[tuple[int, int]],
) -> Named:
    words = comparable(name)
    titles = [word for word in words[:1] if word in HONORIFICS and len(words) > 1]
    if titles:
        # “Ms Hale” was taken for an organisation.
        return Named(article, name, PERSON, count, words[1:], gender_of_titles(titles))
    if kind != PERSON:
        return Named(article, name, kind, count, other_words(name))
    genders = (gender_of_mention(result.text, start, end) for start, end in mentions)
    return Named(article, name, kind, count, name_words(name), next(filter(None, genders), ""))


def same_names(names: Sequence[Named]) -> list[list[Named]]:
    """Return the names, those that are one together.

    Persons: two full names as within one article (the same surname, and first names of which one is
    the other, its initial or its short form), and a surname or a first name alone if one person
    only has it. Two of one surname stay apart, and so do names of different genders. Others: as
    within one article, and a name of two words or more that ends one longer name only.
    """
    persons = [one for one in names if one.kind == PERSON]
    others = [one for one in names if one.kind != PERSON]
    return [*_persons(persons), *_others(others)]


def fullest(names: Iterable[Named]) -> Named:
    """Return the fullest of the names of one person or thing: with most words, none of them an
    initial, not in capitals; among these the one with most mentions, else the first."""

    def fullness(one: Named) -> tuple[int, bool, bool, int]:
        initial = any(len(word) == 1 for word in one.words)
        return len(one.words), not initial, not one.name.isupper(), one.count

    return max(names, key=fullness)


def _persons(names: Sequence[Named]) -> list[list[Named]]:
    full = [one for one in names if len(one.words) > 1]
    short = [one for one in names if len(one.words) == 1]
    # Initials last: “J. Hale” is nobody's if there are a Joan and a James.
    full.sort(key=lambda one: (len(one.words[0]) == 1, -len(one.words)))
    groups: list[list[Named]] = []
    for one in full:
        fits = [group for group in groups if all(_can_be_one(one, other) for other in group)]
        if len(fits) == 1:
            fits[0].append(one)
        else:
            groups.append([one])
    whole = list(groups)
    alone: dict[Words, list[list[Named]]] = {}
    for one in short:
        fits = _with_part(one, whole)
        if len(fits) == 1:
            fits[0].append(one)
            continue
        others = alone.setdefault(one.words, [])
        fits = [group for group in others if not fits and _one_gender([*group, one])]
        if fits:
            fits[0].append(one)
        else:
            others.append([one])
    return groups + [group for several in alone.values() for group in several]


def _can_be_one(one: Named, other: Named) -> bool:
    if one.article == other.article and one.words != other.words:
        return False
    return same_person(one.words, other.words) and _one_gender((one, other))


def _with_part(one: Named, groups: Sequence[list[Named]]) -> list[list[Named]]:
    """Return the persons whose surname a word is, else those whose first name it is."""
    fitting = [group for group in groups if _one_gender([*group, one])]
    for part in (-1, 0):
        found = [
            group
            for group in fitting
            if any(len(full.words) > 1 and full.words[part] == one.words[0] for full in group)
        ]
        if found:
            return found
    return []


def _one_gender(names: Iterable[Named]) -> bool:
    return len({one.gender for one in names if one.gender}) < 2


def _others(names: Sequence[Named]) -> list[list[Named]]:
    # As if one text listed all names.
    listed = "; ".join(one.name for one in names)
    by_range: dict[tuple[int, int], Named] = {}
    at = 0
    for one in names:
        by_range[at, at + len(one.name)] = one
        at += len(one.name) + 2
    groups = [
        [by_range[place] for place in ranges] for ranges in group_others(listed, list(by_range))
    ]
    longest_first = sorted(groups, key=lambda group: -len(fullest(group).words))
    found: list[list[Named]] = []
    for group in longest_first:
        words = fullest(group).words
        fits = [
            other
            for other in found
            if len(words) >= _SHORTEST_ENDING
            and any(_ends(one, words) and one.kind == group[0].kind for one in other)
        ]
        if len(fits) == 1:
            fits[0].extend(group)
        else:
            found.append(list(group))
    return found


def _ends(longer: Named, words: Words) -> bool:
    """Whether a name ends with words, and not as part of it: “Brothers of Lower Sund” is not “Lower
    Sund”."""
    before = longer.words[: -len(words)]
    return longer.words[-len(words) :] == words and bool(before) and before[-1] not in ALL
