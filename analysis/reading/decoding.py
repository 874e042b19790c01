"""Decode bytes to the text of an article, and reject files that are not text."""

from __future__ import annotations

import codecs

from analysis.errors import NotText, TextTooLong
from analysis.reading.charsets import WESTERN, codec
from analysis.reading.checks import require_length, require_text
from analysis.reading.limits import MAX_CHARACTERS

MAX_BYTES = 4 * MAX_CHARACTERS + 4
"""Largest plain-text file in bytes: four for each of ``MAX_CHARACTERS``, the most that any encoding
read here needs, and a byte order mark."""

# First bytes of common file formats, from their specifications. Only signatures with which no
# article could begin.
_SIGNATURES = (
    (b"\x89PNG\r\n\x1a\n", "a PNG image"),
    (b"\xff\xd8\xff", "a JPEG image"),
    (b"GIF87a", "a GIF image"),
    (b"GIF89a", "a GIF image"),
    (b"II*\x00", "a TIFF image"),
    (b"MM\x00*", "a TIFF image"),
    (b"%PDF-", "a PDF document"),
    (b"{\\rtf", "a rich-text document"),
    (b"PK\x03\x04", "a ZIP archive or an Office document"),
    (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "an old or locked Office document"),
    (b"\x1f\x8b", "a gzip archive"),
    (b"\xfd7zXZ\x00", "an xz archive"),
    (b"7z\xbc\xaf\x27\x1c", "a 7z archive"),
    (b"\x7fELF", "a program"),
)
_UTF_16_MARKS = (b"\xff\xfe", b"\xfe\xff")


def decode(data: bytes, name: str = "The file", charset: str | None = None) -> str:
    """Return ``data`` decoded; raise NotText if it is not text.

    ``name`` is what the message calls the data. ``charset`` is the encoding a web server declared.
    A byte order mark overrides it, and it is ignored if the bytes cannot be decoded with it.
    """
    claimed = codec(charset) if not data.startswith((*_UTF_16_MARKS, codecs.BOM_UTF8)) else None
    require_no_binary(data, name, zeros=claimed is not None and claimed.startswith("utf-16"))
    text = _decoded(data, claimed)
    if text is None:
        raise NotText(name, "binary data")
    require_text(text, name)
    return text


def _decoded(data: bytes, claimed: str | None) -> str | None:
    """Return ``data`` in the first encoding that fits it, or None."""
    marked = "utf-16" if data.startswith(_UTF_16_MARKS) else "utf-8-sig"
    trusted = claimed if claimed not in WESTERN else None
    for encoding in (trusted, marked, "cp1252"):
        try:
            if encoding:
                return data.decode(encoding)
        except UnicodeError:
            continue
    return None


def plain_text(data: bytes, name: str, charset: str | None = None) -> str:
    """Return the text of a plain-text or Markdown file; raises NotText, TextTooLong or
    EmptyText."""
    if len(data) > MAX_BYTES:
        require_no_binary(data, name)
        raise TextTooLong(MAX_CHARACTERS, None)
    text = decode(data, name, charset)
    require_length(text)
    return text


def require_no_binary(data: bytes, name: str, *, zeros: bool = False) -> None:
    """Raise NotText for a known binary format, and for zero bytes unless ``zeros`` are allowed.

    Zero bytes are part of text in UTF-16.
    """
    for signature, kind in _SIGNATURES:
        if data.startswith(signature):
            raise NotText(name, kind)
    if not zeros and b"\0" in data and not data.startswith(_UTF_16_MARKS):
        raise NotText(name, "binary data")
