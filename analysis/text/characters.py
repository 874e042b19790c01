"""Characters that are not seen: invisible ones, in one list for all code that examines punctuation,
and control characters."""

from __future__ import annotations

import re
import unicodedata

INVISIBLE = (
    "\u200b\u200c\u200d\u200e\u200f"  # zero-width space and joiners, direction marks
    "\u202a\u202b\u202c\u202d\u202e"  # direction embeddings and overrides
    "\u2060\u2066\u2067\u2068\u2069"  # word joiner, direction isolates
    "\ufeff"  # byte order mark
)
"""Format characters (Unicode category Cf) that can occur next to punctuation. All can be used
unescaped in a character class of a regular expression."""


_CONTROLS = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\ud800-\udfff\ufffe\uffff]")


def without_controls(text: str) -> str:
    """Return ``text`` without the characters that markup may not hold: control characters but for
    tab and line ends, half characters and U+FFFE, U+FFFF."""
    return _CONTROLS.sub("", text)


def encodable(text: str) -> str:
    """Return a text that can be encoded: half a surrogate pair, as in a path that is not UTF-8,
    becomes U+FFFD."""
    return text.encode("utf-16", "surrogatepass").decode("utf-16", "replace")


def is_invisible(character: str) -> bool:
    """Whether a character is white space or a format character (Unicode category Cf)."""
    return character.isspace() or unicodedata.category(character) == "Cf"


def without_format_characters(text: str) -> str:
    """Return ``text`` without format characters: direction marks, joiners, soft hyphens."""
    # A text has few different characters, so that each is looked up once.
    unseen = {c for c in set(text) if unicodedata.category(c) == "Cf"}
    return "".join(c for c in text if c not in unseen) if unseen else text
