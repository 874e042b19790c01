"""Feeds (RSS and Atom): one of a single article is read, one of several is refused."""

from __future__ import annotations

import re
from email.utils import parsedate_to_datetime
from typing import Any

from analysis.errors import CannotRead
from analysis.reading.articles import Article
from analysis.reading.checks import require_length
from analysis.reading.documents.byline import date_in, property_or_none
from analysis.reading.text_files.markup import text_of_markup

_CUT = re.compile(r"(?:…|\.\.\.|\[…\]|\[\.\.\.\]|read more|continue reading)\W*\Z", re.I)

_SUMMARY_WORDS = 100
"""A text of fewer words is likely the summary that most feeds give; articles are longer."""


def read_feed(data: bytes) -> Article:
    """Read the article of a feed that holds a single one.

    Raises CannotRead if it holds several, none or one without text, EmptyText or TextTooLong.
    """
    from lxml import etree  # type: ignore[import-untyped]

    parser = etree.XMLParser(resolve_entities=False, no_network=True, recover=True)
    try:
        root = etree.fromstring(data, parser)
    except (etree.LxmlError, ValueError):
        root = None
    found = [] if root is None else [one for one in root.iter() if _name(one) in ("item", "entry")]
    if len(found) != 1:
        many = f"of {len(found):,} articles" if found else "without an article"
        raise CannotRead(
            "The file",
            f"is a feed {many}",
            "open one article in a browser, and give its address or the saved page",
        )
    (item,) = found
    text, quoted = _text(item)
    if not any(map(str.isalpha, text)):
        raise CannotRead(
            "The file",
            "is a feed that has the article's title only",
            "open the article in a browser, and give its address or the saved page",
        )
    require_length(text)
    short = _CUT.search(text[-60:]) or len(text.split()) < _SUMMARY_WORDS
    notices = ("The feed may hold only the beginning or a summary of the article.",)
    link = _child(item, "link")
    address = "" if link is None else (link.get("href") or _inside(link)).strip()
    return Article(
        text,
        property_or_none(text_of_markup(_inside(_child(item, "title"))).text),
        _author(item),
        _date(item),
        address if re.fullmatch(r"https?://\S{1,2000}", address) else None,
        "feed",
        quoted,
        notices if short else (),
    )


def _text(item: Any) -> tuple[str, tuple[tuple[int, int], ...]]:
    """Return the longest of the item's texts, which are HTML, and its block quotations."""
    longest = text_of_markup("")
    for name in ("encoded", "content", "description", "summary"):
        for element in (one for one in item if _name(one) == name):
            found = text_of_markup(_inside(element))
            if len(found.text) > len(longest.text):
                longest = found
    return longest.text, longest.quoted


def _inside(element: Any) -> str:
    """Return what is in an element as markup: its text is escaped HTML, its children are HTML."""
    if element is None:
        return ""
    if not len(element):
        return element.text or ""
    from lxml import etree

    # Plain names, so that <xhtml:p> is a paragraph too.
    inside = "".join(etree.tostring(child, encoding="unicode") for child in element)
    return (element.text or "") + re.sub(r"(</?)[\w-]{1,30}:", r"\1", inside)


def _child(item: Any, *names: str) -> Any:
    return next((one for name in names for one in item if _name(one) == name), None)


def _name(element: Any) -> str:
    tag = element.tag
    return tag.rpartition("}")[2] if isinstance(tag, str) else ""


def _author(item: Any) -> str | None:
    element = _child(item, "creator", "author")
    if element is None:
        return None
    name = _child(element, "name")
    said = property_or_none((element if name is None else name).text)
    # RSS asks for “ana@paper.example (Ana Pell)”.
    within = re.fullmatch(r"\S+@\S+ \((.+)\)", said or "")
    return within[1] if within else said


def _date(item: Any) -> str | None:
    element = _child(item, "pubDate", "published", "issued", "date", "updated")
    said = "" if element is None else (element.text or "").strip()
    try:
        return parsedate_to_datetime(said).date().isoformat()
    except (ValueError, TypeError, IndexError):
        return date_in([said.replace("T", " ")[:100]])
