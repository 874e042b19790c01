"""Take HTML apart into tags, text and comments with their places, as browsers do.

The rules are those of the HTML Standard, section 13.2.5, but for two: a quotation mark that is
never closed ends with its tag, and a tag that is never closed is left out up to the text's end.
Time grows linearly with the text.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from html import unescape
from typing import Literal, NamedTuple

_MARKUP = re.compile(r"<(?:/?[A-Za-z]|[!?]|/)")
_NAME = re.compile(r"[^\s/>]*")
_ATTRIBUTE = re.compile(
    r"[\s/]*(?P<name>=?[^\s/>=]+|=)"
    r"(?:\s*=\s*(?:\"(?P<double>[^\"]*)\"|'(?P<single>[^']*)'|(?P<bare>(?![\"'])[^\s>]*)))?"
)
_BETWEEN = re.compile(r"[\s/]*")
_COMMENT_END = re.compile(r"--!?>")

RAW = frozenset(
    "script style title textarea xmp iframe noembed noframes noscript".split()  # noqa: SIM905
)
"""Elements in which nothing is a tag but their own end."""


class Tag(NamedTuple):
    """A piece ``text[start:end]``. ``name`` (in lower case) and ``attributes`` are those of a tag;
    ``raw`` is the text of the element ``name``, in which there are no tags."""

    kind: Literal["text", "start", "end", "comment", "raw"]
    start: int
    end: int
    name: str = ""
    attributes: dict[str, str] = {}  # noqa: RUF012
    closed: bool = False
    """Whether a start tag ends with ``/>``."""


def tags(text: str, start: int, end: int) -> Iterator[Tag]:
    """Yield what ``text[start:end]`` is made of, in order; declarations are left out."""
    place = start
    raw_ends: dict[str, int] = {}
    while place < end:
        found = _MARKUP.search(text, place, end)
        opening = found.start() if found else end
        if opening > place:
            yield Tag("text", place, opening)
        if not found:
            return
        mark = text[opening + 1]
        if mark in "!?" or (mark == "/" and len(found[0]) == 2):
            is_comment = text.startswith("<!--", opening)
            place = _declaration_end(text, opening, end, is_comment)
            if is_comment:
                yield Tag("comment", opening, place)
            continue
        tag = _tag(text, opening, end)
        if tag is None:
            return
        yield tag
        place = tag.end
        if tag.kind == "start" and tag.name in RAW and not tag.closed:
            until = _raw_end(text, place, end, tag.name, raw_ends)
            if until > place:
                yield Tag("raw", place, until, tag.name)
            place = until


def _declaration_end(text: str, start: int, end: int, is_comment: bool) -> int:
    if not is_comment:
        closing = text.find(">", start, end)
        return closing + 1 if closing >= 0 else end
    for short in ("<!-->", "<!--->"):
        if text.startswith(short, start):
            return min(start + len(short), end)
    found = _COMMENT_END.search(text, start + 4, end)
    return found.end() if found else end


def _tag(text: str, start: int, end: int) -> Tag | None:
    kind: Literal["start", "end"] = "end" if text[start + 1] == "/" else "start"
    named = _NAME.match(text, start + (2 if kind == "end" else 1), end)
    assert named
    place = named.end()
    attributes: dict[str, str] = {}
    while True:
        gap = _BETWEEN.match(text, place, end)
        assert gap
        place = gap.end()
        if place >= end:
            return None
        if text[place] == ">":
            closed = text[place - 1] == "/"
            return Tag(kind, start, place + 1, named[0].lower(), attributes, closed)
        found = _ATTRIBUTE.match(text, place, end)
        assert found
        place = found.end()
        value = found["double"] or found["single"] or found["bare"] or ""
        attributes.setdefault(found["name"].lower(), unescape(value))


def _raw_end(text: str, start: int, end: int, name: str, known: dict[str, int]) -> int:
    """Return where the text of a raw element ends. ``known`` are ends that were looked for in
    vain."""
    if name in known:
        return end
    found = re.compile(rf"</{name}(?=[\s/>])", re.I).search(text, start, end)
    if found:
        return found.start()
    known[name] = end
    return end
