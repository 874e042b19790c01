"""Names of editors, as they are shown and compared."""

from __future__ import annotations

import unicodedata

from analysis.text.characters import without_format_characters

# Joiners belong to the spelling of names in some scripts, between two letters.
_JOINERS = "\u200c\u200d"
_NEVER = {"Cc", "Cs", "Co", "Cn"}
"""Control characters, half characters, and those that mean nothing (Unicode categories)."""


def plain_name(name: str) -> str:
    """Return a name as it is kept: composed (NFC), with single spaces, and without characters that
    are not seen or that turn the direction of what follows."""
    spaced = "".join(" " if sign.isspace() else sign for sign in name)
    kept = (
        sign
        for sign in spaced
        if sign in _JOINERS or unicodedata.category(sign) not in {*_NEVER, "Cf"}
    )
    return unicodedata.normalize("NFC", " ".join("".join(kept).split())).strip(_JOINERS)


def name_key(name: str) -> str:
    """Return what two forms of one plain name have in common: “ann lee” is “Ann Lee”."""
    return unicodedata.normalize("NFC", without_format_characters(name).casefold())
