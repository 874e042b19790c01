"""Everybody whom several articles name or quote, each once, by their fullest name."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from analysis.comparison.people.described import Description, described, same_descriptions
from analysis.comparison.people.named import PERSON, Named, fullest, names_of, same_names

if TYPE_CHECKING:
    from analysis.frames import Result

DESCRIBED = "described"
"""Kind of a speaker without a name."""

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

    A speaker without a name is joined with others by the head noun (``same_descriptions``), and
    with the one organisation or place of its own article that ends with it, if it is nothing but
    that noun: “the council” is Seaford Council. Several named together (“Joan Hale and Ana Pell”)
    are a speaker of their own.
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
    _add_described(nameless, named, everybody, numbers)
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
    named: Sequence[Sequence[Named]],
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
        owners = {
            owner
            for (article, _), one in descriptions.items()
            if one in bare and (owner := _named_after(one.head, article, named)) is not None
        }
        if len(owners) == 1:
            number = owners.pop()
        else:
            number = len(everybody)
            everybody.append(Somebody(max(group, key=lambda one: len(one.words)).text, DESCRIBED))
        number_of |= dict.fromkeys(group, number)
    for (article, speaker), one in descriptions.items():
        numbers[article][speaker] = number_of[one]


def _named_after(head: str, article: int, named: Sequence[Sequence[Named]]) -> int | None:
    """Return the one organisation or place of an article whose name ends with a noun, or None."""
    found = [
        number
        for number, group in enumerate(named)
        if any(
            one.article == article
            and one.kind != PERSON
            and len(one.words) > 1
            and one.words[-1] == head
            for one in group
        )
    ]
    return found[0] if len(found) == 1 else None
