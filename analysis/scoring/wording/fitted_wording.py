"""Plainer wordings fitted to the words beside them: not "most very bad", not "said the seat"."""

from __future__ import annotations

import re

from analysis.scoring.wording.part_of_speech import (
    PARTICIPLE,
    VERB,
    grades,
    part_of_speech,
    states,
)
from analysis.text.function_words import words

#: What "say" becomes where nothing is stated but something is spoken about.
_SPEAK = {"say": "speak", "says": "speaks", "said": "spoke", "saying": "speaking"}
_ABOUT = re.compile(r"\s+about\b", re.IGNORECASE)

_VERY = "very"
#: After these "very bad" is bad.
_DEGREES = words(
    "very so too as how more most less least even quite rather pretty really truly extremely "
    "incredibly utterly absolutely"
)
#: What has forms of its own instead of following "more" and "most".
_INFLECTED = words(
    "angry bad fast firm good harsh high large loud low old poor sad slow small strong weak"
)


def fitted(plain: str, before: str, after: str) -> str:
    """Return a plainer wording as it can stand between ``before`` and ``after``, or "" where it
    can't: "very large" is "large" after "so", and "said" is "spoke" before "about"."""
    if plain in _SPEAK and not states(before, after):
        return _spoken(plain, before, after)
    degree = "".join(before.split()[-1:]).casefold()
    if plain == _VERY:
        return plain if degree not in _DEGREES and grades(before, after) else ""
    if degree in _DEGREES:
        plain = plain.removeprefix(f"{_VERY} ")
        if degree in {"more", "most"} and plain in _INFLECTED:
            return ""
    return plain


def _spoken(said: str, before: str, after: str) -> str:
    """Return what ``said``, a form of "say", becomes where nothing is stated, or ""."""
    if not _ABOUT.match(after):
        return ""
    if said == "said" and part_of_speech(said, before, after, (VERB, PARTICIPLE)) == PARTICIPLE:
        return "spoken"
    return _SPEAK[said]
