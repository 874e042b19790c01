"""Feeds (RSS and Atom): the article of one that holds a single one, or the list of them."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from email.utils import parsedate_to_datetime
from typing import Any

from analysis.errors import CannotRead
from analysis.reading.articles import Article
from analysis.reading.checks import require_length
from analysis.reading.documents.byline import date_in, property_or_none
from analysis.reading.limits import MAX_CHARACTERS
from analysis.reading.text_files.markup import text_of_markup

_CUT = re.compile(r"(?:…|\.\.\.|\[…\]|\[\.\.\.\]|read more|continue reading)\W*\Z", re.I)

_SUMMARY_WORDS = 100
"""A text of fewer words is likely the summary that most feeds give; articles are longer."""

MOST_ENTRIES = 200
"""Most articles of a feed that are listed; feeds have ten to fifty."""


@dataclass(frozen=True)
class FeedEntry:
    """An article of a feed, and whether the feed has its ``whole`` text, as far as one can tell.

    Where it has not, ``article.text`` is empty, and the page at ``article.url`` has the text; one
    without that address cannot be read.
    """

    article: Article
    whole: bool


@dataclass(frozen=True)
class ArchivedItem(FeedEntry):
    """An article of a feed that is kept: with its ``id``, the ``outlet`` that it names, and its
    first category, each empty if not given."""

    id: str
    outlet: str
    category: str


def read_feed(data: bytes) -> Article:
    """Read the article of a feed that holds a single one.

    Raises CannotRead if it holds several, none or one without text, EmptyText or TextTooLong.
    """
    found = _items(data)
    if len(found) != 1:
        many = f"of {len(found):,} articles" if found else "without an article"
        raise CannotRead(
            "The file",
            f"is a feed {many}",
            "open one article in a browser, and give its address or the saved page",
        )
    article = _article(found[0])
    if not any(map(str.isalpha, article.text)):
        raise CannotRead(
            "The file",
            "is a feed that has the article's title only",
            "open the article in a browser, and give its address or the saved page",
        )
    require_length(article.text)
    notices = ("The feed may hold only the beginning or a summary of the article.",)
    return replace(article, notices=notices if _is_short(article.text) else ())


def feed_entries(data: bytes) -> list[FeedEntry]:
    """Return the articles of a feed, in its order, at most ``MOST_ENTRIES``.

    Raises CannotRead if it holds none.
    """
    found = [_article(item) for item in _items(data)[:MOST_ENTRIES]]
    if not found:
        raise CannotRead(
            "The feed", "holds no article", "check its address, or give those of its articles"
        )
    entries, room = [], MAX_CHARACTERS
    for article in found:
        # Beyond this much text in all, the rest is read from its pages.
        whole = not _is_short(article.text) and len(article.text) <= room
        room -= len(article.text) if whole else 0
        kept = article if whole else replace(article, text="", quoted=())
        entries.append(FeedEntry(kept, whole))
    return entries


def archived_item(data: bytes) -> ArchivedItem:
    """Return the only article of a feed; raises CannotRead if there is none."""
    found = _items(data)
    if not found:
        raise CannotRead("The article", "cannot be taken apart", "compare it with the file")
    item, article = found[0], _article(found[0])
    source = _child(item, "source", "publisher")
    title = _child(source, "title") if source is not None else None
    names = [_author(one) for one in item if _name(one) in ("creator", "author")]
    category = _child(item, "category", "subject")
    return ArchivedItem(
        replace(article, author=", ".join(filter(None, names)) or None),
        not _is_short(article.text),
        _line(_child(item, "guid", "id", "identifier")),
        _line(source if title is None else title),
        _line(category) or ("" if category is None else category.get("term") or ""),
    )


def _line(element: Any) -> str:
    said = text_of_markup(_inside(element)).text if element is not None else ""
    return property_or_none(said) or ""


def _items(data: bytes) -> list[Any]:
    from lxml import etree  # type: ignore[import-untyped]

    parser = etree.XMLParser(resolve_entities=False, no_network=True, recover=True)
    try:
        root = etree.fromstring(data, parser)
    except (etree.LxmlError, ValueError):
        return []
    if root is None:
        return []
    return [one for one in root.iter() if _name(one) in ("item", "entry")]


def _article(item: Any) -> Article:
    text, quoted = _text(item)
    return Article(
        text,
        property_or_none(text_of_markup(_inside(_child(item, "title"))).text),
        _author(_child(item, "creator", "author")),
        _date(item),
        _address(item),
        "feed",
        quoted,
    )


def _address(item: Any) -> str | None:
    """Return the address of the article's page, the first that is one."""
    for link in (one for one in item if _name(one) == "link"):
        # In Atom, links also lead to comments, pictures and other forms.
        if link.get("rel", "alternate") != "alternate":
            continue
        address = (link.get("href") or _inside(link)).strip()
        if re.fullmatch(r"https?://\S{1,2000}", address):
            return address
    return None


def _is_short(text: str) -> bool:
    """Whether a text looks like the beginning or the summary of an article."""
    return bool(_CUT.search(text[-60:])) or len(text.split()) < _SUMMARY_WORDS


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


def _author(element: Any) -> str | None:
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
