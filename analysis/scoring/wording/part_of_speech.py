"""Decide from the neighbouring words whether a word is a verb, noun, adjective or past participle.

For the few ambiguous words of the table of wordings ("a sharp rebuke", "they rebuke him"). A tagger
would be more accurate, but those examined download their weights or are larger than Slant itself.
"""

from __future__ import annotations

import re
from collections.abc import Collection
from itertools import takewhile

from analysis.scoring.senses.noun_kinds import kinds_of
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
"""The parts of speech, as in ``alternatives.csv``; ``PARTICIPLE`` is a past participle."""

_TOKEN = re.compile(r"[^\W_]+(?:['\N{RIGHT SINGLE QUOTATION MARK}-][^\W_]+)*|[^\w\s]")
_QUOTATION_MARKS = frozenset("\"'`\u2018\u2019\u201c\u201d")

CONTEXT_CHARACTERS = 80
"""Characters of context on either side, enough for the few words examined."""

_OBJECTS = OBJECTS | REFLEXIVES
_AUXILIARIES = DO | MODALS | CONTRACTED_MODALS | words("to not never let let's")
_HAVE = HAVE | words("get gets got getting")
_PERMITTING = words("let lets letting make makes made making see saw hear heard help helps helped")
_ADVERBS = words("not never also now since already just yet ever even still been being")
_FUNCTION_WORDS = (
    DETERMINERS | PREPOSITIONS | SUBJECTS | _OBJECTS | _AUXILIARIES | BE | CONJUNCTIONS
) | _HAVE
_LIKE_AN_ADJECTIVE = re.compile(
    r"\w+(?:al|ic|ive|ous|ful|less|able|ible|ary|est|ish|ing|ed|ern|ent|ant)|old|new|sharp|bitter|"
    r"public|fresh|harsh|rare|swift|strong|stern|huge|big|long|short|late|first|last|next|second|"
    r"full|mere|great|good|bad|high|low|fierce|angry|ugly|petty|past|other|own|further|true|real|"
    r"cruel|weird|familiar|popular|\w+-\w+"
)
#: Prepositions and particles after a verb of saying that introduce an object, not a statement.
_PREPOSITIONS_AFTER_VERB = words(
    "about of over on upon to for against out into as off up away back"
)
#: What a verb of saying at the end of a sentence leaves behind: a quotation or a clause.
_SAID_BEFORE = re.compile(r"[,\"'\u2019\u201d]")
_MODALS = words("will would can could may might must should did")
#: Objects of "claim" and the like, which "that" may follow without being what is stated.
_NO_STATEMENT = words(
    "one victory credit responsibility lives life benefits ownership asylum damages success"
)
_FINITE = (BE | _HAVE | SUBJECTS | _MODALS | {"that"}) - words(
    "be been being having get getting who"
)
#: What a degree adverb cannot modify: nothing, punctuation, or a word that begins a new phrase.
_NOTHING_TO_GRADE = re.compile(
    r"\s*(?:$|[^\w\s]|(?:and|or|but|in|on|at|by|for|with|of|to|as|when|that|because|enough|behind|ahead|out|off)\b)",
    re.I,
)
#: Determiners that can be a subject: "many lament that ...".
_SUBJECT_DETERMINERS = words("some each many few most all both these those")
_POSSESSIVE = re.compile(r"['\N{RIGHT SINGLE QUOTATION MARK}]s\b")
_PLURAL_POSSESSIVE = re.compile(r"[^\W_]s['\N{RIGHT SINGLE QUOTATION MARK}]\s+$")
_PLURAL = re.compile(r"[^\W_]*[^\W_sui]s")
_PLURALS = words("people police men women children")


def part_of_speech(word: str, before: str, after: str, among: Collection[str]) -> str:
    """Return the part of speech of ``word`` out of ``among``, or "" if it is not clear.

    ``among`` are some of ``VERB``, ``NOUN``, ``ADJECTIVE`` and ``PARTICIPLE``. ``before`` and
    ``after`` are the text on either side of the word in its sentence; two words before it and one
    after it are examined. If ``PARTICIPLE`` is in ``among``, the word must be a past form
    ("seized"); otherwise a form in -ing, a base form ("slam") or a form in -s ("slams").
    """
    if NOUN in among and (_POSSESSIVE.match(after) or _PLURAL_POSSESSIVE.search(before)):
        return NOUN
    left, right = _tokens(before[-CONTEXT_CHARACTERS:]), _tokens(after[:CONTEXT_CHARACTERS])
    if [_normalized(token) for token in left[-2:]] == ["no", "longer"]:
        left = left[:-2]  # "can no longer claim"
    nearest, farther = ["", "", *left][-1], ["", "", *left][-2]
    follows = right[0] if right else ""
    if PARTICIPLE in among:
        # "has already systematically flouted": all adverbs are looked past.
        ahead = [token for token in left if not _is_adverb(token)]
        if left and _is_adverb(left[-1]) and ahead and _is_auxiliary(_normalized(ahead[-1])):
            found = PARTICIPLE
        else:
            found = _part_of_past_form(nearest, farther, follows)
        return found if found in among else ""
    if VERB in among:
        if _is_name_that_states(word, left, before, after):
            found = VERB
        elif word.casefold().endswith("ing"):
            found = _part_of_ing_form(nearest, follows)
        else:
            found = _part_of_base_or_s_form(word, nearest, farther, follows)
        if found != NOUN:
            return found
    if word.casefold().endswith("ing") and _normalized(follows) == "of":
        return NOUN if NOUN in among else ""  # "the crippling of the schools"
    is_attribute = _is_content(follows)
    is_predicate = _normalized(nearest) in BE or nearest.endswith("ly")
    wanted = ADJECTIVE if is_attribute or is_predicate else NOUN
    if wanted in among:
        return wanted
    return next((part for part in (NOUN, ADJECTIVE) if part in among), "")


def is_degree_adverb(before: str, after: str) -> bool:
    """Return whether an adverb between ``before`` and ``after`` modifies an adjective or adverb.

    "very" always does; "wildly" does in "wildly unfair", but not in "he swung wildly" or "he wildly
    exaggerated".
    """
    if _NOTHING_TO_GRADE.match(after):
        return False
    nearest = _normalized(["", *_TOKEN.findall(before[-CONTEXT_CHARACTERS:])][-1])
    follows = _normalized([*_TOKEN.findall(after[:CONTEXT_CHARACTERS]), ""][0])
    is_past = follows.endswith("ed") and not follows.startswith(("un", "over", "under", "ill-"))
    # "grossly underfunds", "grossly misreading", but not "grossly callous".
    is_ing = follows.endswith("ing") and nearest not in BE | DETERMINERS
    is_verb = (
        is_past
        or is_ing
        or follows in _AUXILIARIES | BE | _HAVE
        or (follows.endswith("s") and not follows.endswith(("ss", "us", "ous")))
    )
    return not is_verb or nearest in DETERMINERS | BE


def introduces_statement(before: str, after: str) -> bool:
    """Return whether a verb between ``before`` and ``after`` introduces a statement, like "say".

    It does in "claims the vote was fair", "boasts that it won" and next to a quotation, but not in
    "claims the seat" or "boasts of a win".
    """
    if before.rstrip()[-1:] in _QUOTATION_MARKS:
        return True
    right = [_normalized(t) for t in _tokens(after[:CONTEXT_CHARACTERS])]
    first = right[0].partition("'")[0] if right else ""
    if first in {"", ".", "!", "?"} and not _SAID_BEFORE.search(before):
        return False  # "They did not boast."
    if first == "it" and "'" not in right[0]:
        return len(right) > 1 and (right[1] in _FINITE or right[1].endswith(("s", "ed")))
    if not first.isalnum() or first in SUBJECTS | {"that", "there"}:
        return True
    if first in _PREPOSITIONS_AFTER_VERB | _NO_STATEMENT:
        return False
    if first in DETERMINERS and ("to" in right[:4] or not SUBJECTS.isdisjoint(right[1:4])):
        return False  # "claims the power to do what nobody can", "the majority he had craved"
    clause = takewhile(str.isalnum, (t.replace("'", "").replace("-", "") for t in right))
    return not _FINITE.isdisjoint(clause)


def _tokens(text: str) -> list[str]:
    """Return the words and punctuation marks of ``text``, without quotation marks."""
    return [t for t in _TOKEN.findall(text) if t not in _QUOTATION_MARKS]


def _normalized(token: str) -> str:
    return token.casefold().replace("\N{RIGHT SINGLE QUOTATION MARK}", "'")


def _is_content(token: str) -> bool:
    """Whether a token can be a content word: a noun, adjective, adverb or full verb."""
    return token[:1].isalnum() and _normalized(token) not in _FUNCTION_WORDS


def _begins_object(follows: str) -> bool:
    """Whether a token can begin the object of a verb: a determiner or an object pronoun."""
    return _normalized(follows) in DETERMINERS | _OBJECTS


def _part_of_past_form(nearest: str, farther: str, follows: str) -> str:
    """Return ``VERB`` or ``PARTICIPLE`` for a past form, or "" if it is not clear."""
    near, far = _normalized(nearest), _normalized(farther)
    between = near.endswith("ly") or near in _ADVERBS
    if _is_auxiliary(near) or (between and _is_auxiliary(far)):
        return PARTICIPLE
    if near in SUBJECTS or _begins_object(follows):
        return VERB
    if near in DETERMINERS and _is_content(follows):
        return PARTICIPLE
    # "cash seized by police", but "prices soared by a third".
    return "" if _normalized(follows) == "by" else VERB


def _is_adverb(token: str) -> bool:
    return token.endswith("ly") or _normalized(token) in _ADVERBS


def _is_auxiliary(word: str) -> bool:
    return word in BE | _HAVE or word.endswith(("'ve", "'re"))


def _part_of_ing_form(nearest: str, follows: str) -> str:
    """Return ``VERB``, ``NOUN`` (also for an adjective) or "" if it is not clear, for an -ing
    form."""
    if _normalized(nearest) in DETERMINERS:
        return NOUN
    if _begins_object(follows) and _normalized(follows) not in {"that", "what"}:
        return VERB
    if nearest.endswith("ly"):
        return NOUN
    if not follows[:1].isupper():
        return NOUN
    # "is humiliating Mr Dunn", but "after humiliating Mr Dunn" or "after humiliating Senate vote".
    return VERB if _normalized(nearest) in BE else ""


def _part_of_base_or_s_form(word: str, nearest: str, farther: str, follows: str) -> str:
    """Return ``VERB``, ``NOUN`` (also for an adjective) or "" if it is not clear, for a base form
    or one in -s."""
    in_s = word.casefold().endswith("s") and not word.casefold().endswith("ss")
    near, far, next_ = _normalized(nearest), _normalized(farther), _normalized(follows)
    if near in (SUBJECTS if in_s else SUBJECTS | _AUXILIARIES) or next_ in _OBJECTS | {"up"}:
        return VERB
    if not in_s and near in _OBJECTS and far in _PERMITTING:
        return VERB  # "let himself boast"
    if near in _SUBJECT_DETERMINERS and not in_s and _begins_object(follows):
        return VERB
    if near in {"that", "which", "who"} and (in_s or far not in PREPOSITIONS):
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
    if _begins_object(follows) and next_ != "that":
        return VERB
    if in_s and _follows_name(nearest, farther, follows):
        # "debunked Labour claims that it leaks" are claims; "the mayor, Ms Dunn claims" is not.
        is_described = farther.islower() and farther.endswith(("ed", "ous", "ful"))
        is_owned = farther.endswith(("'s", "\u2019s")) or next_ in BE
        return "" if is_described or is_owned else VERB
    if in_s:
        # "the president slams", but "prompting blasts" and "his unproven claims".
        is_adjective = _LIKE_AN_ADJECTIVE.fullmatch(near) or near.endswith("en")
        may_act = nearest.isalnum() and (not is_adjective or bool(kinds_of(near)))
        return VERB if far in DETERMINERS and may_act else ""
    if _PLURAL.fullmatch(near) or near in _PLURALS:
        return VERB
    # "the trade spat", "a power grab"; "a complete political flop."
    is_name = nearest[:1].isupper() and far in PREPOSITIONS
    if (starts_a_phrase and nearest.isalnum() and not is_name) or not follows[:1].isalnum():
        return NOUN
    return NOUN if next_ in BE | {"of", "between", "among"} else ""


def _is_name_that_states(word: str, left: list[str], before: str, after: str) -> bool:
    """Whether a form in -s is the verb of a name that begins the sentence: "Velmark claims that".

    The one capitalised word before it may also be an adjective or a noun ("Old claims that it
    leaks"); those that can be told are none.
    """
    if len(left) != 1 or not word.casefold().endswith("s"):
        return False
    name = left[0]
    known = _LIKE_AN_ADJECTIVE.fullmatch(name.casefold()) or kinds_of(name)
    may_be_noun = name.casefold() in _FUNCTION_WORDS or known
    return name[:1].isupper() and not may_be_noun and introduces_statement(before, after)


def _follows_name(nearest: str, farther: str, follows: str) -> bool:
    """Whether the word before is a name.

    The first word of a sentence is always capitalised; there only a following object tells a name
    ("Reuters slams plan") from another word ("Old smears of the kind").
    """
    is_adjective = _normalized(farther) in BE or _normalized(follows) in {
        "about",
        "of",
        "by",
        "from",
    }
    if not nearest[:1].isupper() or is_adjective:
        return False
    return farther[:1].isalnum() or _is_content(follows)
