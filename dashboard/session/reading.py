"""Reading what a person gave by a way in: pasted text, one file, a web address."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from analysis.errors import CannotRead
from analysis.reading.titles import title_of
from dashboard.escaping import cut

if TYPE_CHECKING:
    from analysis import Article
    from dashboard.session.requests import Request

TITLE_SHOWN = 200
"""Most characters of a title that a file or page gives; strangers' files may say anything."""

HANDED_PAGE = "The page"
"""What messages call a page that was handed over."""


def read_request(request: Request) -> tuple[Article, str]:
    """Return the article that a request (but for a sample's) brought,
    with a title where it has any, and its source: a file's name, a web address, or empty.

    Raises ``SlantError``.
    """
    source = ""
    if request.kind == "paste":
        from analysis.reading.text_files.reading import read_pasted

        article = read_pasted(request.text)
    elif request.kind in ("address", "link"):
        from analysis.reading.web.pages import read_address

        article = read_address(request.text)
        source = article.url or ""
    elif request.kind == "handed":
        article = _handed(request)
        source = article.url or ""
    elif request.files > 1:
        raise CannotRead(
            f"{request.files} files", "were given at once", "give one article at a time"
        )
    else:
        from analysis import read

        article = read(request.content, name=request.name)
        source = request.name
    title = cut(article.title or "", TITLE_SHOWN) or title_of(article.text)
    return replace(article, title=title or None), source


def _handed(request: Request) -> Article:
    """Return what was handed over from another page, under that page's address."""
    from analysis import read
    from analysis.reading.text_files.reading import read_pasted

    if request.content:
        article = read(request.content, name=HANDED_PAGE)
        return replace(article, url=request.page or article.url)
    article = read_pasted(request.text)
    title = title_of(article.text) or request.name
    return replace(article, title=title or None, url=request.page or None)
