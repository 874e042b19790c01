"""The record of an article that was read."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True)
class Article:
    """An article that was read; all offsets point into ``text``.

    ``kind`` is ``text`` (kept as written), ``markdown`` (without its marks; a sample as written),
    ``html``, ``pdf``, ``docx``, ``mail``, ``feed`` or ``subtitles``. ``title``, ``author``,
    ``date`` (YYYY-MM-DD) and ``url`` are None if the source does not give them; plain text never
    does.

    ``quoted`` are the passages ``(start, end)`` that the source's structure, not its quotation
    marks, gives as somebody else's words (a block quotation, an embedded post, Word's style
    “Quote”): in order, not empty, without overlap. ``notices`` say what a reader should know of
    how complete the text is (“Page 3 could not be read and is left out.”): one plain sentence
    each, to be shown beside the article.
    """

    text: str
    title: str | None
    author: str | None
    date: str | None
    url: str | None
    kind: str
    quoted: tuple[tuple[int, int], ...] = ()
    notices: tuple[str, ...] = ()
