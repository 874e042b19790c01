"""Articles on their way to the desk: each is read, analysed and checked, one after the other.

``prepared`` is a generator, and whoever uses it keeps each article before asking for the next. So
what was done stays when the rest is given up, and a text that comes twice is known the second time.
"""

from __future__ import annotations

import os
import time
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

from analysis.desk.article import desk_article, text_digest
from analysis.desk.records import NewArticle
from analysis.errors import SlantError
from analysis.reading.titles import title_of
from analysis.text.one_line import one_line

if TYPE_CHECKING:
    from analysis.frames import Result
    from analysis.reading.articles import Article
    from analysis.reading.text_files.feeds import FeedEntry
    from analysis.rules.rule import RuleSet

MOST_TITLE = 200
"""Most characters of a title that is kept; strangers' files may say anything."""

PAUSE_S = 1.0
"""Seconds between two pages that one site is asked for."""


@dataclass(frozen=True)
class Source:
    """Where an article is to come from: the ``name`` of its file, or its address, and what reads
    it, which may raise SlantError."""

    name: str
    read: Callable[[], Article]


@dataclass(frozen=True)
class Prepared:
    """What became of a source: a ``new`` article; or the number ``known`` under which the desk has
    its text already; or the sentence that says why it could not be read (``trouble``)."""

    source: str
    title: str = ""
    new: NewArticle | None = None
    known: int | None = None
    trouble: str = ""


def analysed(article: Article, source: str) -> Result:
    """Analyse an article as the command line does, in this thread; raises SlantError."""
    from analysis.scoring.pipeline import analyze

    return analyze(article, source=source or None)


def prepared(
    sources: Iterable[Source],
    rules: RuleSet,
    *,
    outlet: str = "",
    section: str = "",
    known: Callable[[str], int | None] = lambda digest: None,
    analyse: Callable[[Article, str], Result] = analysed,
) -> Iterator[Prepared]:
    """Yield what becomes of each of ``sources``, in their order, one each.

    All get the same ``outlet`` and ``section``. ``known`` is given the digest of a text
    (``text_digest``) and returns the number of the desk's article with it, None if it has none.
    ``analyse`` is given an article and its source; a server gives one that waits for its turn. What
    cannot be read is no error: it is said in its place, and the rest goes on.
    """
    for source in sources:
        try:
            article = _titled(source.read())
            title = article.title or ""
            number = known(text_digest(article.text))
            if number is not None:
                yield Prepared(source.name, title, known=number)
                continue
            result = analyse(article, source.name)
            new = desk_article(
                article, result, rules, source=source.name, outlet=outlet, section=section
            )
        except SlantError as error:
            yield Prepared(source.name, trouble=error.message)
        else:
            yield Prepared(source.name, title, new)


def file_sources(paths: Sequence[str | os.PathLike[str]]) -> list[Source]:
    """Return the sources of these files and of all files in these folders, by name.

    Files whose names begin with a dot, and what is in such folders, are left out.
    """
    from analysis.reading.sources import read

    found = []
    for path in map(Path, paths):
        files = sorted(_files_in(path)) if path.is_dir() else [path]
        found += [Source(str(file), partial(read, file)) for file in files]
    return found


def bytes_source(name: str, content: Callable[[], bytes]) -> Source:
    """Return the source of a file that was uploaded; ``content`` is called when it is read."""

    def read_it() -> Article:
        from analysis.reading.sources import read

        return read(content(), name=name)

    return Source(name, read_it)


def text_source(text: str) -> Source:
    """Return the source of a text that was pasted."""

    def read_it() -> Article:
        from analysis.reading.text_files.reading import read_pasted

        return read_pasted(text)

    return Source("", read_it)


def article_source(article: Article, name: str = "") -> Source:
    """Return the source of an article that was read already."""
    return Source(name or article.url or "", lambda: article)


def address_sources(
    addresses: Iterable[str],
    *,
    wait: Callable[[float], object] = time.sleep,
    now: Callable[[], float] = time.monotonic,
) -> list[Source]:
    """Return the sources of pages on the web, each fetched when it is read.

    A site is asked for the next of them after a pause of ``PAUSE_S``: ``wait`` is called with the
    seconds that are left of it, ``now`` gives the time in seconds.
    """
    asked: dict[str, float] = {}

    def read_it(address: str) -> Article:
        from analysis.reading.web.pages import read_address

        host = _host(address)
        if host in asked and (left := asked[host] + PAUSE_S - now()) > 0:
            wait(left)
        try:
            return read_address(address)
        finally:
            asked[host] = now()

    return [Source(address, partial(read_it, address)) for address in addresses]


def feed_sources(entries: Iterable[FeedEntry]) -> list[Source]:
    """Return the sources of a feed's articles: those whose whole text it has are taken from it, of
    the others the pages are fetched, as by ``address_sources``."""
    kept = list(entries)
    elsewhere = [one.article.url or "" for one in kept if not one.whole]
    pages = iter(address_sources(elsewhere))
    return [article_source(one.article) if one.whole else next(pages) for one in kept]


def _titled(article: Article) -> Article:
    """Return the article with a title on one line, of its own or its first line, if it has any."""
    title = one_line(article.title or "")[:MOST_TITLE] or title_of(article.text)
    return replace(article, title=title or None)


def _files_in(folder: Path) -> Iterator[Path]:
    for place, folders, files in os.walk(folder):
        folders[:] = [name for name in folders if not name.startswith(".")]
        yield from (Path(place, name) for name in files if not name.startswith("."))


def _host(address: str) -> str:
    try:
        return urlsplit(address).hostname or ""
    except ValueError:
        return ""
