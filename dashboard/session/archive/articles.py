"""Articles of an archive as the Read page opens them: read from the archive by their number."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from analysis.errors import SlantError
from dashboard.escaping import cut
from dashboard.session.archive.folders import archives
from dashboard.session.archive.opened import asking_of
from dashboard.session.open_article import Place

if TYPE_CHECKING:
    from analysis import Article


class NoSuchArticle(SlantError):
    """There is no archive of that name, or no article of that number in it; the message says what
    to do."""


@dataclass(frozen=True)
class Archived:
    """An article that was read from an archive: the parameters of its analysis, the same as when
    the archive was made, and its ``place`` there."""

    article: Article
    source: str
    any_language: bool
    place: Place


def archived(name: str, number: int | None) -> Archived:
    """Return the article ``number`` of the archive ``name``.

    ``number`` None is one that cannot be: the address had something else in its place. Raises
    NoSuchArticle, and CannotRead where the archive's files cannot be read.
    """
    folder = archives().get(name)
    if folder is None:
        raise NoSuchArticle(
            f"There is no archive “{cut(name, 60)}” here: choose one on the Archive page."
        )
    asking = asking_of(name, folder)
    row = None if number is None else asking.article(number)
    if number is None or row is None:
        raise NoSuchArticle(
            f"The archive “{name}” has no such article: find one on the Archive page."
        )
    return _archived(name, number, row)


def _archived(name: str, number: int, row: Mapping[str, Any]) -> Archived:
    from analysis import Article
    from analysis.output.phrasing.archive.finding import day_said

    # Parquet gives lists of lists back as arrays of arrays.
    quoted = tuple((int(start), int(end)) for start, end in row["quoted"])
    article = Article(
        str(row["text"]),
        str(row["title"]) or None,
        str(row["author"]) or None,
        day_said(row["date"]) or None,
        str(row["url"]) or None,
        "text",
        quoted,
    )
    place = Place(name, number, str(row["outlet"]))
    return Archived(article, str(row["source"]), bool(row["any_language"]), place)
