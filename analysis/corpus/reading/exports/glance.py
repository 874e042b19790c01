"""Whether a Word, RTF or PDF file is an export of several articles, or one article."""

from __future__ import annotations

import re
import zipfile
from functools import lru_cache
from pathlib import Path

from analysis.corpus.reading.exports.limits import ALLOWED, MAX_BYTES, WORKER
from analysis.errors import SlantError
from analysis.reading.documents import sandbox

LOOKED_AT = 8 * 1024 * 1024
"""Most bytes of a Word file's text that are looked through; the first article ends before."""

_MARKS = re.compile(
    r"^\s*(?:End of Document|\d{1,6} of \d{1,6} DOCUMENTS?|Documents? \(\d{1,6}\)"
    r"|(?:AN\s*)?Document [A-Za-z][A-Za-z0-9]{3,11}(?:19|20)\d{6}[a-z0-9]{6,14})\s*$",
    re.M,
)
_ENDS = re.compile(r"</w:p>|<w:br\b[^>]*>")
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
    about = path.stat()
    return _is_export(path, about.st_size, about.st_mtime_ns)


@lru_cache(maxsize=256)
def _is_export(path: Path, size: int, changed: int) -> bool:
    """Ask the child process; ``size`` and ``changed`` are there for a file that changes."""
    if size > MAX_BYTES:
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
        with zipfile.ZipFile(path) as package, package.open("word/document.xml") as part:
            text = part.read(LOOKED_AT).decode("utf-8", "replace")
    except OSError:
        raise
    except Exception:  # zipfile raises many kinds on broken files
        return False
    return _MARKS.search(_ELEMENT.sub("", _ENDS.sub("\n", text))) is not None
