"""Checks that a string can be analysed: it is text, has letters, and is not too long."""

from __future__ import annotations

import re

from analysis.errors import EmptyText, NotText
from analysis.reading.limits import require_words

CONTROL_SHARE = 0.02
"""Largest share of control characters in a text; above it the string counts as binary data. Text
copied from a PDF can have a few; in random bytes read as Windows-1252 one in eleven is one."""

_CONTROLS = re.compile(r"[\x01-\x08\x0e-\x1b\x7f-\x84\x86-\x9f]")  # all but white space
_LONE_SURROGATES = re.compile("[\ud800-\udfff]")


def require_text(text: str, name: str = "The text") -> None:
    """Raise NotText if a string holds NUL, a lone surrogate or many control characters.

    A lone surrogate is half of a UTF-16 pair and cannot be encoded as UTF-8. ``name`` is what the
    message calls the string.
    """
    if "\0" in text:
        raise NotText(name, "binary data")
    if _LONE_SURROGATES.search(text):
        raise NotText(name, "broken Unicode (half a character)")
    controls = len(_CONTROLS.findall(text))
    if controls > CONTROL_SHARE * len(text):
        raise NotText(name, "binary data")


def require_length(text: str) -> None:
    """Raise EmptyText for a text without letters, TextTooLong for one over the limits."""
    if not text:
        raise EmptyText("is empty")
    if text.isspace():
        raise EmptyText("holds only white space")
    require_words(text)
    if not any(map(str.isalpha, text)):
        raise EmptyText("holds no letters")
