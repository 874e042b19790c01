"""Put the text of fetched pages into the rows that name their addresses."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from itertools import islice
from urllib.parse import urlsplit

from analysis.corpus.reading.news.addresses.fetching import WINDOW, Fetcher
from analysis.corpus.reading.news.addresses.kept import Failure
from analysis.corpus.reading.record import Found, Unreadable
from analysis.corpus.reading.tables.rows import MAX_CELL


@dataclass(frozen=True)
class Wanted:
    """A ``row`` without a text, and the address of the page that has it."""

    row: Found
    address: str


def with_pages(
    rows: Iterable[Found | Unreadable | Wanted], fetcher: Fetcher
) -> Iterator[Found | Unreadable]:
    """Give rows in their order, those that are ``Wanted`` with the text of their page. What a row
    says of outlet, author, date and title counts; where it says nothing, the page does. Raises
    what ``fetcher`` raises."""
    rows = iter(rows)
    while window := list(islice(rows, WINDOW)):
        outcomes = fetcher.outcomes([one.address for one in window if isinstance(one, Wanted)])
        for one in window:
            if not isinstance(one, Wanted):
                yield one
                continue
            row, page = one.row, outcomes[one.address]
            if isinstance(page, Failure):
                outlet = row.outlet or host_of(one.address)
                yield Unreadable(
                    row.place, page.reason, page.message, row.id, row.title, one.address[:MAX_CELL],
                    outlet, row.author, row.section, row.topic, row.date,
                )  # fmt: skip
                continue
            yield replace(
                row,
                text=page.text,
                quoted=page.quoted,
                url=one.address,
                outlet=row.outlet or host_of(one.address),
                author=row.author or page.author or "",
                date=row.date or page.date or "",
                title=row.title or page.title or "",
            )


def host_of(url: str) -> str:
    """Return the host of an address without ``www.``, which stands for the outlet where nothing
    else names it; empty if there is none."""
    try:
        return (urlsplit(url).hostname or "").removeprefix("www.")
    except ValueError:
        return ""
