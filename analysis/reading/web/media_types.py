"""The media type of a response: from its Content-Type header, else from its first bytes."""

from __future__ import annotations

import re

HTML = ("text/html", "application/xhtml+xml")
TEXT = ("text/plain", "text/markdown")
"""Media types that are read, as web pages and as plain text."""

FEED = ("application/rss+xml", "application/atom+xml", "application/xml", "text/xml")
"""Media types that feeds have."""

_TYPE = re.compile(r"\s*([!#$%&'*+.^_`|~0-9A-Za-z-]+/[!#$%&'*+.^_`|~0-9A-Za-z-]+)\s*(?:[;,]|$)")
_CHARSET = re.compile(
    r";\s*charset\s*=\s*\"?([0-9A-Za-z._:+-]{1,40})\"?\s*(?:[;,]|$)", re.IGNORECASE
)

# WHATWG MIME Sniffing: the bytes examined, how a web page begins, bytes that occur in no text.
_SNIFFED = 1445
_PAGE = re.compile(
    rb"(?:\xef\xbb\xbf)?[\t\n\f\r ]*<(?:!--|(?:!doctype html|html|head|script|iframe|h1|div|font|"
    rb"table|a|style|title|b|body|br|p|\?xml)[ >?])",
    re.IGNORECASE,
)
_UTF_16 = (b"\xff\xfe", b"\xfe\xff")
_BINARY = re.compile(rb"[\x00-\x08\x0b\x0e-\x1a\x1c-\x1f]")


def media_type(content_type: str) -> tuple[str | None, str | None]:
    """Return media type and charset of a Content-Type header, in lower case; None for each that is
    missing."""
    kind = _TYPE.match(content_type)
    charset = _CHARSET.search(content_type)
    return kind and kind[1].lower(), charset and charset[1].lower()


def sniff(content: bytes) -> str | None:
    """Return ``text/html`` or ``text/plain`` from the first bytes; None for binary data."""
    head = content[:_SNIFFED]
    if _PAGE.match(head):
        return "text/html"
    if not head.startswith(_UTF_16) and _BINARY.search(head):
        return None
    return "text/plain"
