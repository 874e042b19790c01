"""What an element is for: quoting somebody, describing a picture."""

from __future__ import annotations

import re

from analysis.reading.documents.html.page.elements import Element, name_words

_POSTS = frozenset(
    {"tweet", "twitter-tweet", "instagram-media", "bluesky-embed", "tiktok-embed", "fb-post",
     "mastodon-embed", "reddit-embed-bq", "reddit-card", "text-post-media", "telegram-post",
     "threads-post", "linkedin-post", "social-embed", "embedded-post", "tweet-embed",
     "embed-tweet", "twitter-embed", "social-post"}
)  # fmt: skip
_QUOTE_NAMES = frozenset(
    {"quote", "blockquote", "block-quote", "quotation", "wp-block-quote", "pullquote", "pull-quote",
     "wp-block-pullquote", "pullquotes", "article-quote", "quote-block", "article__quote",
     "letter-quote", "quoted", "blockquote-text"}
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
    given = (element.get("class") or "").lower()[:1000].split()
    return any(
        name in _POSTS
        or name in _QUOTE_NAMES
        or any(name.startswith(post + "-") for post in ("twitter-tweet", "instagram-media"))
        or name.startswith(("pullquote", "pull-quote", "blockquote"))
        or name.endswith(("pullquote", "pull-quote", "blockquote", "-tweet", "__quote"))
        or _is_post(frozenset(re.findall(r"[a-z]+", name)))
        for name in given
    )


def _is_post(words: frozenset[str]) -> bool:
    """Whether a class name of these words is that of an embedded post: ``embed-instagram``."""
    return bool(words & _NETWORKS and words & _POSTED) and not words & _BUTTONS


def is_caption(element: Element) -> bool:
    """Whether an element is the caption of a picture."""
    if element.tag == "figcaption":
        return True
    if element.tag not in ("div", "p", "span", "dd", "small", "em"):
        return False
    return "caption" in name_words(element) or "figcaption" in name_words(element)
