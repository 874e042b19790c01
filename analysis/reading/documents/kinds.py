"""Recognise the kind of a document: by its content, and by its name only where that is unclear."""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import PurePath
from typing import Literal

from analysis.reading.articles import Article
from analysis.reading.text_files.signs import is_feed, is_mail

Kind = Literal["html", "pdf", "docx", "mail", "feed", "markdown", "subtitles", "fragment"]
"""The kinds of documents. The last three are text and recognised as such, in
``analysis.reading.text_files.recognition``; ``mail`` is also a web page saved as one file."""

ReadDocument = Callable[[bytes, Kind, str], Article]
"""What reads the document of a kind and of a name in messages: ``sandbox.read_document``, or what
stands for it where many are read."""

DOCUMENTS: dict[str, Kind] = {
    ".html": "html", ".htm": "html", ".xhtml": "html", ".pdf": "pdf", ".docx": "docx",
}  # fmt: skip
"""The file name suffixes of documents, and their kinds."""

_CONTENT_TYPES: dict[str, Kind] = {
    "text/html": "html",
    "application/xhtml+xml": "html",
    "application/pdf": "pdf",
    "application/vnd.openxmlformats-officedocument.wordprocessingml.document": "docx",
}

_HEAD = 2048
"""Bytes examined. The header of a PDF is in its first 1024 bytes (PDF 1.7, annex H.3.4.1), and
browsers look for a page's encoding in its first 1024."""

# A comment or an XML declaration may come before the first tag.
_PAGE = re.compile(
    r"\s*(?:<\?xml[^>]*>\s*|<!--(?:(?!-->).)*-->\s*)*<(?:!doctype\s+html|html)[\s>]", re.I | re.S
)
_TAG = re.compile(r"<[a-z!/][^<]*>", re.I)


def recognise(data: bytes, name: str = "", content_type: str | None = None) -> Kind | None:
    """Return the kind of the document ``data``, or None for anything else, such as plain text.

    ``name`` is a file's name or path. ``content_type`` is the Content-Type of a web page, with or
    without parameters, and takes precedence over the name. A saved web page named ``.txt`` is a
    web page, and plain text named ``.html`` or ``.docx`` is plain text.
    """
    named = _named(name, content_type)
    if data.startswith(b"%PDF-") or (named == "pdf" and b"%PDF-" in data[:1024]):
        return "pdf"
    if data.startswith(b"PK\x03\x04"):
        return "docx" if named == "docx" or b"word/" in data else None
    head = _as_text(data[:_HEAD])
    if _PAGE.match(head):
        return "html"
    if is_feed(head):
        return "feed"
    if is_mail(data, PurePath(name).suffix.lower()):
        return "mail"
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
    """Return ``data`` decoded well enough to find markup: Latin-1 keeps the ASCII characters of
    every encoding but UTF-16."""
    if data.startswith((b"\xff\xfe", b"\xfe\xff")):
        return data.decode("utf-16", "replace")
    if data.startswith(b"\xef\xbb\xbf"):
        data = data[3:]
    return data.decode("latin-1")
