"""A title for a text that came without one."""

from __future__ import annotations

TITLE_CHARACTERS = 80
"""A longer first line of a text is not taken for its title."""


def title_of(text: str) -> str:
    """Return the first line of a text, if it is short and no sentence, else nothing."""
    line = text.strip().split("\n", 1)[0].strip().lstrip("#").strip()
    return line if len(line) <= TITLE_CHARACTERS and line[-1:] not in ".:;," else ""
