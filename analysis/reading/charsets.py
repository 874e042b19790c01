"""Encoding names (charsets) as web servers and pages give them, mapped to Python's names."""

from __future__ import annotations

import codecs

WESTERN = frozenset({"ascii", "iso8859-1", "latin-1", "cp1252"})
"""Names that mean Windows-1252 on the web (WHATWG Encoding Standard, section 4.2). Many servers
send them by default, so text that is valid UTF-8 is read as UTF-8 even under one of these names."""

# A list of what is allowed, because Python's codecs include base64, ROT13, UTF-7 and others that
# are not text encodings of the web.
_TEXT_CODECS = (
    "utf-8", "utf-16", "iso8859", "iso2022", "cp", "koi8", "mac", "gb", "big5", "euc", "shift",
)  # fmt: skip


def codec(charset: str | None) -> str | None:
    """Return Python's name of the encoding ``charset``, or None if it is missing or unknown."""
    try:
        name = codecs.lookup(charset or "").name
    except (LookupError, ValueError):
        return None
    return name if name in WESTERN or name.startswith(_TEXT_CODECS) else None
