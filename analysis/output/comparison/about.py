"""What is known of the articles of a comparison beside their text, and how they are named."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from analysis.comparison.frames import Comparison, letter
from analysis.output.phrasing.speakers import shortened
from analysis.text.one_line import one_line

LONGEST_TITLE = 120
"""Most characters of a title in a heading: two lines of a phone."""

UNTITLED = "Untitled article"


@dataclass(frozen=True)
class About:
    """What is known of one article: the ``outlet`` and ``date`` as written, else empty;
    ``invented`` if it is one of the samples; ``notices`` on how complete its text is
    (``Article.notices``)."""

    outlet: str = ""
    date: str = ""
    invented: bool = False
    notices: tuple[str, ...] = ()


@dataclass(frozen=True)
class ArticleName:
    """How an article of a comparison is named: its ``letter`` (A, B …), its ``title`` (or its
    source, or “Untitled article”), its ``source`` (a file or an address) and what is ``known`` of
    it, in its order. All are on one line and hold strangers' words."""

    letter: str
    title: str
    source: str
    known: About

    @property
    def detail(self) -> str:
        """Outlet and date, as far as they are known: ``The Harbour Post, 4 May 2026``."""
        return ", ".join(filter(None, map(one_line, (self.known.outlet, self.known.date))))


def article_names(comparison: Comparison, known: Sequence[About] = ()) -> list[ArticleName]:
    """Return the names of the articles in their order.

    ``known`` is what is known of each, or empty; raises ValueError if it is of another number of
    articles.
    """
    if known and len(known) != len(comparison.articles):
        raise ValueError(f"{len(comparison.articles)} articles, but {len(known)} are described.")
    names = []
    for place, article in enumerate(comparison.articles):
        title, source = (
            one_line(article.article[column].iloc[0]) for column in ("title", "source")
        )
        shown = shortened(title or source or UNTITLED, LONGEST_TITLE)
        names.append(ArticleName(letter(place), shown, source, known[place] if known else About()))
    return names
