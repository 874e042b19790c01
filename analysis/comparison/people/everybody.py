"""Everybody whom several articles name or quote, each once, by their fullest name."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from analysis.comparison.people.described import Description, described, same_descriptions
from analysis.comparison.people.named import PERSON, Named, fullest, names_of, same_names
from analysis.comparison.people.offices import OFFICES, offices_of

if TYPE_CHECKING:
    from analysis.frames import Result

DESCRIBED = "described"
"""Kind of a speaker without a name."""

_NO_START = ("by ", "in ", "on ", "at ", "for ", "from ", "with ", "and ", "but ", "that ")
"""How words begin that were taken for a speaker with a little too much before them."""

_LISTED = re.compile(r", | and ")


@dataclass(frozen=True)
class Somebody:
    """A person, organisation, place, group or unnamed speaker of several articles.

    ``name`` is the fullest that an article gives; ``kind`` one of ``NAME_KINDS``, or ``described``.
    """

    name: str
    kind: str


@dataclass(frozen=True)
class People:
    """Everybody whom the articles of a comparison name or quote.

    ``everybody`` has each once; ``numbers`` has for each article which of them a name of its names
    frame, or a speaker of its statements, is.
    """

    everybody: tuple[Somebody, ...]
    numbers: tuple[Mapping[str, int], ...]

    def number(self, article: int, name: str) -> int | None:
        """Return the place in ``everybody`` of a name or speaker of an article, None for a pronoun,
        an empty speaker and whoever it does not know."""
        return self.numbers[article].get(name)


def people(articles: Sequence[Result]) -> People:
    """Return everybody whom the articles name, and who speaks in them.

    A speaker without a name is joined with others by the head noun (``same_descriptions``). One who
    is nothing but that noun is the one organisation or place of its own article that ends with it
    (“the council” is Seaford Council), or the one person whom alone the articles introduce in that
    office (“the judge”). Several named together (“Joan Hale and Ana Pell”) are a speaker of their
    own.
    """
    everybody: list[Somebody] = []
    numbers: list[dict[str, int]] = [{} for _ in articles]
    named: list[list[Named]] = same_names(names_of(articles))
    for number, group in enumerate(named):
        full = fullest(group)
        everybody.append(Somebody(full.name, full.kind))
        for one in group:
            numbers[one.article][one.name] = number
    nameless = [
        (place, speaker)
        for place, result in enumerate(articles)
        for speaker in dict.fromkeys(result.statements["speaker"].tolist())
        if speaker and speaker not in numbers[place]
    ]
    _add_lists(nameless, everybody, numbers)
    owners = _Owners(articles, named)
    _add_described(nameless, owners, everybody, numbers)
    return People(tuple(everybody), tuple(numbers))


def _add_lists(
    nameless: Sequence[tuple[int, str]], everybody: list[Somebody], numbers: list[dict[str, int]]
) -> None:
    """Add speakers that are several names, the same for the same names in any order."""
    together: dict[frozenset[int], int] = {}
    for article, speaker in nameless:
        parts = _LISTED.split(speaker)
        known = [numbers[article][part] for part in parts if part in numbers[article]]
        if len(parts) < 2 or len(known) < len(parts):
            continue
        if frozenset(known) not in together:
            together[frozenset(known)] = len(everybody)
            everybody.append(Somebody(speaker, everybody[known[0]].kind))
        numbers[article][speaker] = together[frozenset(known)]


def _add_described(
    nameless: Sequence[tuple[int, str]],
    owners: _Owners,
    everybody: list[Somebody],
    numbers: list[dict[str, int]],
) -> None:
    descriptions = {
        (article, speaker): found
        for article, speaker in nameless
        if speaker not in numbers[article] and (found := described(speaker)) is not None
    }
    groups = same_descriptions(descriptions.values())
    number_of: dict[Description, int] = {}
    for group in groups:
        bare = {one for one in group if one.bare}
        meant = {
            owner
            for (article, _), one in descriptions.items()
            if one in bare and (owner := owners.of(one.head, article)) is not None
        }
        if len(meant) == 1:
            number = meant.pop()
        else:
            number = len(everybody)
            everybody.append(Somebody(_fullest(group).text, DESCRIBED))
        number_of |= dict.fromkeys(group, number)
    for (article, speaker), one in descriptions.items():
        numbers[article][speaker] = number_of[one]


def _fullest(group: Sequence[Description]) -> Description:
    """Return the description with most words, “the judge” before “judge”; first those that begin as
    a noun phrase does."""
    return max(
        group,
        key=lambda one: (not one.text.startswith(_NO_START), len(one.words), len(one.text)),
    )


class _Owners:
    """Who among those named may be meant by a noun alone."""

    def __init__(self, articles: Sequence[Result], named: Sequence[Sequence[Named]]) -> None:
        self._named = named
        self._in_office: dict[str, set[int]] = {}
        mentions = [
            dict(zip(result.names["name"], result.names["mentions"], strict=True))
            for result in articles
        ]
        for number, group in enumerate(named):
            for one in group:
                if one.kind == PERSON:
                    places = mentions[one.article][one.name]
                    for office in offices_of(articles[one.article], places):
                        self._in_office.setdefault(office, set()).add(number)

    def of(self, noun: str, article: int) -> int | None:
        """Return whom a noun means in an article, or None if that is nobody or not sure."""
        if noun in OFFICES:
            found = self._in_office.get(noun, set())
        else:
            found = {
                number
                for number, group in enumerate(self._named)
                if any(
                    one.article == article
                    and one.kind != PERSON
                    and len(one.words) > 1
                    and one.words[-1] == noun
                    for one in group
                )
            }
        return min(found) if len(found) == 1 else None
