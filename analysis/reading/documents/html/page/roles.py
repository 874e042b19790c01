"""What an element is for: quoting somebody, describing a picture, holding data or a layout."""

from __future__ import annotations

from analysis.reading.documents.html.page.elements import Element, name_words, split_name, text_of

FEWEST_TOLD = 10
"""Fewest words of a sentence in a cell; a table with one in half of its rows is a layout."""

LONGEST_CELL = 300
"""Most characters of a cell in a table of data; a longer one says that the table is a layout."""

_POSTS = frozenset(
    {"tweet", "twitter-tweet", "instagram-media", "bluesky-embed", "tiktok-embed", "fb-post",
     "mastodon-embed", "reddit-embed-bq", "reddit-card", "text-post-media", "telegram-post",
     "threads-post", "linkedin-post", "social-embed", "embedded-post", "tweet-embed",
     "embed-tweet", "twitter-embed", "social-post"}
)  # fmt: skip
_QUOTES = frozenset({"quote", "blockquote", "quotation", "pullquote", "pullquotes", "quoted", "bq"})
_NO_QUOTES = frozenset(
    {"stock", "price", "get", "share", "insurance", "form", "request", "author", "mark", "marks",
     "icon", "icons", "link", "button", "day", "single", "has", "no", "with"}
)  # fmt: skip
_NETWORKS = frozenset(
    {"twitter", "tweet", "instagram", "facebook", "fb", "bluesky", "tiktok", "mastodon", "threads",
     "reddit", "linkedin", "telegram"}
)  # fmt: skip
_POSTED = frozenset({"embed", "embedded", "post", "media", "status", "card", "quote", "toot"})
_BUTTONS = frozenset({"share", "follow", "button", "btn", "link", "links", "icon", "icons", "feed"})


def is_quoting(element: Element) -> bool:
    """Whether an element gives somebody else's words as a block: a block quotation, an embedded
    post, a pull quote."""
    if element.tag == "blockquote":
        return True
    if element.tag not in ("div", "figure", "section", "aside", "p", "article", "a"):
        return False
    given = (element.get("class") or "")[:1000].split()
    return any(name.lower() in _POSTS or _quotes(split_name(name)) for name in given)


def _quotes(words: tuple[str, ...]) -> bool:
    """Whether a class name of these words is that of a quotation: ``wp-block-quote``."""
    own = set(words)
    return bool(own & _QUOTES and not own & _NO_QUOTES) or _is_post(frozenset(words))


def _is_post(words: frozenset[str]) -> bool:
    """Whether a class name of these words is that of an embedded post: ``TweetEmbed``."""
    return bool(words & _NETWORKS and words & _POSTED) and not words & _BUTTONS


def is_caption(element: Element) -> bool:
    """Whether an element is the caption of a picture."""
    if element.tag == "figcaption":
        return True
    if element.tag not in ("div", "p", "span", "dd", "small", "em"):
        return False
    return "caption" in name_words(element) or "figcaption" in name_words(element)


def holds_blocks(item: Element) -> bool:
    """Whether an item of a list holds blocks of its own, as the entries of a live blog do."""
    inner = item.findall(".//p")
    return len(inner) > 1 or any(
        item.find(f".//{tag}") is not None
        for tag in ("article", "blockquote", "figure", "table", "h1", "h2", "h3", "h4")
    )


def holds_data(table: Element) -> bool:
    """Whether a table holds data, not the layout of a page."""
    if (table.get("role") or "").lower() in ("presentation", "none"):
        return False
    for tag in ("table", "h1", "h2", "h3", "article", "blockquote", "ul"):
        if table.find(f".//{tag}") is not None:
            return False
    if next(table.iterancestors("table"), None) is not None:
        return False
    rows = [len(row.findall("td")) + len(row.findall("th")) for row in table.iter("tr")]
    if len(rows) < 2 or max(rows) < 2:
        return False
    if 2 * sum(map(_tells, table.iter("tr"))) >= len(rows):
        return False
    return all(len("".join(cell.itertext())) <= LONGEST_CELL for cell in table.iter("td", "th"))


def _tells(row: Element) -> bool:
    """Whether a cell of a row is a sentence, as in the entries of a live blog."""
    for cell in row.findall("td"):
        text = text_of(cell, 2 * LONGEST_CELL)
        if len(text.split()) >= FEWEST_TOLD and text[-1] in '.!?”"’':
            return True
    return False
