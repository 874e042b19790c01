"""Recognise e-mails and feeds by their first bytes; needs none of the libraries that read them."""

from __future__ import annotations

import re

MAIL_SUFFIXES = (".eml", ".emlx", ".mbox", ".mht", ".mhtml")
"""File name endings of e-mails and of pages saved as one file."""

_HEAD = 65_536
_FIELD = re.compile(rb"([!-9;-~]{1,70}):(?:[ \t\r]|$)")
ENVELOPE = re.compile(rb"\s*(?:From [^\n]*\n|\d+[ \t]*\r?\n)")
"""What a mailbox and Apple Mail put before an e-mail."""
_OF_MAIL = (b"from", b"subject", b"date", b"to", b"received", b"content-type")

_ROOT = re.compile(
    r"\s*(?:<\?[^>]{0,500}\?>\s*|<!--(?:(?!-->).){0,1500}-->\s*|<!DOCTYPE[^>]{0,300}>\s*){0,10}"
    r"<(?:rss|feed|rdf:RDF)[\s>]",
    re.I | re.S,
)


def is_mail(data: bytes, suffix: str = "") -> bool:
    """Whether ``data`` are an e-mail or a page saved as one, by their header lines.

    Without the file name's ending (``suffix``) the header must be complete: a text may begin with
    “From:” and “Subject:”.
    """
    names: set[bytes] = set()
    envelope = ENVELOPE.match(data[:1000])
    for line in data[envelope.end() if envelope else 0 : _HEAD].split(b"\n"):
        if not line.strip():
            break
        if line[:1] in b" \t" and names:
            continue
        found = _FIELD.match(line)
        if not found:
            return False
        names.add(found[1].lower())
    known = names.intersection(_OF_MAIL)
    if suffix in MAIL_SUFFIXES:
        return bool(known)
    complete = b"mime-version" in names or b"message-id" in names or b"received" in names
    return complete and bool(known)


def is_feed(head: str) -> bool:
    """Whether a file whose first 2,000 or so characters are ``head`` is an RSS or Atom feed."""
    return _ROOT.match(head) is not None
