"""Whether a string can be analysed: it is text, it holds letters, and it is not too long."""

from __future__ import annotations

import re

from analysis.errors import EmptyText, NotText
from analysis.reading.limits import require_words

CONTROL_SHARE = 0.02
"""More control characters than this share of a text, and it is no text. Stray ones happen when
text is copied out of a PDF; of random bytes read as Windows-1252 they are one in eleven."""

_CONTROLS = re.compile(r"[\x01-\x08\x0e-\x1b\x7f-\x84\x86-\x9f]")  # all but white space
_HALF_CHARACTERS = re.compile("[\ud800-\udfff]")


def require_text(text: str, name: str = "The text") -> None:
    """Raise NotText where a string holds NUL, mostly control characters or half a character.

    Half a character is a lone surrogate: it stands for nothing and cannot be written to a file.
    """
    if "\0" in text:
        raise NotText(name, "binary data")
    if _HALF_CHARACTERS.search(text):
        raise NotText(name, "broken Unicode (half a character)")
    controls = len(_CONTROLS.findall(text))
    if controls > CONTROL_SHARE * len(text):
        raise NotText(name, "binary data")


def require_length(text: str) -> None:
    """Raise EmptyText for a text without letters, TextTooLong for one over the limit."""
    if not text:
        raise EmptyText("is empty")
    if text.isspace():
        raise EmptyText("holds only white space")
    require_words(text)
    if not any(map(str.isalpha, text)):
        raise EmptyText("holds no letters")
