"""Speakers without a name: “a spokesman”, “the finance department”, “the council”."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass

from analysis.speakers.names.words import comparable
from analysis.speakers.resolve.pronouns import PRONOUNS
from analysis.text.function_words import ALL, PREPOSITIONS, words

_ENDS_HEAD = PREPOSITIONS | words("who whom whose which that and or where when")
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
    that describe nobody in particular."""
    given = [word for word in comparable(speaker) if word]
    if not given or all(word in PRONOUNS for word in given):
        return None
    first = comparable(_MARK.split(speaker, maxsplit=1)[0])
    noun_phrase: list[str] = []
    for word in first:
        if word in _ENDS_HEAD and noun_phrase:
            break
        if word not in ALL and word not in _NUMERALS:
            noun_phrase.append(word)
    if not noun_phrase or noun_phrase[-1] in _NOBODY:
        return None
    content = {word for word in given if word not in ALL and word not in _NUMERALS}
    return Description(speaker, noun_phrase[-1], frozenset(content))


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
