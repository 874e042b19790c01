"""The nouns beside a verb: who or what does it, to whom or what, told without a parser.

A parser would be more accurate, but those examined are many times larger than Slant itself. Only
the words directly before and after the verb are looked at, up to the next mark, conjunction or verb
form that is a function word.
"""

from __future__ import annotations

import re
from itertools import takewhile

from analysis.text.function_words import (
    ADVERBS,
    BE,
    CONJUNCTIONS,
    CONTRACTED_MODALS,
    DETERMINERS,
    DO,
    HAVE,
    MODALS,
    OBJECTS,
    PARTICLES,
    PREPOSITIONS,
    REFLEXIVES,
    SUBJECTS,
    SUBORDINATORS,
    words,
)

CONTEXT_CHARACTERS = 120
"""Characters on either side that are looked at: enough for a noun with what belongs to it."""

_TOKEN = re.compile(r"[^\W_]+(?:['\N{RIGHT SINGLE QUOTATION MARK}\-.][^\W_]+)*|[^\w\s]")
_MARKS = frozenset("\"'`*_\u2018\u2019\u201c\u201d")
_AUXILIARIES = BE | HAVE | DO | MODALS | CONTRACTED_MODALS | words("to get gets got getting")
_ENDS_A_NOUN = CONJUNCTIONS | SUBORDINATORS | SUBJECTS | OBJECTS | words("than not")
#: Words after an object that belong to the verb: "slammed the door shut".
_BEHIND_AN_OBJECT = (
    ADVERBS | PARTICLES
    | words("shut open apart again once twice alive hard flat loose today yesterday tonight "
            "tomorrow together home online monday tuesday wednesday thursday friday saturday "
            "sunday")
)  # fmt: skip
#: Nouns of quantity; what follows "of" is meant: "a flock of geese".
_QUANTITIES = words(
    "flock herd pack swarm pair group gust wall cloud column number handful lot couple kind type "
    "piece pile gang army series plume burst bolt wave waves dozens hundreds thousands lots"
)


def tokens(text: str) -> list[str]:
    """Return the words and marks of ``text``, without quotation marks and marks of emphasis."""
    return [token for token in _TOKEN.findall(text) if token not in _MARKS]


def subject_of(before: str) -> str:
    """Return the noun or pronoun that a verb after ``before`` has as its subject, or "".

    In the passive it is what the deed is done to: "the door" of "the door was slammed". The word
    has the case it has in the text.
    """
    found = tokens(before[-CONTEXT_CHARACTERS:])
    while found and (_is_adverb(found[-1]) or found[-1].casefold() in _AUXILIARIES):
        found.pop()
    if found and found[-1].casefold() in {"that", "which", "who"}:
        found.pop()  # "a storm that battered the coast"
        if found and found[-1] == ",":
            found.pop()
    pronoun = found[-1].partition("'")[0].partition("\u2019")[0] if found else ""
    if pronoun.casefold() in SUBJECTS:
        return pronoun  # "he", "he's"
    phrase = list(takewhile(_continues_a_noun, reversed(found)))[::-1]
    return _head_before_preposition(phrase)


def object_of(after: str) -> str:
    """Return the noun or pronoun that a verb before ``after`` has as its object, or ""."""
    found = tokens(after[:CONTEXT_CHARACTERS])
    if not found or found[0].casefold() in PREPOSITIONS | PARTICLES:
        return ""
    return _head_of(found)


def noun_after_preposition(after: str) -> tuple[str, str]:
    """Return the preposition or particle that ``after`` begins with, in lower case, and its noun.

    Both are "" where it begins with something else. Of several ("back into the wall") the last.
    """
    found = tokens(after[:CONTEXT_CHARACTERS])
    preposition = ""
    while found and found[0].casefold() in PREPOSITIONS | PARTICLES:
        preposition = found.pop(0).casefold()
    return (preposition, _head_of(found)) if preposition else ("", "")


def is_passive(before: str) -> bool:
    """Return whether a past form after ``before`` is a participle after a form of "be" or "get"."""
    found = tokens(before[-CONTEXT_CHARACTERS:])
    while found and _is_adverb(found[-1]):
        found.pop()
    last = found[-1].casefold().replace("\N{RIGHT SINGLE QUOTATION MARK}", "'") if found else ""
    return last in BE | words("get gets got getting") or last.endswith("'re")


def _head_of(found: list[str]) -> str:
    """Return the head of the noun phrase that ``found`` begins with, or ""."""
    first = found[0].casefold() if found else ""
    is_alone = len(found) == 1 or (len(found) > 1 and not found[1][:1].isalnum())
    if first in OBJECTS | REFLEXIVES or (is_alone and first in {"her", "this", "that"}):
        return found[0]
    phrase: list[str] = []
    for place, token in enumerate(found):
        lower = token.casefold()
        if place and _is_determiner(token) and phrase:
            break
        if _is_determiner(token):
            continue
        if lower == "of" and phrase and phrase[-1].casefold() in _QUANTITIES:
            phrase = []
            continue
        if not _continues_a_noun(token) or lower in PREPOSITIONS | _AUXILIARIES:
            break
        phrase.append(token)
    while len(phrase) > 1 and (
        phrase[-1].casefold() in _BEHIND_AN_OBJECT or _is_adverb(phrase[-1])
    ):
        phrase.pop()
    return phrase[-1] if phrase else ""


def _head_before_preposition(phrase: list[str]) -> str:
    """Return the head of the subject ``phrase``: "minister" of "the minister for wild tigers"."""
    if phrase and phrase[0].casefold() in PREPOSITIONS:
        # "On Tuesday the minister": the subject begins with the last determiner.
        starts = [place for place, token in enumerate(phrase) if _is_determiner(token)]
        if len(starts) > 1 or (starts and starts[-1] > 1):
            phrase = phrase[starts[-1] :]
        else:
            return phrase[-1]
    head = list(takewhile(lambda token: token.casefold() not in PREPOSITIONS, phrase))
    if head and head[-1].casefold() in _QUANTITIES and len(head) < len(phrase):
        return phrase[-1]
    while len(head) > 1 and head[-1].casefold() in _BEHIND_AN_OBJECT:
        head.pop()
    return head[-1] if head and not _is_determiner(head[-1]) else ""


def _continues_a_noun(token: str) -> bool:
    return token[:1].isalnum() and token.casefold() not in _ENDS_A_NOUN | _AUXILIARIES


def _is_determiner(token: str) -> bool:
    return token.casefold() in DETERMINERS


def _is_adverb(token: str) -> bool:
    return token.casefold() in ADVERBS or (token.endswith("ly") and len(token) > 4)
