"""What an element is for: quoting somebody, describing a picture."""

from __future__ import annotations

from analysis.reading.documents.html.page.elements import Element, name_words, split_name

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
