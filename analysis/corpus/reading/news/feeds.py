"""Feeds (RSS 0.9 to 2.0, Atom) as archives: files with any number of articles.

Most feeds give the beginning of an article only. What has its whole text, as far as
``analysis.reading.text_files.feeds`` can tell, is an article; the rest is recorded as unreadable,
or its page is fetched if the person who gives the archive allows it.

The day is that which the feed writes, in the time zone in which it is written.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

from analysis.corpus.reading.news.addresses.fetching import Fetcher
from analysis.corpus.reading.news.addresses.kept import Kept
from analysis.corpus.reading.news.addresses.pages import Wanted, with_pages
from analysis.corpus.reading.news.parsing.series import Series, parts_of
from analysis.corpus.reading.news.parsing.worker import ITEM
from analysis.corpus.reading.news.pieces.elements import (
    Elements,
    Piece,
    first_tag,
    head_text,
    require_whole,
)
from analysis.corpus.reading.news.pieces.streamed import Streamed, found_of, unreadable
from analysis.corpus.reading.record import Choices, Found, Unreadable
from analysis.errors import CannotRead, FetchingOff, SlantError
from analysis.reading.documents.byline import property_or_none
from analysis.reading.web import fetch_switch

_TOTAL = re.compile(rb"<(?:[\w.-]{1,40}:)?totalResults\s*>\s*(\d{1,9})\s*<")
_TITLE = re.compile(
    r"<(?:[\w.-]{1,40}:)?title[^<>]{0,200}>\s*(?:<!\[CDATA\[(.{0,300}?)\]\]>|([^<]{0,300}))", re.S
)


def recognises(path: Path, head: bytes) -> bool:
    """Return whether a file is an RSS or Atom feed."""
    return first_tag(head) in ("rss", "feed", "RDF")


def open_file(path: Path, choices: Choices) -> Feed:
    """Open one; raises CannotRead if pages are to be fetched and may not be."""
    if not choices.fetch:
        return Feed(path)
    if not fetch_switch.is_on():
        raise FetchingOff
    return Feed(path, Fetcher(Kept(choices.kept)))


class Feed(Streamed):
    """A ``Reader`` of a feed."""

    kind = "a feed"

    def __init__(self, path: Path, fetcher: Fetcher | None = None) -> None:
        super().__init__(path)
        self._fetcher = fetcher
        self.settings = {"fetch": True} if fetcher else {}

    def articles(self) -> Iterator[Found | Unreadable]:
        """Give the feed's articles; raises CannotRead for a feed without any, OSError if pages
        are to be fetched and no site can be reached."""
        if self._fetcher is None:
            for one in self._given():
                yield _too_short(one) if isinstance(one, Wanted) else one
            return
        with self._fetcher:
            yield from with_pages(
                (
                    _too_short(one) if isinstance(one, Wanted) and not one.address else one
                    for one in self._given()
                ),
                self._fetcher,
            )

    def _given(self) -> Iterator[Found | Unreadable | Wanted]:
        """Give the articles; those that are ``Wanted`` have the beginning of their text."""
        with self.opened() as file, Series() as series:
            elements = Elements(file, ("item", "entry"))
            outlet, number = "", 0
            for piece in elements.pieces():
                if not number:
                    total = _TOTAL.search(elements.head)
                    self._claimed = int(total[1]) if total else None
                    outlet = _title(head_text(elements.head))
                number += 1
                place = f"article {number}"
                try:
                    yield _article(elements, piece, series, place, outlet)
                except SlantError as error:
                    yield unreadable(error, place)
            if not number:
                raise CannotRead(
                    self.path.name, "is a feed without an article", "give another file"
                )


def _title(head: str) -> str:
    """Return the title of the feed, which names its outlet."""
    from html import unescape

    found = _TITLE.search(head)
    said = (found[1] or found[2] or "") if found else ""
    return property_or_none(re.sub(r"<[^<>]{0,200}>", "", unescape(said))) or ""


def _article(
    elements: Elements, piece: Piece, series: Series, place: str, outlet: str
) -> Found | Wanted:
    name = f"The feed's {place}"
    require_whole(piece, name)
    answer = series.answered(elements.document(piece, "feed"), ITEM, name)
    article, about = parts_of(answer, ("id", "outlet", "category"), name)
    found = found_of(
        article,
        place,
        id=about["id"],
        outlet=about["outlet"] or outlet,
        section=about["category"],
    )
    return found if answer.get("whole") is True else Wanted(found, found.url)


def _too_short(one: Wanted) -> Unreadable:
    """Return an article of which the feed has the beginning only as what cannot be read."""
    row = one.row
    has = "only the beginning of its text" if row.text.strip() else "no text"
    advice = "fetch its page with --fetch" if row.url else "get the feed with its whole texts"
    error = CannotRead(f"The feed's {row.place}", f"has {has}", advice)
    return unreadable(
        error, row.place, id=row.id, outlet=row.outlet, author=row.author, section=row.section,
        date=row.date, title=row.title, url=row.url,
    )  # fmt: skip
