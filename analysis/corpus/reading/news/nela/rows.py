"""A row of NELA-GT, whether it comes from its database or from its JSON, as an article."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Any

from analysis.corpus.reading.news.pieces.streamed import unreadable
from analysis.corpus.reading.news.pieces.values import day_of, line_of, require_article, text_of
from analysis.corpus.reading.record import Found, Unreadable
from analysis.errors import SlantError

COLUMNS = ("id", "date", "source", "title", "content", "author", "url", "published",
           "published_utc")  # fmt: skip
"""The columns that are read; ``collection_utc``, when it was collected, is no date of the
article."""

_MASKED = re.compile(r"@(?: @){3}")
MASKED = (
    "in these texts words are replaced by “@ @ @”, as NELA-GT does for the sake of copyright: "
    "sentences with them are judged by what is left"
)


def is_masked(text: str) -> bool:
    """Return whether words of a text are replaced by ``@``, as in the published collections."""
    return _MASKED.search(text) is not None


def article_of_row(
    row: Mapping[str, Any], place: str, name: str, day_first: bool | None = None
) -> Found | Unreadable:
    """Return a row as an article.

    Its day is the column ``date``, else ``published`` as it is written, else ``published_utc`` in
    UTC.
    """
    name_of, title, url = (line_of(row.get(key)) for key in ("id", "title", "url"))
    try:
        text = text_of(row.get("content"), name)
        require_article(text, name)
    except SlantError as error:
        return unreadable(error, place, id=name_of, title=title, url=url)
    days = (day_of(row.get(column), day_first) for column in ("date", "published", "published_utc"))
    return Found(
        text,
        place,
        id=name_of,
        title=title,
        url=url,
        outlet=line_of(row.get("source")),
        author=line_of(row.get("author")),
        date=next(filter(None, days), ""),
    )
