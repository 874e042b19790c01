"""The articles of a feed (RSS or Atom) whose address the user gave."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Any
from urllib.parse import urljoin

from analysis.errors import BadAddress, CannotRead
from analysis.reading.documents.kinds import recognise
from analysis.reading.web.media_types import FEED
from analysis.reading.web.urls import display_form

if TYPE_CHECKING:
    from analysis.reading.text_files.feeds import FeedEntry
    from analysis.reading.web.fetching import Fetched


def read_feed_address(address: str) -> tuple[FeedEntry, ...]:
    """Fetch the feed at ``address`` and return its articles, in its order.

    Raises CannotFetch if it cannot or may not be fetched, CannotRead if it is no feed, or one
    without an article.
    """
    from analysis.reading.web.fetching import fetch

    if not address.strip():
        raise BadAddress("The address of the feed", "is empty")
    return entries_of(fetch(address, also=FEED))


def entries_of(page: Fetched) -> tuple[FeedEntry, ...]:
    """Return the articles of a feed that was fetched; raises CannotRead."""
    from analysis.reading.documents.sandbox import answered, article_of, failed
    from analysis.reading.documents.worker import ENTRIES
    from analysis.reading.text_files.feeds import FeedEntry

    name = display_form(page.url)
    if recognise(page.content) != "feed":
        raise CannotRead(
            name, "is no feed", "give the address of an RSS or Atom feed, or those of its articles"
        )
    answer = answered(page.content, {"kind": ENTRIES}, name)
    entries: Any = answer.get("entries")
    if not isinstance(entries, list):
        raise failed(name)
    found = []
    for entry in entries:
        if not isinstance(entry, dict) or not isinstance(entry.get("article"), dict):
            raise failed(name)
        article = article_of(entry["article"], name)
        where = urljoin(page.url, article.url) if article.url else None
        found.append(FeedEntry(replace(article, url=where), entry.get("whole") is True))
    return tuple(found)
