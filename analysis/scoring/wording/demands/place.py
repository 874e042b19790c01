"""A word in its sentence, with what the rules ask about its neighbours."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from functools import cached_property

from analysis.scoring.senses.neighbours import is_passive, object_of, subject_of, tokens
from analysis.scoring.senses.noun_kinds import SPEAKING, kinds_of
from analysis.text.function_words import BE, DETERMINERS, OBJECTS, PREPOSITIONS, SUBJECTS, words

PERSONAL = (SUBJECTS | OBJECTS) - {"it"}
"""Pronouns that stand for people."""

_PLURALS = words("people men women children police")
_BEHIND_A_PREDICATE = (
    PREPOSITIONS | DETERMINERS | SUBJECTS | OBJECTS | BE | words("and or but that when to if")
)


@dataclass(frozen=True)
class Place:
    """A loaded word: ``word`` as it is written, ``before`` and ``after`` it the rest of its
    sentence."""

    word: str
    before: str
    after: str

    @cached_property
    def previous(self) -> list[str]:
        """The words and marks before it, in lower case."""
        return [token.casefold() for token in tokens(self.before)]

    @cached_property
    def nearest(self) -> str:
        """The word or mark directly before it, in lower case, or ""."""
        return self.previous[-1] if self.previous else ""

    @cached_property
    def following(self) -> list[str]:
        """The words and marks after it, as they are written."""
        return tokens(self.after)

    @cached_property
    def next(self) -> str:
        """The word or mark directly after it, in lower case, or ""."""
        return self.following[0].casefold() if self.following else ""

    @cached_property
    def subject(self) -> str:
        """The subject's noun or pronoun, or ""."""
        return subject_of(self.before)

    @cached_property
    def object(self) -> str:
        """The object's noun or pronoun, or ""."""
        return object_of(self.after)

    @cached_property
    def is_passive(self) -> bool:
        """Whether a form of "be" or "get" stands before it."""
        return is_passive(self.before)

    @cached_property
    def affected(self) -> str:
        """The noun that a verb acts on: its object, in the passive its subject."""
        return self.subject if self.is_passive else self.object

    @cached_property
    def is_attribute(self) -> bool:
        """Whether a content word follows directly, to which an adjective belongs."""
        if not self.next[:1].isalpha() or self.after[:1] in "\"'\u2019\u201d":
            return False
        return self.next not in _BEHIND_A_PREDICATE

    @cached_property
    def described(self) -> str:
        """The noun that an adjective describes: the next one, or the subject of its clause."""
        return self.object if self.is_attribute else self.subject

    def describes(self, nouns: frozenset[str]) -> bool:
        """Return whether one of ``nouns`` is what an adjective describes.

        The noun phrase behind it may be followed by a verb that cannot be told from a noun ("a
        scathing report came out"), so that each of the next three words counts.
        """
        if not self.is_attribute:
            return is_among(self.subject, nouns)
        return any(is_among(word, nouns) for word in self.following[:3])


Rule = Callable[[Place], bool]
"""Whether a wording fits at a place."""


def same(rule: Rule, forms: str) -> dict[str, Rule]:
    """Return a table with ``rule`` for each of ``forms``, which are separated by "|"."""
    return dict.fromkeys(forms.split("|"), rule)


def speaks(noun: str) -> bool:
    """Return whether a noun or pronoun is, as far as can be told, somebody who can speak."""
    return noun.casefold() in PERSONAL or noun[:1].isupper() or bool(kinds_of(noun) & SPEAKING)


def is_among(noun: str, nouns: frozenset[str]) -> bool:
    """Return whether a noun, in the singular or plural, is one of ``nouns``."""
    lower = noun.casefold()
    return bool({lower, lower.removesuffix("s"), lower.removesuffix("es")} & nouns)


def is_plural(noun: str) -> bool:
    """Return whether a noun looks like a plural."""
    lower = noun.casefold()
    return (lower.endswith("s") and not lower.endswith(("ss", "us"))) or lower in _PLURALS
