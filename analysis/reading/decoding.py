"""Decode bytes to the text of an article, and reject files that are not text."""

from __future__ import annotations

import codecs
import re
from dataclasses import dataclass

from analysis.errors import NotText, TextTooLong
from analysis.reading.charsets import WESTERN, codec
from analysis.reading.checks import require_length, require_text
from analysis.reading.encodings.mojibake import repaired
from analysis.reading.encodings.stray_bytes import with_stray_bytes
from analysis.reading.encodings.wide import wide_encoding
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
    (b"%!PS-Adobe", "a PostScript document"),
    (b"{\\rtf", "a rich-text document"),
    (b"PK\x03\x04", "a ZIP archive or an Office document"),
    (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "an old or locked Office document"),
    (b"\x1f\x8b", "a gzip archive"),
    (b"BZh91AY&SY", "a bzip2 archive"),
    (b"(\xb5/\xfd", "a zstd archive"),
    (b"\xfd7zXZ\x00", "an xz archive"),
    (b"7z\xbc\xaf\x27\x1c", "a 7z archive"),
    (b"Rar!\x1a\x07", "a RAR archive"),
    (b"SQLite format 3\x00", "a database"),
    (b"\x7fELF", "a program"),
)

# Curly quotation marks and the apostrophe of Mac Roman, where Windows-1252 has accented capitals.
_MACINTOSH = re.compile(rb"[a-z]\xd5(?:s|t|re|ve|ll|d|m)\b|\xd2[A-Za-z][^\xd2\xd3]{0,400}\xd3")


NUL_SHARE = 0.05
"""Largest share of NUL characters that is left out of a text; some programs end each line or cell
with one."""


@dataclass(frozen=True)
class Decoded:
    """A text from bytes; ``notices`` say what was repaired or replaced in it, a sentence each."""

    text: str
    notices: tuple[str, ...] = ()


def decode(data: bytes, name: str = "The file", charset: str | None = None) -> Decoded:
    """Return ``data`` decoded; raise NotText if it is not text.

    ``name`` is what the message calls the data. ``charset`` is the encoding a web server declared.
    A byte order mark overrides it, and it is ignored if the bytes cannot be decoded with it. A few
    stray bytes, NUL characters and mojibake are repaired or replaced, and the notices say so.
    """
    _require_no_signature(data, name)
    decoded = _decoded(data, charset)
    if decoded is None:
        raise NotText(name, "binary data")
    text, notices = _without_nuls(decoded.text)
    fixed = repaired(text)
    require_text(fixed.text, name)
    if "\ufffd" in fixed.text and not any("\ufffd" in notice for notice in decoded.notices):
        notices += ("Some characters were lost before this file was saved and stand as “\ufffd”.",)
    return Decoded(fixed.text, decoded.notices + notices + fixed.notices)


def _decoded(data: bytes, charset: str | None) -> Decoded | None:
    """Return ``data`` in the first encoding that fits it, or None."""
    wide = wide_encoding(data)
    marked = wide in ("utf-16", "utf-32") or data.startswith(codecs.BOM_UTF8)
    claimed = codec(charset) if not marked else None
    if claimed and claimed not in WESTERN:
        try:
            return Decoded(data.decode(claimed))
        except UnicodeError:
            pass
    if wide:
        return _wide(data, wide)
    try:
        return Decoded(data.decode("utf-8-sig"))
    except UnicodeError:
        strays = with_stray_bytes(data.removeprefix(codecs.BOM_UTF8))
    if strays is not None:
        return Decoded(strays.text, strays.notices)
    if _MACINTOSH.search(data):
        return Decoded(data.decode("mac_roman"), ("Read in the encoding of old Macintoshes.",))
    try:
        return Decoded(data.decode("cp1252"))
    except UnicodeError:
        return None


def _wide(data: bytes, encoding: str) -> Decoded | None:
    """Return UTF-16 or UTF-32 decoded; half a character at its end is left out."""
    whole = len(data) - len(data) % (4 if "32" in encoding else 2)
    try:
        text = data[:whole].decode(encoding)
    except UnicodeError:
        return None
    cut = ("The file ends in the middle of a character: it may have been cut off.",)
    return Decoded(text, cut if whole < len(data) else ())


def _without_nuls(text: str) -> tuple[str, tuple[str, ...]]:
    """Return a text without the NUL characters that fill it up at its end, and without others if
    they are few."""
    kept = text.rstrip("\0") or text  # a file of nothing but zeros is no text
    count = len(text) - len(kept)
    if 0 < kept.count("\0") <= NUL_SHARE * len(kept):
        count += kept.count("\0")
        kept = kept.replace("\0", "")
    if not count or "\0" in kept:
        return text if "\0" in kept else kept, ()
    were = "One NUL character was" if count == 1 else f"{count:,} NUL characters were"
    return kept, (f"{were} left out; the file may be damaged.",)


def plain_text(data: bytes, name: str, charset: str | None = None) -> Decoded:
    """Return the text of a plain-text or Markdown file; raises NotText, TextTooLong or
    EmptyText."""
    if len(data) > MAX_BYTES:
        _require_no_signature(data, name)
        if b"\0" in data and not wide_encoding(data):
            raise NotText(name, "binary data")
        raise TextTooLong(MAX_CHARACTERS, None)
    decoded = decode(data, name, charset)
    require_length(decoded.text)
    return decoded


def _require_no_signature(data: bytes, name: str) -> None:
    """Raise NotText for a known binary format."""
    for signature, kind in _SIGNATURES:
        if data.startswith(signature):
            raise NotText(name, kind)
