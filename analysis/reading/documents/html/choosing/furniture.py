"""Recognise the parts of a page that stand around an article: menus, banners, related stories.

A part is recognised by its tag, its role, and the words in its class and id. Names mislead now and
then, so a part that holds most of the page's prose is never taken for furniture.
"""

from __future__ import annotations

import re
from itertools import pairwise

from analysis.reading.documents.html.choosing.lines import is_around_the_article
from analysis.reading.documents.html.choosing.offers import is_consent
from analysis.reading.documents.html.page.elements import (
    PROSE_WORDS,
    Element,
    name_words,
    prose_words,
    remove,
    text_of,
)
from analysis.reading.documents.html.page.roles import is_quoting

_ROLES = frozenset(
    {"navigation", "banner", "contentinfo", "search", "complementary", "alertdialog", "menu",
     "menubar", "toolbar", "tablist", "form"}
)  # fmt: skip

_NAMES = frozenset(
    {
        # getting around
        "nav", "navigation", "navbar", "subnav", "menu", "breadcrumb", "breadcrumbs", "pagination",
        "pager", "sidebar", "skiplink", "masthead", "topbar",
        # other stories
        "related", "recommended", "recommendations", "recirculation", "trending", "popular",
        "outbrain", "taboola", "upnext", "readnext", "mostread", "readmorelinks",
        # the reader
        "newsletter", "signup", "promo", "promotion", "share", "sharing", "social", "socials",
        "addthis", "sharethis", "comments", "comment", "disqus", "respond", "replies", "feedback",
        "survey", "login", "register",
        # the advertiser
        "ad", "ads", "advert", "advertisement", "advertising", "adslot", "sponsored", "sponsor",
        "promoted", "dfp",
        # about the article
        "byline", "dateline", "meta", "metadata", "authorbio", "bio", "tags", "taglist", "topics",
        "credit", "credits",
        "footer", "copyright", "timestamp", "toolbar", "toolbox", "editsection",
    }
)  # fmt: skip
_PAIRS = frozenset(
    {
        ("read", "next"), ("up", "next"), ("most", "read"), ("most", "viewed"), ("more", "stories"),
        ("also", "read"), ("read", "also"), ("more", "on"), ("more", "from"), ("sign", "up"),
        ("about", "author"), ("author", "box"), ("author", "info"), ("author", "card"),
        ("author", "name"), ("post", "meta"), ("article", "meta"), ("entry", "meta"),
        ("reading", "time"), ("tag", "list"), ("skip", "link"), ("log", "in"),
        ("article", "tools"), ("latest", "news"), ("top", "stories"),
    }
)  # fmt: skip
_PEOPLE = frozenset({"author", "authors", "writer", "reporter", "contributor", "contributors"})
_PIECES = frozenset(
    {"credit", "credits", "copyright", "ad", "ads", "advert", "advertisement", "share", "timestamp",
     "byline", "photographer", "editsection"}
)  # fmt: skip
_SOCIAL_POSTS = frozenset({"embed", "tweet", "post", "instagram", "media"})
_CONSENT_NAMES = frozenset(
    {"cookie", "cookies", "consent", "gdpr", "ccpa", "cmp", "onetrust", "didomi", "truste",
     "privacy", "cookiebot", "usercentrics", "cookiebanner"}
)  # fmt: skip

_READ_ON = re.compile(
    r"(?i)\W*(?:read more|read on|continue reading|more|read the (?:full|whole) (?:story|article))"
    r"\W*"
)
_READERS = frozenset({"comments", "comment", "disqus", "respond", "replies", "author", "bio"})
_OTHERS = frozenset(
    {"related", "recommended", "recommendations", "recirculation", "trending", "popular",
     "outbrain", "taboola", "footer"}
)  # fmt: skip

FEWEST_PARAGRAPHS = 3
"""Fewest paragraphs of a part inside an article that is kept whatever it is called; a newsletter
box or an appeal has one or two."""

LONGEST_CONSENT = 400
"""Most words of a consent banner; one with the purposes written out has three hundred."""


LONGEST_UNNAMED = 120
"""The same of a banner that only its words tell."""

LONGEST_NAME = 8
"""Most words of a credit or byline: a name and an agency or office."""


def drop_furniture(tree: Element) -> None:
    """Take consent banners out of ``tree``, then all other furniture."""
    for element in list(tree.iter("div", "section", "aside", "dialog", "form", "p", "footer")):
        if element.getparent() is not None and _is_consent_banner(element):
            remove(element)
    for link in list(tree.iter("a")):
        if _READ_ON.fullmatch(text_of(link, 40)) and _ends_a_line(link):
            remove(link)
    held = prose_words(tree)
    whole = held.get(tree, 0)
    named = [
        element
        for element in tree.iter()
        if isinstance(element.tag, str)
        and element.tag not in ("html", "body", "main")
        and is_furniture(element)
    ]
    # A site may give every paragraph of its articles the same misleading name.
    alike: dict[tuple[str, str], int] = {}
    for element in named:
        key = (element.tag, element.get("class") or "")
        alike[key] = alike.get(key, 0) + held.get(element, 0)
    for element in named:
        if element.getparent() is None or _holds_headline(element):
            continue
        if 2 * held.get(element, 0) > whole:
            continue
        if element.tag == "p" and 2 * alike[element.tag, element.get("class") or ""] > whole:
            continue
        if _is_part_of_article(element):
            continue
        remove(element)


def is_furniture(element: Element) -> bool:
    """Whether tag, role or names say that an element stands around an article."""
    if is_quoting(element):
        return False
    if element.tag == "aside" and element.find(".//blockquote") is not None:
        return element.find(".//a") is not None
    if element.tag in ("nav", "aside", "menu"):
        return True
    if element.tag in ("footer", "address"):
        inside = next(element.iterancestors("blockquote", "q"), None)
        return inside is None
    if element.tag == "header":
        return next(element.iterancestors("article", "main", "section"), None) is None
    if element.tag == "form":
        fields = (element.find(".//input"), element.find(".//textarea"))
        return any(field is not None for field in fields)
    if (element.get("role") or "").lower() in _ROLES or element.get("rel") == "author":
        return bool(element.tag != "a")
    if (element.get("itemprop") or "").lower() in ("author", "datepublished", "datemodified"):
        return element.tag not in ("a", "article", "main", "body")
    if element.tag in ("small", "cite") and len(text_of(element, 100).split()) <= LONGEST_NAME:
        return next(element.iterancestors("figcaption"), None) is not None
    label = element.get("aria-label") or ""
    if label and element.tag != "a" and is_around_the_article(label[:60], linked=True):
        return True
    words = name_words(element)
    if not words or element.tag in ("a", "article", "main", "body", "em", "strong", "b"):
        return False
    if "comment" in words and element.tag == "article":
        return True
    own = set(words)
    if own & _PEOPLE and len(text_of(element, 200).split()) <= LONGEST_NAME:
        return True
    if element.tag in ("span", "small", "i"):  # a piece of a line
        return bool(own & _PIECES)
    if own & {"social"} and own & _SOCIAL_POSTS:
        return False
    # “has-sidebar” and “with-ads” tell of a layout in which there is one.
    if words[0] in ("has", "with", "no", "is", "without"):
        return False
    return bool(own & _NAMES) or any(pair in _PAIRS for pair in pairwise(words))


def _ends_a_line(link: Element) -> bool:
    """Whether a link is the last thing in a paragraph that has a text of its own."""
    parent = link.getparent()
    if parent is None or parent.tag != "p" or link.getnext() is not None:
        return False
    has_more = len(text_of(parent, 2000)) > len(text_of(link, 40)) + 20
    return has_more and not (link.tail or "").strip()


def _is_part_of_article(element: Element) -> bool:
    """Whether a part of an ``article`` that only its names tell from the rest holds several
    paragraphs; those of readers and of other articles are not the article's."""
    names = name_words(element)
    if element.tag not in ("div", "section") or _READERS.intersection(names):
        return False
    if _OTHERS.intersection(names) and element.find(".//a") is not None:
        return False
    if next(element.iterancestors("article"), None) is None:
        return False
    told = [text_of(part, 1000) for part in element.iter("p") if part.find(".//a") is None]
    return sum(len(text.split()) >= PROSE_WORDS for text in told) >= FEWEST_PARAGRAPHS


def _is_consent_banner(element: Element) -> bool:
    """Whether an element speaks of cookies: it is named after them, or most of its words do."""
    text = text_of(element, 10_000)
    count = len(text.split())
    if count > LONGEST_CONSENT or _holds_headline(element):
        return False
    if _CONSENT_NAMES.intersection(name_words(element)):
        lowered = text.lower()
        return is_consent(text) or any(
            word in lowered for word in ("consent", "accept", "partners", "privacy", "preferences")
        )
    if element.tag in ("p", "footer") or count > LONGEST_UNNAMED:
        return False
    lines = {text_of(part, 1000) for part in element.iter("p", "h2", "h3", "h4", "span", "li")}
    return 2 * sum(len(line.split()) for line in lines if is_consent(line)) > count


def _holds_headline(element: Element) -> bool:
    """Whether an element holds the page's only h1, as a header often does; then its parts are
    looked at one by one."""
    return element.tag in ("header", "div", "section") and element.find(".//h1") is not None
