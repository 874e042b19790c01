"""The word that the teacher shows: who types it is in the room."""

from __future__ import annotations

import secrets
import unicodedata
from functools import cache
from pathlib import Path

_FOLDER = Path(__file__).parent


@cache
def word_list(name: str) -> tuple[str, ...]:
    """Return the words of the file ``name``.txt beside this module, one a line."""
    return tuple((_FOLDER / f"{name}.txt").read_text(encoding="utf-8").split())


def draw_word(but: str = "") -> str:
    """Return a word by chance, another than ``but``."""
    return secrets.choice([word for word in word_list("words") if word != but])


def as_word(given: str) -> str:
    """Return what was typed as a word: small letters, without spaces and other signs."""
    folded = unicodedata.normalize("NFKC", given[:100]).casefold()
    return "".join(sign for sign in folded if sign.isalpha())
