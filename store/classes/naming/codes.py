"""The code of a class: six signs that can be read from the wall and typed on a phone."""

from __future__ import annotations

import re
import secrets
from collections.abc import Container

LETTERS = "CDFGHJKMNPQRTVWX"
"""Without vowels (and Y), so that no word comes about, and without L, S, B and Z, which are taken
for 1, 5, 8 and 2."""

DIGITS = "23456789"
LENGTH = 6

_THREE_LETTERS = re.compile(f"[{LETTERS}]{{3}}")
_APART = re.compile(r"[\s\-]+")
_FORM = re.compile(f"[{LETTERS}{DIGITS}]{{{LENGTH}}}")


def new_code(taken: Container[str] = ()) -> str:
    """Return a code that is not among those ``taken``.

    Never with three letters in a row, which may be an abbreviation that nobody wants on the wall.
    There are 90 million.
    """
    while True:
        code = "".join(secrets.choice(LETTERS + DIGITS) for _ in range(LENGTH))
        if not _THREE_LETTERS.search(code) and code not in taken:
            return code


def as_code(given: str) -> str:
    """Return what was typed as a code: capitals, without spaces and hyphens.

    Empty for what can be no code.
    """
    code = _APART.sub("", given[:100]).upper()
    return code if _FORM.fullmatch(code) else ""
