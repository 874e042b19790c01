"""The source of a text that is there already, as a program sends it."""

from __future__ import annotations

from analysis.rules.source.record import Source
from analysis.rules.source.source import _html, _markdown, _text


def source_of(content: str, name: str, kind: str) -> Source:
    """Return the source of a text that is known to be ``kind``: ``text``, ``markdown`` or ``html``.

    Nothing is guessed and nothing repaired, so that ``Source.content`` is as given. Raises
    TextTooLong.
    """
    if kind == "markdown":
        return _markdown(content, name, ())
    if kind == "html":
        return _html(content, name, fragment=True)
    return _text(content, name, ())
