"""Mentions in passing: a person who only says whose, with whom, to whom something is."""

from __future__ import annotations

from analysis.speakers.names.titles import titles_before
from analysis.speakers.names.words import word_before
from analysis.text.function_words import PREPOSITIONS


def is_aside(text: str, start: int, end: int) -> bool:
    """Whether a name, ``text[start:end]``, stands in the possessive or after a preposition, perhaps
    with its titles between: “Hale’s”, “with Mayor Hale”."""
    if text[end : end + 1] in ("'", "’") and text[end + 1 : end + 2] != " ":
        return True
    at, word = start, ""
    for _ in range(len(titles_before(text, start)) + 1):
        at, word = _word_before(text, at)
    if word in ("the", "a", "an", "his", "her", "their"):
        at, word = _word_before(text, at)
    return word in PREPOSITIONS or word == "to"


def _word_before(text: str, at: int) -> tuple[int, str]:
    """Return where the word before an offset begins, and that word in lower case, empty if there
    is none."""
    found = word_before(text, at)
    return (found[0], text[found[0] : found[1]].casefold()) if found else (at, "")
