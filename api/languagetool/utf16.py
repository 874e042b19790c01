"""Offsets in UTF-16 code units, as Java and JavaScript count; Python counts code points."""

from __future__ import annotations

import re
from bisect import bisect_left

_TWO_UNITS = re.compile("[\U00010000-\U0010ffff]")
_HALVES = re.compile("[\ud800-\udfff]")

REPLACEMENT = "\ufffd"
"""What stands for a character that cannot be read; one code point and one unit."""


class Units:
    """The way from offsets in ``text`` to those in its UTF-16 form.

    Every character beyond U+FFFF, an emoji for example, takes two units; half of such a pair that
    stands alone takes one.
    """

    def __init__(self, text: str) -> None:
        self._wide = [] if text.isascii() else [m.start() for m in _TWO_UNITS.finditer(text)]

    def at(self, offset: int) -> int:
        """Return the number of units before the character ``text[offset]``."""
        return offset + bisect_left(self._wide, offset)


def units_in(text: str) -> int:
    """Return how many UTF-16 code units ``text`` has."""
    return len(text) + (0 if text.isascii() else len(_TWO_UNITS.findall(text)))


def paired(text: str) -> str:
    """Return ``text`` with halves of a pair that stand side by side as the one character they are.

    So both count it in the same way, whether a client sent an emoji whole or in two halves.
    """
    if text.isascii() or not _HALVES.search(text):
        return text
    return text.encode("utf-16-le", "surrogatepass").decode("utf-16-le", "surrogatepass")


def readable(text: str) -> str:
    """Return ``text`` with ``REPLACEMENT`` for each half of a pair that stands alone.

    Offsets stay as they are.
    """
    return text if text.isascii() else _HALVES.sub(REPLACEMENT, text)
