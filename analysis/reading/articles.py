"""The record of an article that was read."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True)
class Article:
    """An article that was read; all offsets point into ``text``.

    ``kind`` is ``text``, ``markdown`` (kept as written), ``html``, ``pdf`` or ``docx``. ``title``,
    ``author``, ``date`` (YYYY-MM-DD) and ``url`` are None if the source does not give them;
    plain text never does.
    """

    text: str
    title: str | None
    author: str | None
    date: str | None
    url: str | None
    kind: str
