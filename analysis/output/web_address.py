"""Which addresses become links."""

from __future__ import annotations

from urllib.parse import urlsplit

from analysis.text.one_line import one_line


def web_address(source: str) -> str:
    """Return ``source`` if it is an http or https address, the only kind that becomes a link."""
    if source != one_line(source) or " " in source:
        return ""
    try:
        parts = urlsplit(source)
    except ValueError:
        return ""
    return source if parts.scheme in ("http", "https") and parts.netloc else ""
