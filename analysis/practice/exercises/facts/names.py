"""Names that one of two wordings of a sentence has and the other lacks.

A name is kept by the words that tell it from others: a person by the surname (“Councillor Khan”,
“Khan”), a place or an organisation without what many are called (“Tervia’s bank” has the name of
the Bank of Tervia). Of what kind a name is, matters little here, since the network often cannot
know it from one sentence.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Protocol

from analysis.frames import NAME_KINDS
from analysis.practice.exercises.facts.fact import NAME, Fact, fact
from analysis.speakers.names import Mention, Name, group_names
from analysis.speakers.names.organisations import initials
from analysis.speakers.names.people import name_words
from analysis.speakers.names.words import comparable, trimmed
from analysis.text.function_words import ALL, words
from analysis.text.words.dictionary import dictionary_words
from analysis.text.words.normalised import normalised

_PERSON = NAME_KINDS[0]
_TOKEN = re.compile(r"[^\W_]+(?:['’ʼ.‐‑-][^\W_]+)*")
_CAPITAL = r"[^\W\d_a-z][\w'’-]*"
_RUN = re.compile(rf"{_CAPITAL}(?:\s(?:(?:of|the|for|and|on|in)\s){{0,2}}{_CAPITAL})+")
_SHORTEST_STEM = 4
"""Letters that two forms of a name share at least: “Norland”, “Norlanders”."""
_LONGEST_ENDING = 4
_COMMON = words(
    "council city county town village district borough region state province island river lake "
    "street road square bridge harbour harbor port station airport park hall library museum "
    "church cathedral estate union party ministry department office agency authority board "
    "commission committee court parliament government assembly senate bank fund trust "
    "university college school academy institute hospital clinic police company group group's "
    "holdings club association federation league society alliance network service services "
    "north south east west northern southern eastern western new old upper lower great saint st"
)
"""Words that many names have, and that tell none from another."""


class NameTagger(Protocol):
    """What finds names in a sentence: ``models.inference.voices.network.Voices`` does."""

    def names(self, text: str) -> Iterable[Mention]:
        """Return the names of a text of one line, in reading order."""
        ...


@dataclass(frozen=True)
class _Reading:
    """The names of a sentence, and its words that can be parts of names, made comparable."""

    sentence: str
    names: tuple[Name, ...]
    words: frozenset[str]


def lost_names(before: str, after: str, tagger: NameTagger) -> tuple[list[Fact], list[Fact]]:
    """Return the names of ``before`` that ``after`` lacks, and those that only ``after`` has."""
    one, other = _read(before, tagger), _read(after, tagger)
    return _missing(one, other), _missing(other, one)


def _read(sentence: str, tagger: NameTagger) -> _Reading:
    normal = normalised(sentence)
    # The network reads each line by itself; a sentence is one line for it, wherever it was cut.
    line = "".join(" " if character.isspace() else character for character in normal.text)
    found = [_Given(*normal.given(one.start, one.end), one.kind) for one in tagger.names(line)]
    return _Reading(
        sentence, tuple(group_names(sentence, found)), frozenset(_name_words(normal.text))
    )


@dataclass(frozen=True)
class _Given:
    """A mention in the offsets of the sentence as it was given."""

    start: int
    end: int
    kind: str


def _name_words(text: str) -> Iterable[str]:
    """Yield the words that can be parts of names: with a capital, or in no dictionary (somebody in
    a hurry writes names in small letters); all words where there is no capital at all."""
    small = text == text.lower()
    for match in _TOKEN.finditer(text):
        written = text[slice(*trimmed(text, *match.span()))]
        for word in comparable(written):
            if small or written[:1] != written[:1].lower() or word not in dictionary_words():
                yield word


def _missing(one: _Reading, other: _Reading) -> list[Fact]:
    surnames = [_words(name)[-1:] for name in one.names]
    return [
        fact(NAME, one.sentence, *name.mentions[0])
        for name in one.names
        if not _is_in(name, other, alone=surnames.count(_words(name)[-1:]) == 1)
    ]


def _is_in(name: Name, other: _Reading, *, alone: bool) -> bool:
    """Whether a name stands in the other sentence in some form; ``alone`` says that no other name
    beside it ends in the same word, so that this word is enough for a person."""
    its_words = _words(name)
    if name.kind == _PERSON:
        needed = its_words[-1:] if alone else its_words
        # The network takes many a place of one word for a person, which can have an ending too.
        if all(
            word in other.words or (len(its_words) == 1 and _has(other, word)) for word in needed
        ):
            return True
    else:
        telling = [word for word in its_words if word not in _COMMON | ALL] or list(its_words)
        if 2 * sum(_has(other, word) for word in telling) >= len(telling):
            return True
    return bool(initials(name.name) & other.words) or (
        name.name.isupper()
        and any("".join(its_words) in initials(each) for each in _runs(other.sentence))
    )


def _runs(sentence: str) -> list[str]:
    """Return the words with capitals that follow one another, small words between: what an acronym
    can stand for, a name or not (“Prime Minister”)."""
    return [match.group() for match in _RUN.finditer(sentence)]


def _words(name: Name) -> tuple[str, ...]:
    found = name_words(name.name)
    return tuple(word.removesuffix("'s") for word in found) or (name.name.casefold(),)


def _has(reading: _Reading, word: str) -> bool:
    return any(_same(word, each) for each in reading.words)


def _same(one: str, other: str) -> bool:
    """Whether two words are one, or one is the other with an ending: “Tervia”, “Tervians”."""
    if one == other:
        return True
    shorter, longer = sorted((one, other), key=len)
    return (
        len(shorter) >= _SHORTEST_STEM
        and longer.startswith(shorter)
        and len(longer) - len(shorter) <= _LONGEST_ENDING
    )
