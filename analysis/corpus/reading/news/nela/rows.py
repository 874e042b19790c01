"""Rows of NELA-GT, whether they come from its database or from its JSON, as articles."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from typing import Any

from analysis.corpus.reading.news.pieces.streamed import unreadable
from analysis.corpus.reading.news.pieces.values import day_of, line_of, text_of
from analysis.corpus.reading.record import Found, Unreadable
from analysis.corpus.reading.tables.rows import Rows
from analysis.errors import SlantError
from analysis.reading.checks import require_text

COLUMNS = ("id", "date", "source", "title", "content", "author", "url", "published",
           "published_utc")  # fmt: skip
"""The columns that are read; ``collection_utc``, when it was collected, is no date of the
article."""

MASKED = (
    "in these texts words are replaced by “@ @ @”, as NELA-GT does for the sake of copyright: "
    "sentences with them are judged by what is left."
)
_MASKED = re.compile(r"@(?: @){3}")
_DATES = ("date", "published", "published_utc")


class NelaRows:
    """Makes articles of rows, and counts what is to be said of all of them."""

    def __init__(self, day_first: bool | None) -> None:
        self._day_first = day_first
        self._rows = Rows(day_first)
        self._masked = False

    def article(self, row: Mapping[str, Any], place: str, name: str) -> Found | Unreadable:
        """Return a row as an article; ``name`` is what messages call it.

        Its day is the column ``date``, else ``published`` as it is written, else ``published_utc``
        in UTC.
        """
        about = {key: line_of(row.get(key)) for key in ("id", "title", "url", "author")}
        content = row.get("content")
        try:
            text = text_of(content, name) if isinstance(content, bytes) else content
            if isinstance(text, str):
                require_text(text.replace("\0", ""), name)
        except SlantError as error:
            day = next(filter(None, self._days(row)), "")
            return unreadable(error, place, **about, outlet=line_of(row.get("source")), date=day)
        self._masked = self._masked or (isinstance(text, str) and bool(_MASKED.search(text)))
        given = next((said for key in _DATES if (said := line_of(row.get(key)))), "")
        values = {
            **about,
            "text": text,
            "outlet": line_of(row.get("source")),
            "date": next(filter(None, self._days(row)), given),
        }
        return self._rows.article(values, place)

    def _days(self, row: Mapping[str, Any]) -> Iterator[str]:
        return (day_of(row.get(column), self._day_first) for column in _DATES)

    def notes(self) -> list[str]:
        """Return what is to be said of the rows so far, a sentence each."""
        return [*([MASKED] if self._masked else []), *self._rows.notes()]
