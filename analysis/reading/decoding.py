"""From bytes to the text of an article: encodings, and files of other kinds refused."""

from __future__ import annotations

import codecs

from analysis.errors import NotText, TextTooLong
from analysis.reading.charsets import WESTERN, codec
from analysis.reading.checks import require_length, require_text
from analysis.reading.limits import MAX_CHARACTERS

MAX_BYTES = 4 * MAX_CHARACTERS + 4
"""No encoding that is read here takes more bytes than this for ``MAX_CHARACTERS``."""

# First bytes of common files, from the formats' specifications; only those that no article
# could begin with.
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
    """Return the text of ``data``; raise NotText where it is none.

    ``charset`` is what a web server said. A byte order mark outweighs it, and so does an encoding
    in which the bytes make no text.
    """
    claimed = codec(charset) if not data.startswith((*_UTF_16_MARKS, codecs.BOM_UTF8)) else None
    require_no_binary(data, name, zeros=claimed is not None and claimed.startswith("utf-16"))
    text = _decoded(data, claimed)
    if text is None:
        raise NotText(name, "binary data")
    require_text(text, name)
    return text


def _decoded(data: bytes, claimed: str | None) -> str | None:
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
    """Return the text of an article that is no document; raises NotText, TextTooLong, EmptyText."""
    if len(data) > MAX_BYTES:
        require_no_binary(data, name)
        raise TextTooLong(MAX_CHARACTERS, None)
    text = decode(data, name, charset)
    require_length(text)
    return text


def require_no_binary(data: bytes, name: str, *, zeros: bool = False) -> None:
    """Raise NotText for other kinds of files, and for zero bytes unless ``zeros`` belong there."""
    for signature, kind in _SIGNATURES:
        if data.startswith(signature):
            raise NotText(name, kind)
    if not zeros and b"\0" in data and not data.startswith(_UTF_16_MARKS):
        raise NotText(name, "binary data")
