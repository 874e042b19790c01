"""What kind of document a file is: its content decides, its name only where content is silent."""

from __future__ import annotations

import re
from pathlib import PurePath
from typing import Literal

Kind = Literal["html", "pdf", "docx"]

DOCUMENTS: dict[str, Kind] = {
    ".html": "html", ".htm": "html", ".xhtml": "html", ".pdf": "pdf", ".docx": "docx",
}  # fmt: skip
"""The endings of the documents that are read, and their kinds."""

_CONTENT_TYPES: dict[str, Kind] = {
    "text/html": "html",
    "application/xhtml+xml": "html",
    "application/pdf": "pdf",
    "application/vnd.openxmlformats-officedocument.wordprocessingml.document": "docx",
}

_HEAD = 2048
"""Bytes looked at. A PDF's mark is within its first 1024 bytes (PDF 1.7, annex H.3.4.1), and a
browser looks for a page's encoding in its first 1024."""

# A comment, an XML declaration or a processing instruction may stand before the first tag.
_PAGE = re.compile(
    r"\s*(?:<\?xml[^>]*>\s*|<!--(?:(?!-->).)*-->\s*)*<(?:!doctype\s+html|html)[\s>]", re.I | re.S
)
_TAG = re.compile(r"<[a-z!/][^<]*>", re.I)


def recognise(data: bytes, name: str = "", content_type: str | None = None) -> Kind | None:
    """Return the kind of document ``data`` is, or None for anything else, plain text included.

    ``name`` is a file's name or path. ``content_type`` is what a web server called it (parameters
    allowed); it stands for the name, of which an address has often none. A saved web page named
    ``.txt`` is a web page, and plain text named ``.html`` or ``.docx`` is plain text.
    """
    named = _named(name, content_type)
    if data.startswith(b"%PDF-") or (named == "pdf" and b"%PDF-" in data[:1024]):
        return "pdf"
    if data.startswith(b"PK\x03\x04"):
        return "docx" if named == "docx" or b"word/" in data else None
    head = _as_text(data[:_HEAD])
    if _PAGE.match(head):
        return "html"
    if named == "html" and "\0" not in head and _TAG.search(_as_text(data)):
        return "html"
    return None


def _named(name: str, content_type: str | None) -> Kind | None:
    if content_type:
        kind = _CONTENT_TYPES.get(content_type.partition(";")[0].strip().lower())
        if kind:
            return kind
    return DOCUMENTS.get(PurePath(name).suffix.lower())


def _as_text(data: bytes) -> str:
    """Markup only: Latin-1 keeps every ASCII character of all encodings but UTF-16."""
    if data.startswith((b"\xff\xfe", b"\xfe\xff")):
        return data.decode("utf-16", "replace")
    if data.startswith(b"\xef\xbb\xbf"):
        data = data[3:]
    return data.decode("latin-1")
