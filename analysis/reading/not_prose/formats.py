"""Formats that their first characters give away, and data in JSON and XML."""

from __future__ import annotations

import json
import re

_FORMATS = (
    (r"BEGIN:VCALENDAR", "a calendar file"),
    (r"BEGIN:VCARD", "an address card"),
    (r"-----BEGIN [A-Z ]{1,40}-----", "a key or an encrypted message"),
    (r"\\documentclass|\\begin\{document\}", "a LaTeX document"),
    (r"@(?:article|book|misc|inproceedings|online)\{", "a list of references"),
    (r"TY  - [A-Z]{3,6}\s", "a list of references"),
    (r"\[InternetShortcut\]", "a shortcut to a web address"),
    (r"<\?php|#!/", "program code"),
    (r"<svg[\s>]", "a drawing (SVG)"),
    (r"diff --git |--- \S{1,300}.{0,100}\n\+\+\+ ", "a list of changes to program code"),
    (r"Traceback \(most recent call last\):", "a log"),
    (r"\\(?:section|chapter|title|usepackage|begin)\*?\{", "a LaTeX document"),
    (
        r"\{\d{1,9}\}\{\d{1,9}\}|\[\d\d:\d\d\.\d\d\]|\[(?:ti|ar|al):|<SAMI>",
        "subtitles of another kind than .srt and .vtt",
    ),
)
_FORMAT = tuple((re.compile(r"\s*(?:" + pattern + ")"), what) for pattern, what in _FORMATS)

_NOTE = 20
"""A shorter list in square brackets is a note or a number in brackets."""

_QUOTED_KEY = re.compile(r"[\"'][\w -]{1,60}[\"']\s?:")
_KEY = re.compile(_QUOTED_KEY.pattern + r"|\b[A-Za-z_]\w{0,60}: ?[\"'\[{\d]")
_KEYS = 3
"""So many keys in what begins like JSON but is cut off or loosely written."""

_XML = re.compile(
    r"\s*(?:<\?xml[\s?]|<!DOCTYPE\s(?!html)|<([A-Za-z][\w.:-]*)[^<>]*>\s*<[A-Za-z])", re.I
)
_HTML = re.compile(
    r"html|head|p|div|h[1-6]|[uod]l|li|blockquote|article|section|main|table|t[rdh]|tbody|thead|span|"
    r"[abiuq]|em|strong|font|figure|header|footer|center|body|[bh]r|img|aside|nav|cite|pre|su[bp]",
    re.I,
)


def format_of(head: str) -> str | None:
    """Return what a file that begins with ``head`` is, by its signature; None if it has none."""
    return next((what for pattern, what in _FORMAT if pattern.match(head)), None)


def json_or_xml(text: str) -> str | None:
    """Return ``data (JSON)`` or ``data (XML)``, also of what is cut off, or None; HTML is none."""
    start = text.lstrip("\ufeff \t\r\n")
    if start[:1] in ("{", "["):
        return "data (JSON)" if _is_json(start) else None
    found = _XML.match(start)
    if not found or re.match(
        r"(?:<\?xml[^>]{0,300}\?>\s*)?<(?:!doctype\s+html|html)\b", start, re.I
    ):
        return None
    return None if found[1] and _HTML.fullmatch(found[1]) else "data (XML)"


def _is_json(start: str) -> bool:
    for whole in (start, start.split("\n", 1)[0]):  # the first line alone: JSON lines
        try:
            found = json.loads(whole)
        except (ValueError, RecursionError):
            continue
        # “[1]” and “[]” are notes in a text.
        if isinstance(found, dict) or (isinstance(found, list) and len(whole) > _NOTE):
            return True
    # “[Update] Score: 3 …” begins a text, so after a bracket keys must be quoted.
    key = _KEY if start[0] == "{" else _QUOTED_KEY
    return len(key.findall(start[:20_000])) >= _KEYS
