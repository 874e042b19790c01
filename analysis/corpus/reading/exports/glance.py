"""Whether a Word, RTF or PDF file is an export of several articles, or one article."""

from __future__ import annotations

import os
import re
import zipfile
from pathlib import Path

from analysis.corpus.reading.exports.limits import ALLOWED, MAX_BYTES, MAX_PARTS, WORKER
from analysis.errors import SlantError
from analysis.reading.documents import sandbox

LOOKED_AT = 8 * 1024 * 1024
"""Most bytes of a Word file's text that are looked through; the first article ends before."""

_MARKS = re.compile(
    r"^[^\S\n]*+(?:End of Document|\d{1,6} of \d{1,6} DOCUMENTS?|Documents? \(\d{1,6}\)"
    r"|(?:AN\s*)?Document [A-Za-z][A-Za-z0-9]{3,11}(?:19|20)\d{6}[a-z0-9]{6,14})[^\S\n]*$",
    re.M,
)
_ENDS = re.compile(r"</w:p>|<w:br\b[^<>]*>")
_TAIL = 22 + 64 * 1024 + 20
"""Bytes at the end of a package in which it says how long the list of its parts is."""

_LISTS = re.compile(rb"(?=PK\x05\x06.{8}(.{4}))", re.S)
_MOST_LISTED = 200 * MAX_PARTS
"""Most bytes of that list; an entry has 46 and its name."""

_ELEMENT = re.compile(r"<[^<>]*>")


def kind_of(path: Path, head: bytes) -> str | None:
    """Return ``word``, ``rtf`` or ``pdf`` for such a file, None for any other; ``head`` are its
    first bytes."""
    if head.startswith(b"PK\x03\x04"):
        return "word" if path.suffix.lower() == ".docx" or b"word/" in head else None
    if head.lstrip()[:5] == b"{\\rtf":
        return "rtf"
    return "pdf" if b"%PDF-" in head[:1024] else None


def is_export(path: Path, kind: str) -> bool:
    """Return whether a file of this kind seems to be an export; raises OSError.

    A Word file is looked through for a line that opens or closes an article; the first pages of a
    PDF are read by the child process. RTF files that are no exports are read by nothing else, so
    all of them are said to be some.
    """
    if kind == "rtf":
        return True
    if kind == "word":
        return _has_marks(path)
    if path.stat().st_size > MAX_BYTES:
        return False
    try:
        request = {"kind": "pdf", "glance": True}
        child = sandbox.start(WORKER)
        answer = sandbox.ask(child, path.read_bytes(), request, path.name, ALLOWED)
    except SlantError:
        return False
    return answer.get("export") is True


def _has_marks(path: Path) -> bool:
    try:
        if _has_too_many_parts(path):
            return False
        with zipfile.ZipFile(path) as package, package.open("word/document.xml") as part:
            text = part.read(LOOKED_AT).decode("utf-8", "replace")
    except OSError:
        raise
    except Exception:  # zipfile raises many kinds on broken files
        return False
    return _MARKS.search(_ELEMENT.sub("", _ENDS.sub("\n", text))) is not None


def _has_too_many_parts(path: Path) -> bool:
    """Return whether the list of a package's parts is longer than that of a Word file can be;
    ``zipfile`` would take all of it into memory."""
    with path.open("rb") as file:
        end = file.seek(0, os.SEEK_END)
        file.seek(max(end - _TAIL, 0))
        tail = file.read()
    lengths = [int.from_bytes(found[1], "little") for found in _LISTS.finditer(tail)]
    return b"PK\x06\x07" in tail or max(lengths, default=0) > _MOST_LISTED
