"""Adapt plainer wordings to the neighbouring words, to avoid "most very bad" or "said the seat"."""

from __future__ import annotations

import re

from analysis.scoring.wording.part_of_speech import (
    PARTICIPLE,
    VERB,
    introduces_statement,
    is_degree_adverb,
    part_of_speech,
)
from analysis.text.function_words import BE, DETERMINERS, PREPOSITIONS, words

#: Forms of "speak", which replace "say" before "about".
_SPEAK = {"say": "speak", "says": "speaks", "said": "spoke", "saying": "speaking"}
_ABOUT = re.compile(r"\s+about\b", re.IGNORECASE)

#: What stands before an adjective of anger, unlike a verb: a determiner or a preposition.
_BEFORE_ANGRY = (
    DETERMINERS | PREPOSITIONS | BE | words("became become feel felt feeling so very")
).difference({"that"})
#: What follows a verb of anger in the past or the passive, unlike an adjective.
_ANGERED_BY = re.compile(r"\s+by\b", re.I)

_VERY = "very"
#: Degree adverbs; after one of them "very bad" becomes "bad".
_DEGREE_ADVERBS = words(
    "very so too as how more most less least even quite rather pretty really truly extremely "
    "incredibly utterly absolutely"
)
#: Adjectives that are compared with -er and -est, so not after "more" and "most".
_INFLECTED = words(
    "angry bad clear fast firm good harsh high large loud low old poor sad slow small strong weak"
)


def fit_to_context(plain: str, before: str, after: str) -> str:
    """Return a plainer wording adapted to the text before and after it, or "" if it does not fit.

    "very large" becomes "large" after "so", and "said" becomes "spoke" before "about".
    """
    if plain in _SPEAK and not introduces_statement(before, after):
        return _spoken(plain, before, after)
    near = "".join(before.split()[-1:]).casefold()
    is_adjective = not near or near in _BEFORE_ANGRY or near.endswith("ing")
    if plain == "angered" and not _ANGERED_BY.match(after) and is_adjective:
        plain = "angry"  # "were outraged about it", "the outraged voters"
    if near in _DEGREE_ADVERBS and plain == "unusually":
        return ""
    if near.endswith("ly") and plain == "very serious":
        return ""  # "an emotionally devastating loss"
    degree = "".join(before.split()[-1:]).casefold()
    if plain == _VERY:
        return plain if degree not in _DEGREE_ADVERBS and is_degree_adverb(before, after) else ""
    if degree in _DEGREE_ADVERBS or (degree.endswith("ly") and len(degree) > 4):
        plain = plain.removeprefix(f"{_VERY} ")
        if degree in {"more", "most"} and plain in _INFLECTED:
            return ""
    return plain


def _spoken(said: str, before: str, after: str) -> str:
    """Return the form of "speak" for ``said``, a form of "say" without a statement, or ""."""
    if not _ABOUT.match(after):
        return ""
    if said == "said" and part_of_speech(said, before, after, (VERB, PARTICIPLE)) == PARTICIPLE:
        return "spoken"
    return _SPEAK[said]
