"""Article text on one line, with nothing in it that acts on the label around it."""

from __future__ import annotations

import re

_CONTROL = re.compile(r"[\x00-\x1f\x7f-\x9f]")
# Bidirectional overrides and isolates: they would reorder the label around the text as well.
_REORDERING = re.compile(r"[\u202a-\u202e\u2066-\u2069]")


def one_line(text: str) -> str:
    """Return ``text`` with every run of white space or control marks as one space.

    Marks that reorder what stands around them are left out.
    """
    return " ".join(_CONTROL.sub(" ", _REORDERING.sub("", text)).split())
