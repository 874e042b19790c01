"""Speakers without a name: “a spokesman”, “the finance department”, “the council”."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from itertools import takewhile

from analysis.speakers.names.words import comparable
from analysis.speakers.resolve.pronouns import PRONOUNS, RELATIVE
from analysis.text.function_words import ALL, PREPOSITIONS, words

_ENDS_HEAD = PREPOSITIONS | words("and or where when")
_MARK = re.compile(r"[,;:()–—]")
_NUMERALS = words(
    "one two three four five six seven eight nine ten eleven twelve dozen dozens hundreds "
    "thousands several various certain other others"
)
_NOBODY = words("people person man woman men women someone somebody everyone nobody those source")
"""Head nouns that say too little: “a man” of two articles may be two men."""


@dataclass(frozen=True)
class Description:
    """A speaker without a name: the words of the description as the article has them, its ``head``
    noun, and all its ``words`` without function words, the head among them."""

    text: str
    head: str
    words: frozenset[str]

    @property
    def bare(self) -> bool:
        """Whether it has no other word than its head: “the council”."""
        return self.words == {self.head}


def described(speaker: str) -> Description | None:
    """Return the description that a speaker without a name is, or None for a pronoun and for words
    that describe nobody in particular.

    What stands after a comma or a relative pronoun is left out: “the judge, who retired in May” is
    the judge.
    """
    given = list(takewhile(lambda word: word not in RELATIVE, _first_part(speaker)))
    if not given or all(word in PRONOUNS for word in given):
        return None
    noun_phrase: list[str] = []
    for word in given:
        if word in _ENDS_HEAD and noun_phrase:
            break
        if _says_much(word):
            noun_phrase.append(word)
    if not noun_phrase or noun_phrase[-1] in _NOBODY:
        return None
    return Description(speaker, noun_phrase[-1], frozenset(filter(_says_much, given)))


def _first_part(speaker: str) -> tuple[str, ...]:
    return comparable(_MARK.split(speaker, maxsplit=1)[0])


def _says_much(word: str) -> bool:
    return word not in ALL and word not in _NUMERALS


def same_descriptions(given: Iterable[Description]) -> list[list[Description]]:
    """Return the descriptions, those that can be of one speaker together.

    They have the same head noun, and of any two the words of one are among those of the other:
    “officials” and “two city officials”, not “city officials” and “health officials”. One that fits
    several stays alone.
    """
    groups: list[list[Description]] = []
    for one in sorted(set(given), key=lambda each: (-len(each.words), each.text)):
        fits = [
            group
            for group in groups
            if all(
                other.head == one.head and (other.words >= one.words or other.words <= one.words)
                for other in group
            )
        ]
        if len(fits) == 1:
            fits[0].append(one)
        else:
            groups.append([one])
    return groups
