"""Read an article from a web address: fetch the page, then read it like a file of its kind.

The rest of the program fetches pages through this module only, and only addresses that the user
gave.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from pathlib import PurePosixPath
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

from analysis.errors import BadAddress
from analysis.reading.articles import Article
from analysis.reading.documents.kinds import recognise
from analysis.reading.text_files.reading import read_text_file
from analysis.reading.web.urls import display_form

if TYPE_CHECKING:
    from analysis.reading.web.fetching import Fetched


def read_address(address: str) -> Article:
    """Fetch the page at ``address`` and read the article in it.

    Raises CannotFetch if the page cannot or may not be fetched, and what ``read`` raises for a
    file.
    """
    from analysis.reading.web.fetching import fetch

    if not address.strip():
        raise BadAddress("The web address", "is empty")
    return article_of(fetch(address))


def article_of(page: Fetched, read: Callable[..., Article] | None = None) -> Article:
    """Return the article of a fetched page; its ``url`` is the page's address after redirects.

    ``read`` takes documents apart, with the arguments of ``read_document``, which is the default.
    Raises what ``read`` raises for a file.
    """
    name = display_form(page.url)
    kind = recognise(page.content, "", page.content_type)
    if kind:
        from analysis.reading.documents.sandbox import read_document

        read = read or read_document
        article = read(page.content, kind, name, charset=page.charset, url=page.url)
        return replace(article, url=page.url)
    suffix = (
        ".md" if page.content_type == "text/markdown" else PurePosixPath(urlsplit(name).path).suffix
    )
    return replace(read_text_file(page.content, name, suffix.lower(), page.charset), url=page.url)
