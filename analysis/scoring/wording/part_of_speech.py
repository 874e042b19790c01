"""Whether a word stands as a verb, a noun, an adjective or a past participle, told from the words
beside it.

For the few words of a table that are more than one of these ("a sharp rebuke", "they rebuke
him"). A tagger would know more; those that were looked at download their weights or weigh more
than Slant itself.
"""

from __future__ import annotations

import re
from collections.abc import Collection
from itertools import takewhile

from analysis.text.function_words import (
    BE,
    CONJUNCTIONS,
    CONTRACTED_MODALS,
    DETERMINERS,
    DO,
    HAVE,
    MODALS,
    OBJECTS,
    PREPOSITIONS,
    REFLEXIVES,
    SUBJECTS,
    words,
)

VERB, NOUN, ADJECTIVE, PARTICIPLE = "verb", "noun", "adjective", "participle"

_TOKEN = re.compile(r"[^\W_]+(?:['\N{RIGHT SINGLE QUOTATION MARK}-][^\W_]+)*|[^\w\s]")
_QUOTATION_MARKS = frozenset("\"'`\u2018\u2019\u201c\u201d")

NEAR = 80
"""Characters on either side that can hold the few words looked at."""


_OBJECTS = OBJECTS | REFLEXIVES
_AUXILIARIES = DO | MODALS | CONTRACTED_MODALS | words("to not never let let's")
_HAVE = HAVE | words("get gets got getting")
_ADVERBS = words("not never also now since already just yet ever even still been being")
_CLOSED = (
    DETERMINERS | PREPOSITIONS | SUBJECTS | _OBJECTS | _AUXILIARIES | BE | CONJUNCTIONS
) | _HAVE
_LIKE_AN_ADJECTIVE = re.compile(
    r"\w+(?:al|ic|ive|ous|ful|less|able|ible|ary|est|ish|ing|ed|ern|ent|ant)|old|new|sharp|bitter|"
    r"public|fresh|harsh|rare|swift|strong|stern|huge|big|long|short|late|first|last|next|second|"
    r"full|mere|great|good|bad|high|low|fierce|angry|ugly|petty|past|other|own|further|true|real|"
    r"cruel|weird|familiar|popular|\w+-\w+"
)
#: After them comes what a verb of saying is about or is done to.
_TO_SOMETHING = words("about of over on upon to for against out into as off up away back")
_MODALS = words("will would can could may might must should did")
_FINITE = (BE | _HAVE | SUBJECTS | _MODALS | {"that"}) - words(
    "be been being having get getting who"
)
#: What can't be graded: the end, a mark, or a word that opens the next phrase.
_NOTHING_TO_GRADE = re.compile(
    r"\s*(?:$|[^\w\s]|(?:and|or|but|in|on|at|by|for|with|of|to|as|when|that|because)\b)", re.I
)
#: Determiners that can be the subject themselves: "many lament that ...".
_ALONE = words("some each many few most all both these those")
_POSSESSIVE = re.compile(r"['\N{RIGHT SINGLE QUOTATION MARK}]s\b")
_PLURAL_POSSESSIVE = re.compile(r"[^\W_]s['\N{RIGHT SINGLE QUOTATION MARK}]\s+$")
_PLURAL = re.compile(r"[^\W_]*[^\W_sui]s")
_PLURALS = words("people police men women children")


def part_of_speech(word: str, before: str, after: str, among: Collection[str]) -> str:
    """Return which of ``among`` a word is, of ``VERB``, ``NOUN``, ``ADJECTIVE`` and ``PARTICIPLE``,
    or "" if unsure.

    ``before`` and ``after`` are the text on either side of it in its sentence; the two nearest
    words are looked at. Where ``PARTICIPLE`` is among them the word is a past form ("seized"), else
    one in -ing is a present participle, others are a base form ("slam") or one in -s ("slams").
    """
    if NOUN in among and (_POSSESSIVE.match(after) or _PLURAL_POSSESSIVE.search(before)):
        return NOUN
    left, right = _tokens(before[-NEAR:]), _tokens(after[:NEAR])
    nearest, farther = ["", "", *left][-1], ["", "", *left][-2]
    follows = right[0] if right else ""
    if PARTICIPLE in among:
        found = _of_past_form(nearest, farther, follows)
        return found if found in among else ""
    if VERB in among:
        if word.casefold().endswith("ing"):
            found = _of_participle(nearest, follows)
        else:
            found = _of_form(word, nearest, farther, follows)
        if found != NOUN:
            return found
    is_attribute = _is_content(follows)
    is_predicate = _plain(nearest) in BE or nearest.endswith("ly")
    wanted = ADJECTIVE if is_attribute or is_predicate else NOUN
    if wanted in among:
        return wanted
    return next((part for part in (NOUN, ADJECTIVE) if part in among), "")


def grades(before: str, after: str) -> bool:
    """Return whether an adverb between ``before`` and ``after`` grades an adjective or an adverb,
    as "very" does: "wildly unfair", but not "he swung wildly" and not "he wildly exaggerated"."""
    if _NOTHING_TO_GRADE.match(after):
        return False
    nearest = _plain(["", *_TOKEN.findall(before[-NEAR:])][-1])
    follows = _plain([*_TOKEN.findall(after[:NEAR]), ""][0])
    is_verb = follows.endswith("ed") and not follows.startswith(("un", "over", "under", "ill-"))
    return not is_verb or nearest in DETERMINERS | BE


def states(before: str, after: str) -> bool:
    """Return whether a verb between ``before`` and ``after`` states something, as "say" does:
    "claims the vote was fair", "boasts that it won" and one beside a quotation, but not "claims
    the seat" and "boasts of a win"."""
    if before.rstrip()[-1:] in _QUOTATION_MARKS:
        return True
    right = [_plain(t) for t in _tokens(after[:NEAR])]
    first = right[0].partition("'")[0] if right else ""
    if not first.isalnum() or first in SUBJECTS | {"that", "there"}:
        return True
    if first in _TO_SOMETHING:
        return False
    clause = takewhile(str.isalnum, (t.replace("'", "").replace("-", "") for t in right))
    return not _FINITE.isdisjoint(clause)


def _tokens(text: str) -> list[str]:
    """Return the words and marks of ``text`` without its quotation marks."""
    return [t for t in _TOKEN.findall(text) if t not in _QUOTATION_MARKS]


def _plain(token: str) -> str:
    return token.casefold().replace("\N{RIGHT SINGLE QUOTATION MARK}", "'")


def _is_content(token: str) -> bool:
    """Whether it could be a noun, an adjective, an adverb or a full verb."""
    return token[:1].isalnum() and _plain(token) not in _CLOSED


def _has_object(follows: str) -> bool:
    return _plain(follows) in DETERMINERS | _OBJECTS


def _of_past_form(nearest: str, farther: str, follows: str) -> str:
    """Return ``VERB`` or ``PARTICIPLE``, or ""."""
    near, far = _plain(nearest), _plain(farther)
    between = near.endswith("ly") or near in _ADVERBS
    if _is_auxiliary(near) or (between and _is_auxiliary(far)):
        return PARTICIPLE
    if near in SUBJECTS or _has_object(follows):
        return VERB
    if near in DETERMINERS and _is_content(follows):
        return PARTICIPLE
    # "cash seized by police", but "prices soared by a third".
    return "" if _plain(follows) == "by" else VERB


def _is_auxiliary(word: str) -> bool:
    return word in BE | _HAVE or word.endswith(("'ve", "'re"))


def _of_participle(nearest: str, follows: str) -> str:
    """Return ``VERB`` or, for an adjective or noun, ``NOUN``, or ""."""
    if _plain(nearest) in DETERMINERS:
        return NOUN
    if _has_object(follows) and _plain(follows) not in {"that", "what"}:
        return VERB
    if nearest.endswith("ly"):
        return NOUN
    if not follows[:1].isupper():
        return NOUN
    # "is humiliating Mr Dunn", but "after humiliating Mr Dunn" or "after humiliating Senate vote".
    return VERB if _plain(nearest) in BE else ""


def _of_form(word: str, nearest: str, farther: str, follows: str) -> str:
    """Return ``VERB`` or ``NOUN`` (which an adjective is too) for a form without -ing, or ""."""
    in_s = word.casefold().endswith("s") and not word.casefold().endswith("ss")
    near, far, next_ = _plain(nearest), _plain(farther), _plain(follows)
    if near in (SUBJECTS if in_s else SUBJECTS | _AUXILIARIES) or next_ in _OBJECTS | {"up"}:
        return VERB
    if near in _ALONE and not in_s and _has_object(follows):
        return VERB
    if near in {"that", "which"} and in_s:
        return VERB
    if near in DETERMINERS | PREPOSITIONS | BE | {"to"} or near.endswith("'s"):
        return NOUN
    if near.endswith("ly"):
        return NOUN if far in DETERMINERS | PREPOSITIONS | BE else VERB
    starts_a_phrase = far in DETERMINERS | PREPOSITIONS | BE or far.endswith("'s")
    if _LIKE_AN_ADJECTIVE.fullmatch(near) and starts_a_phrase:
        return NOUN
    # "a false claim the paper made", but "the critics claim the paper made it".
    is_singular = nearest.isalnum() and not (_PLURAL.fullmatch(near) or near in _PLURALS)
    if not in_s and is_singular and (far in DETERMINERS or far.endswith("'s")):
        return NOUN
    # "echoed claims that it failed", as well as "the man claims that it failed".
    if _has_object(follows) and next_ != "that":
        return VERB
    if in_s and _is_a_name(nearest, farther, follows):
        return VERB
    if in_s:
        # "the president slams", but "prompting blasts".
        return VERB if far in DETERMINERS and nearest.isalnum() else ""
    if _PLURAL.fullmatch(near) or near in _PLURALS:
        return VERB
    # "the trade spat", "a power grab"; "a complete political flop."
    is_name = nearest[:1].isupper() and far in PREPOSITIONS
    if (starts_a_phrase and nearest.isalnum() and not is_name) or not follows[:1].isalnum():
        return NOUN
    return NOUN if next_ in BE | {"of", "between", "among"} else ""


def _is_a_name(nearest: str, farther: str, follows: str) -> bool:
    """Whether the word before is written like a name; at a sentence's start any word is, and only
    something to do it to tells "Reuters slams plan" from "Old smears of the kind"."""
    is_adjective = _plain(farther) in BE or _plain(follows) in {"about", "of", "by", "from"}
    if not nearest[:1].isupper() or is_adjective:
        return False
    return farther[:1].isalnum() or _is_content(follows)
