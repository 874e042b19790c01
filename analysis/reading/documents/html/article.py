"""Read articles from web pages, with trafilatura."""

from __future__ import annotations

import re
from itertools import pairwise
from typing import Any

from analysis.errors import CannotRead
from analysis.reading.articles import Article
from analysis.reading.documents.html.decoding import decode_html
from analysis.reading.limits import require_words

_CONTROLS = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\ud800-\udfff\ufffe\uffff]")


def read_html(data: bytes, charset: str | None = None, url: str | None = None) -> Article:
    """Read an article from a web page.

    ``charset`` is the encoding the web server declared, ``url`` the page's address; both may be
    None. The text is what trafilatura extracts without readers' comments, with one blank line
    between paragraphs. Raises CannotRead if no article is found or the page cannot be parsed, or
    TextTooLong.
    """
    page = decode_html(data, charset)
    try:
        import trafilatura

        found: Any = trafilatura.bare_extraction(
            page,
            url=url,
            with_metadata=True,
            include_comments=False,
            # If the page gives no date, the extensive search takes a year from the story.
            date_extraction_params={"original_date": True, "extensive_search": False},
        )
    except MemoryError:
        raise
    except Exception:  # lxml and trafilatura raise many kinds of errors on broken pages
        raise CannotRead(
            "The file", "is a web page that cannot be taken apart", "paste the article's text"
        ) from None
    text = _CONTROLS.sub("", (found.text or "") if found else "").strip()
    if not any(map(str.isalpha, text)):
        _require_memory(page)
        raise CannotRead(
            "The file",
            "is a web page in which no article was found",
            "open it in a browser and paste the article's text",
        )
    text = _with_blank_lines(text)
    require_words(text)
    return Article(
        text,
        _field(found.title),
        _field(found.author),
        _field(found.date),
        _field(found.url) or url,
        "html",
    )


def _require_memory(page: str) -> None:
    """Raise MemoryError if parsing the page runs out of memory; trafilatura reports that as a page
    without an article."""
    from lxml import etree, html  # type: ignore[import-untyped]

    try:
        html.fromstring(page)
    except etree.ParseError as error:
        if error.code == etree.ErrorTypes.ERR_NO_MEMORY:
            raise MemoryError from None
    except (etree.LxmlError, ValueError):  # broken, but not for lack of memory
        return


def _with_blank_lines(text: str) -> str:
    """Put a blank line between trafilatura's lines (paragraphs), but not inside lists and
    tables."""
    lines = [line for line in text.splitlines() if line.strip()]
    joined = lines[0]
    for previous, line in pairwise(lines):
        dense = any(line.startswith(mark) and previous.startswith(mark) for mark in ("- ", "|"))
        joined += ("\n" if dense else "\n\n") + line
    return joined


def _field(value: object) -> str | None:
    text = " ".join(_CONTROLS.sub("", value).split()) if isinstance(value, str) else ""
    return text or None
