"""Put article text on one line, for use in labels and headings."""

from __future__ import annotations

import re

_CONTROL = re.compile(r"[\x00-\x1f\x7f-\x9f]")
# Direction embeddings, overrides and isolates: they could reorder the text around the label too.
_REORDERING = re.compile(r"[\u202a-\u202e\u2066-\u2069]")


def one_line(text: str) -> str:
    """Return ``text`` with each sequence of white space and control characters as one space.

    Characters that change the direction of the surrounding text are left out.
    """
    return " ".join(_CONTROL.sub(" ", _REORDERING.sub("", text)).split())
