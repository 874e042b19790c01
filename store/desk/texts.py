"""Keeping any text exactly: PostgreSQL refuses NUL, and no database keeps lone surrogates."""

from __future__ import annotations

from typing import Any

from sqlalchemy import Dialect, Text
from sqlalchemy.types import TypeDecorator

_MARK = "\x01"
"""What a text that is kept in escapes begins with; a text that begins so itself is escaped too."""


class ExactText(TypeDecorator[str]):
    """A column that gives back every text as it was given, so that offsets into it stay exact.

    Nearly all texts are kept as they are. One with NUL or a lone surrogate in it, which come from
    damaged files, is kept in Python's escapes: JSON's would join two surrogates into one character.
    """

    impl = Text
    cache_ok = True

    def process_bind_param(self, value: str | None, dialect: Dialect) -> str | None:
        """Return the form in which ``value`` is kept."""
        return None if value is None else packed(value)

    def process_result_value(self, value: Any | None, dialect: Dialect) -> str | None:
        """Return the text whose kept form is ``value``."""
        return None if value is None else unpacked(value)


def packed(text: str) -> str:
    """Return ``text`` in a form that every database keeps; nearly always itself."""
    if "\x00" not in text and not text.startswith(_MARK):
        try:
            text.encode()
        except UnicodeEncodeError:
            pass
        else:
            return text
    return _MARK + text.encode("unicode_escape").decode("ascii")


def unpacked(kept: str) -> str:
    """Return the text whose ``packed`` form is ``kept``."""
    if not kept.startswith(_MARK):
        return kept
    return kept[len(_MARK) :].encode("ascii").decode("unicode_escape")
