"""Which verb or phrase of saying a cue is: “has repeatedly claimed that” is *claim*.

A cue is any words that a sentence has for saying or thinking, as they stand there: inflected, with
auxiliaries, negations and adverbs, or a noun (“the announcement”).
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from functools import cache

from analysis.speakers.verbs.inflection import base_of, forms
from analysis.speakers.verbs.table import Verb, adverbs, nouns, verbs
from analysis.text.function_words import (
    ADVERBS,
    ALL,
    ARTICLES,
    DETERMINERS,
    OBJECTS,
    POSSESSIVES,
    REFLEXIVES,
    words,
)

_WORD = re.compile(r"(?:(?<!\w)['’](?:s|re|m|ve|d|ll)\b)|[^\W\d_]+(?:['’-][^\W\d_]+)*")
_NO_WORDS = re.compile(r"[:：―—–-]")
_CONTRACTED = re.compile(r"['’](?:s|re|m|ve|d|ll)$|n['’]t$")

_MOST_WORDS = 40
"""Words of a cue that are read; cues of more are mistakes of whoever marked them."""

_GAP = 2
"""Words that may stand within a phrase: “made it very clear”."""

_NOUN_PHRASE = 3
"""Words after an article or a possessive among which a noun stands: “his latest public appeal”."""

_BETWEEN = ADVERBS | OBJECTS | ARTICLES | words("quite much more most less so all no already")

_STEPPED_OVER = words(
    "begin start continue try attempt seek keep go come proceed seem appear tend need work look "
    "prepare finish close open conclude respond focus"
)
"""Verbs that only lead to the one that counts, if it follows: “began to complain”."""

_NEGATION = re.compile(r"\b(?:not|never|n't|cannot|without)\b(?! only\b| just\b)|(?<!\w)n't")
_NOT_SAID = "only says that this was not said, or not done"
_UNSURE = frozenset({"be sure", "be certain", "be positive"})
_REFUSALS = frozenset({"deny", "rule out", "respond", "comment", "refuse", "decline"})

_LEADING_ON = words("to by with")


def verb_of(cue: str) -> Verb:
    """Return the verb or phrase of saying or thinking that a cue is, as the table has it.

    The first phrase counts, and at one place the longest; a verb before a noun. A neutral verb with
    an adverb of the table beside it has the adverb's manner and what it implies: “said angrily”
    lets the reader hear the anger as “fumed” does. A cue that is not in the table gives the base
    form of its first word that is no function word, which is *neutral* and *said*, and implies
    nothing. An empty cue has no manner. Case is ignored.
    """
    tokens = _tokens(cue)
    if not tokens:
        if _NO_WORDS.search(cue):
            return verbs()[":"]
        return Verb("", "", "said", "")
    found = _in_table(tokens)
    spoken_so = next((adverbs()[token] for token in tokens if token in adverbs()), None)
    if found is None:
        head = next((t for t in tokens if _is_content(t)), None)
        if head is None and spoken_so is not None:
            return spoken_so
        found = Verb(base_of(head or tokens[0]), "neutral", "said", "")
    found = _negated(found) if _NEGATION.search(" ".join(tokens)) else found
    if spoken_so is not None and found.manner == "neutral":
        return replace(found, manner=spoken_so.manner, implies=spoken_so.implies)
    return found


def words_held(text: str) -> set[str]:
    """Return the words of the table, nouns and adverbs among them, that ``verb_of`` could find in a
    cue that stands in ``text``, which may be of any length."""
    held: set[str] = set()
    for token in set(_words(text)):
        held.update((token, _singular(token)), _bases(token))
    return held


def _is_content(token: str) -> bool:
    """Whether a word of a cue is neither a function word, nor a piece of one, nor an adverb."""
    return token not in ALL | {"n't", "wo", "ca"} and token[0] != "'" and not token.endswith("ly")


def _negated(verb: Verb) -> Verb:
    """Return what a verb is with a negation before it; unknown verbs and thoughts stay as they are,
    as somebody who “isn't happy” has a feeling too."""
    if verb.lemma in _UNSURE:
        return verbs()["be unsure"]
    if verb.act == "thought" or not verb.implies or verb.lemma in _REFUSALS:
        return verb
    return replace(verb, manner="neutral", implies=_NOT_SAID)


def _tokens(cue: str) -> list[str]:
    """Return the words of a cue that are read, as ``_words`` does."""
    return _words(cue)[:_MOST_WORDS]


def _words(cue: str) -> list[str]:
    """Return the words of a text in lower case, contractions cut in two (``was n't``)."""
    tokens: list[str] = []
    for match in _WORD.finditer(cue):
        word = match.group().casefold().replace("’", "'")
        cut = _CONTRACTED.search(word) if "'" in word else None
        if cut and cut.start():
            tokens += [word[: cut.start()], word[cut.start() :]]
        else:
            tokens.append(word)
    return tokens


def _in_table(tokens: Sequence[str]) -> Verb | None:
    """Return the verb or phrase that counts, or the noun, or None."""
    led_to: Verb | None = None
    first_noun: Verb | None = None
    after_determiner = _NOUN_PHRASE + 1
    for at, token in enumerate(tokens):
        after_determiner = 1 if _opens_noun(tokens, at) else after_determiner + 1
        phrase = _phrase_at(tokens, at)
        noun = nouns().get(_singular(token))
        a_noun = 1 < after_determiner <= _NOUN_PHRASE + 1 and not token.endswith("ing")
        if a_noun and phrase is not None and " " not in phrase.lemma:
            first_noun = first_noun or noun or phrase
        elif phrase is not None and phrase.lemma in _STEPPED_OVER:
            led_to = led_to or phrase
        elif phrase is not None and (led_to is None or _is_led_to(tokens, at)):
            return phrase
        elif noun is not None:
            first_noun = first_noun or noun
    return led_to or first_noun


def _opens_noun(tokens: Sequence[str], at: int) -> bool:
    """Whether a word opens the phrase of a noun: an article, “his”, “'s” after a name."""
    token = tokens[at]
    return token in ARTICLES or token in POSSESSIVES - {"her"} or (token == "'s" and at == 0)


def _is_led_to(tokens: Sequence[str], at: int) -> bool:
    """Whether the verb at a place is what a verb before it leads to: “to complain”, “saying”."""
    before = at - 1
    while before > 0 and (tokens[before] in ADVERBS or tokens[before].endswith("ly")):
        before -= 1
    return tokens[before] in _LEADING_ON or tokens[at].endswith("ing")


def _phrase_at(tokens: Sequence[str], at: int) -> Verb | None:
    """Return the longest verb or phrase of the table that begins at a place, or None."""
    found = ""
    for base in _bases(tokens[at]):
        for phrase in _phrases().get(base, ()):
            if len(phrase.split()) > len(found.split()) and _matches(tokens, at, phrase.split()):
                found = phrase
    return verbs()[_written()[found]] if found else None


def _matches(tokens: Sequence[str], at: int, phrase: Sequence[str]) -> bool:
    """Whether a phrase, whose first word is at a place, goes on there with its other words."""
    place = at + 1
    for word in phrase[1:]:
        for gap in range(_GAP + 1):
            between = tokens[place : place + gap]
            if not all(t in _BETWEEN or t.endswith("ly") or t == "n't" for t in between):
                return False
            if place + gap >= len(tokens):
                return False
            if _is_form(tokens[place + gap], word):
                place += gap + 1
                break
        else:
            return False
    return True


def _is_form(token: str, word: str) -> bool:
    """Whether a word of a cue is a form of a word of a phrase."""
    if word == "one's":
        return token in POSSESSIVES or token == "'s"
    if word == "oneself":
        return token in REFLEXIVES
    return token == word or word in _bases(token) or _singular(token) == word


def _bases(token: str) -> tuple[str, ...]:
    """Return the words of the table that a word of a cue can be a form of."""
    return _forms().get(token, ())


@cache
def _singular(token: str) -> str:
    """Return the noun in the singular, if that is in the table, else the word as it is."""
    for singular in (token, token[:-1], token[:-2], token[:-3] + "y"):
        if singular in nouns() and (singular == token or token.endswith("s")):
            return singular
    return token


@cache
def _written() -> dict[str, str]:
    """Return the phrases as the table writes them by their lower case."""
    return {phrase.casefold(): phrase for phrase in verbs()}


@cache
def _phrases() -> dict[str, tuple[str, ...]]:
    """Return the phrases in lower case by their first word."""
    found: dict[str, tuple[str, ...]] = {}
    for phrase in _written():
        first = phrase.split()[0]
        found[first] = (*found.get(first, ()), phrase)
    return found


@cache
def _forms() -> dict[str, tuple[str, ...]]:
    """Return, for each form of each word of the table, the words that it is a form of."""
    bases = {word for phrase in _written() for word in phrase.split()}
    found: dict[str, tuple[str, ...]] = {}
    for base in sorted(bases):
        inflected = {base} if base in DETERMINERS | {"to", "of", "as", "by"} else forms(base)
        for form in inflected:
            found[form] = (*found.get(form, ()), base)
    return found
