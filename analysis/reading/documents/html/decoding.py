"""The encoding of a web page."""

from __future__ import annotations

import codecs
import re

from analysis.reading.charsets import WESTERN, codec
from analysis.reading.encodings.stray_bytes import with_stray_bytes

_META = re.compile(rb"<meta[^>]{0,200}?charset\s*=\s*[\"']?\s*([\w:.-]{1,40})", re.I)


def decode_html(data: bytes, charset: str | None = None) -> str:
    """Return a page decoded; never fails.

    A byte order mark decides. Without one, bytes that are valid UTF-8 are read as UTF-8 whatever
    a tag says, because text in another encoding is hardly ever valid UTF-8. Then come the encoding
    that the server declared (``charset``), the page's ``meta`` tag, and Windows-1252.
    """
    for mark, encoding in (
        (codecs.BOM_UTF8, "utf-8-sig"), (codecs.BOM_UTF16_LE, "utf-16"),
        (codecs.BOM_UTF16_BE, "utf-16"),
    ):  # fmt: skip
        if data.startswith(mark):
            return data.decode(encoding, "replace")
    if data[:200].count(b"\0") > 50:  # markup is ASCII, of which every other byte in UTF-16 is zero
        return data.decode("utf-16-be" if data[:1] == b"\0" else "utf-16-le", "replace")
    if (strays := _utf8(data)) is not None:
        return strays
    meta = _META.search(data, 0, 4096)
    for claim in (charset, meta and meta[1].decode("ascii", "replace")):
        name = codec(claim)
        # UTF-8 and UTF-16 were ruled out above.
        if name and name not in WESTERN and not name.startswith("utf"):
            try:
                return data.decode(name)
            except UnicodeError:
                continue
    # Five bytes are undefined in Windows-1252; browsers read them as control characters.
    return "".join(
        bytes([byte]).decode("cp1252", "ignore") if byte > 127 else chr(byte) for byte in data
    )


def _utf8(data: bytes) -> str | None:
    """Return a page that is UTF-8, also one that was cut off or joined from parts and has a few
    bytes that are not, or None."""
    try:
        return data.decode("utf-8")
    except UnicodeDecodeError:
        found = with_stray_bytes(data)
    return found.text if found else None
