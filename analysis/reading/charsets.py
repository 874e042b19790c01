"""Names of encodings, as web servers and pages give them, and what Python calls them."""

from __future__ import annotations

import codecs

WESTERN = frozenset({"ascii", "iso8859-1", "latin-1", "cp1252"})
"""The names under which the web means Windows-1252 (WHATWG Encoding Standard, section 4.2). Servers
send them unasked, so they tell next to nothing: text that is UTF-8 is UTF-8 all the same."""

# Python also lists base64, ROT13, UTF-7 and others that are no encodings of texts on the web.
_TEXT_CODECS = (
    "utf-8", "utf-16", "iso8859", "iso2022", "cp", "koi8", "mac", "gb", "big5", "euc", "shift",
)  # fmt: skip


def codec(charset: str | None) -> str | None:
    """Return Python's name of the encoding ``charset``; None for no name and for unknown ones."""
    try:
        name = codecs.lookup(charset or "").name
    except (LookupError, ValueError):
        return None
    return name if name in WESTERN or name.startswith(_TEXT_CODECS) else None
