"""The record of an article as it was read."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True)
class Article:
    """An article as it was read; ``text`` is what all offsets point into.

    ``kind`` is ``text``, ``markdown`` (kept as written), ``html``, ``pdf`` or ``docx``. ``title``,
    ``author``, ``date`` (YYYY-MM-DD) and ``url`` are None where the source does not tell them, as
    plain text never does.
    """

    text: str
    title: str | None
    author: str | None
    date: str | None
    url: str | None
    kind: str
