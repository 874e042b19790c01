"""Characters that nobody sees: the one list that everything which looks for marks goes by."""

from __future__ import annotations

import unicodedata

INVISIBLE = (
    "\u200b\u200c\u200d\u200e\u200f"  # zero-width space and joiners, direction marks
    "\u202a\u202b\u202c\u202d\u202e"  # embeddings and overrides of direction
    "\u2060\u2066\u2067\u2068\u2069"  # word joiner, isolates of direction
    "\ufeff"  # byte order mark
)
"""Format characters (Unicode category Cf) that may stand beside any mark of punctuation; none of
them has a meaning of its own inside a regular expression's brackets."""


def is_invisible(character: str) -> bool:
    """Whether a character is white space or a format character (Unicode category Cf)."""
    return character.isspace() or unicodedata.category(character) == "Cf"


def without_format_characters(text: str) -> str:
    """Return a text without format characters: direction marks, joiners, soft hyphens."""
    return "".join(c for c in text if unicodedata.category(c) != "Cf")
