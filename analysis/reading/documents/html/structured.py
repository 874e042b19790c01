"""What a page says of its article in JSON-LD: its text, its headline, who may read it."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from html import unescape
from typing import Any

from analysis.reading.documents.html.page.elements import Element

MAX_SCRIPT = 4_000_000
"""Most characters of one script that is parsed; an article of 100,000 words has 600,000."""

_DEEPEST = 12  # levels of nested objects that are looked into
_ARTICLE = re.compile(r"Article|BlogPosting|Report|Review|LiveBlog|DiscussionForum", re.I)
_TRAILING_COMMA = re.compile(r",(\s*[}\]])")


@dataclass(frozen=True)
class Described:
    """What JSON-LD says: ``body`` is the article's text as it stands there ("" if none), ``free``
    False if the page is said to be for subscribers, ``words`` the count of words if given."""

    headline: str = ""
    body: str = ""
    free: bool = True
    words: int = 0


def described(tree: Element) -> Described:
    """Return what the page's JSON-LD says of the article with the longest text."""
    best = Described()
    for script in tree.iter("script"):
        if "ld+json" not in (script.get("type") or "").lower():
            continue
        for node in _nodes(_parsed(script.text or ""), _DEEPEST):
            if not _ARTICLE.search(str(node.get("@type", ""))):
                continue
            found = _described(node)
            if not best.headline or len(found.body) > len(best.body):
                best = found
    return replace(best, free=best.free and not _is_locked(tree))


def _is_locked(tree: Element) -> bool:
    """Whether tags of the page say that its article is for subscribers."""
    for meta in tree.iter("meta"):
        name = (meta.get("itemprop") or meta.get("property") or meta.get("name") or "").lower()
        content = (meta.get("content") or "").lower()
        if (name, content) in (
            ("isaccessibleforfree", "false"),
            ("article:content_tier", "locked"),
        ):
            return True
    return False


def paragraphs(body: str) -> list[str]:
    """Return the paragraphs of an article's text: parted by blank lines or, where there are none,
    by the line ends after a full stop."""
    body = body.replace("\r\n", "\n").replace("\r", "\n").replace("\u2029", "\n\n")
    parts = re.split(r"\n[ \t]*\n", body)
    if len([part for part in parts if part.strip()]) < 2:
        lines = [line for line in body.split("\n") if line.strip()]
        # Hard-wrapped text has line ends in the middle of sentences.
        ended = sum(re.search(r"[.!?…:][\"'”’)\]]*\s*$", line) is not None for line in lines)
        parts = lines if 2 * ended >= len(lines) else [body]
    return [joined for part in parts if (joined := " ".join(part.split()))]


def _parsed(text: str) -> Any:
    text = text.strip().removeprefix("<![CDATA[").removesuffix("]]>")
    text = text.strip().removeprefix("//<![CDATA[").removesuffix("//]]>")
    if len(text) > MAX_SCRIPT:
        return None
    for attempt in (text, _TRAILING_COMMA.sub(r"\1", text)):
        try:
            return json.loads(attempt, strict=False)
        except (ValueError, RecursionError):
            continue
    return None


def _nodes(value: Any, deepest: int) -> Iterator[dict[str, Any]]:
    if deepest == 0:
        return
    if isinstance(value, list):
        for one in value:
            yield from _nodes(one, deepest - 1)
    elif isinstance(value, dict):
        yield value
        for one in value.values():
            if isinstance(one, (dict, list)):
                yield from _nodes(one, deepest - 1)


def _described(node: dict[str, Any]) -> Described:
    body = node.get("articleBody") or node.get("reviewBody") or node.get("text") or ""
    if isinstance(body, list):
        body = "\n\n".join(part for part in body if isinstance(part, str))
    if isinstance(body, str):
        body = unescape(body)
        if "\n" not in body:  # escaped twice
            body = body.replace("\\r", "").replace("\\n", "\n")
    headline = node.get("headline") or node.get("name") or ""
    free = node.get("isAccessibleForFree", True)
    words = node.get("wordCount", 0)
    if isinstance(words, str):
        words = int(words) if words.isdecimal() and len(words) < 8 else 0
    return Described(
        " ".join(unescape(headline).split()) if isinstance(headline, str) else "",
        body if isinstance(body, str) else "",
        str(free).lower() not in ("false", "no", "http://schema.org/false"),
        words if isinstance(words, int) else 0,
    )
