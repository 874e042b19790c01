"""Lists of stories as Media Cloud exports them: CSV with an address and no text a row.

Both layouts are read: ``stories_id, publish_date, title, url, language, media_name, media_url …``
and ``id, indexed_date, language, media_name, media_url, publish_date, title, url``. The pages are
fetched only if the person asks for it.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from pathlib import Path

from analysis.corpus.reading.news.addresses.fetching import Fetcher
from analysis.corpus.reading.news.addresses.kept import Kept
from analysis.corpus.reading.news.addresses.pages import Wanted, with_pages
from analysis.corpus.reading.record import Choices, Found, Reader, Unreadable
from analysis.corpus.reading.tables import csv_rows
from analysis.corpus.reading.tables.raw.streams import beginning
from analysis.errors import CannotRead, FetchingOff
from analysis.reading.web import fetch_switch

_HEADERS = frozenset(
    {"id", "stories_id", "processed_stories_id", "guid", "publish_date", "indexed_date",
     "collect_date", "last_updated", "title", "url", "language", "ap_syndicated", "themes",
     "media_id", "media_name", "media_url", "media_pub_country", "media_pub_state",
     "media_language", "media_about_country", "media_media_type", "story_tags"}
)  # fmt: skip
_OF_MEDIA_CLOUD = frozenset({"media_name", "media_url", "stories_id", "media_id"})


def recognises(path: Path, head: bytes) -> bool:
    """Return whether a file is such a list: all its headers are Media Cloud's."""
    headers = {name.lower() for name in _headers(path)}
    return "url" in headers and headers <= _HEADERS and not headers.isdisjoint(_OF_MEDIA_CLOUD)


def open_file(path: Path, choices: Choices) -> Reader:
    """Open one; raises CannotRead if its pages may not be fetched."""
    if "text" in choices.columns:
        return csv_rows.open_file(path, choices)
    if not choices.fetch:
        reason = "has the addresses of articles only, not their texts"
        advice = (
            "add --fetch to have the pages fetched, one request a second from each site, or name "
            "the column that holds the text with --column text=NAME"
        )
        raise CannotRead(path.name, reason, advice)
    if not fetch_switch.is_on():
        raise FetchingOff
    return AddressList(path, choices, Fetcher(Kept(choices.kept)))


def _headers(path: Path) -> list[str]:
    """Return the cells of the first line; none if it is too long for one of headers."""
    return list(filter(None, csv_rows.first_cells(beginning(path, 4096), 2001)))


class AddressList:
    """A ``Reader`` of a list of addresses."""

    kind = "a list of addresses (Media Cloud)"
    total: int | None = None

    def __init__(self, path: Path, choices: Choices, fetcher: Fetcher) -> None:
        self._fetcher = fetcher
        headers = {name.lower(): name for name in _headers(path)}
        columns = {"text": headers["url"]}
        for name, known in (
            ("id", ("stories_id", "id")),
            ("outlet", ("media_name", "media_url")),
            ("date", ("publish_date",)),
        ):
            there = next((headers[one] for one in known if one in headers), None)
            if there is not None:
                columns[name] = there
        asked = replace(choices, columns={**columns, **choices.columns})
        # The table's “texts” are the addresses.
        self._table = csv_rows.open_file(path, asked)
        self.settings: Mapping[str, object] = {"fetch": True}

    @property
    def notes(self) -> Sequence[str]:
        """Sentences on the table; its other columns are no loss."""
        return [note for note in self._table.notes if not note.startswith("not used:")]

    def articles(self) -> Iterator[Found | Unreadable]:
        """Give the articles of the pages in the order of the rows, fetched ``WINDOW`` at a
        time; raises FetchingOff or OSError."""
        with self._fetcher:
            yield from with_pages(map(_wanted, self._table.articles()), self._fetcher)

    def claimed(self) -> int | None:
        """Return None: a list of addresses does not say how many it has."""
        return None

    def share_read(self) -> float:
        """Return how much of the list has been read."""
        return self._table.share_read()


def _wanted(row: Found | Unreadable) -> Wanted | Unreadable:
    if isinstance(row, Found):
        return Wanted(replace(row, text=""), row.text.strip())
    return replace(row, message="It has no address.") if row.reason == "EmptyText" else row
