"""Pronouns that can be a source, and what they say of whom they stand for."""

from __future__ import annotations

from analysis.speakers.names.titles import FEMALE, MALE
from analysis.text.function_words import words

_MALE_PRONOUNS = words("he him his himself")
_FEMALE_PRONOUNS = words("she her hers herself")
FIRST_PERSON = words("i me my mine myself we us our ours ourselves")
RELATIVE = words("who whom whose")
_OTHERS = words(
    "they them their theirs themselves it its itself that which you your yours this those these"
)
PRONOUNS = _MALE_PRONOUNS | _FEMALE_PRONOUNS | FIRST_PERSON | RELATIVE | _OTHERS
"""All of them, in lower case."""


def gender_of_pronoun(pronoun: str) -> str:
    """Return ``m`` or ``f`` for a pronoun in lower case that says so, else an empty string."""
    if pronoun in _MALE_PRONOUNS:
        return MALE
    return FEMALE if pronoun in _FEMALE_PRONOUNS else ""
