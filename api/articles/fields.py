"""The parts of a request on articles: each of its type and within its limits, or a problem."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Any

from analysis.reading.articles import Article
from analysis.reading.limits import MAX_CHARACTERS
from api.answers import malformed
from api.bodies import JSON_MEDIA, Taken, decoded

LONGEST_NAME = 2_000
"""Most characters of a title, a source, a section or a path; addresses of the web are the longest,
and browsers take no longer ones."""

ARTICLE_BYTES = 4 * MAX_CHARACTERS + 64 * 1024
"""Most bytes of a request with one article: UTF-8 has up to four bytes a character, which is enough
for an English text whose quotation marks are written as ``\\u201c``, and for what is around it."""

ONE_ARTICLE = Taken(ARTICLE_BYTES, JSON_MEDIA, decoded, less="give a shorter article")

SEVERAL_ARTICLES = Taken(5 * ARTICLE_BYTES, JSON_MEDIA, decoded, less="give shorter articles")
"""Of two to five articles."""


KINDS = ("text", "markdown", "html")
"""How a text to check can be written; the first is that of a request that does not say."""

HALF = "Half of a character (a surrogate without its other half) was read as \ufffd."
"""Notice on a text that was cut inside an emoji, as a count of UTF-16 units can."""

_HALVES = re.compile("[\ud800-\udfff]")


def text_of(given: Mapping[str, Any]) -> tuple[str, tuple[str, ...]]:
    """Return the ``text`` of a request and what to say about it; raises Problem if it is none.

    Half a character, which no file could hold, becomes U+FFFD: every offset stays, in code points
    and in UTF-16 units.
    """
    text = given["text"]
    if not isinstance(text, str):
        raise malformed("“text” is not a string.")
    whole, halves = _HALVES.subn("\ufffd", text)
    return whole, (HALF,) if halves else ()


def name_of(given: Mapping[str, Any], part: str) -> str | None:
    """Return a short text that may be left out or null: None then; raises Problem."""
    name = given.get(part)
    if name is None:
        return None
    if not isinstance(name, str):
        raise malformed(f"“{part}” is not a string.")
    if len(name) > LONGEST_NAME:
        raise malformed(f"“{part}” has more than {LONGEST_NAME:,} characters.")
    return _HALVES.sub("\ufffd", name)


def switch_of(given: Mapping[str, Any], part: str, otherwise: bool) -> bool:
    """Return whether a part is true; ``otherwise`` where it is left out; raises Problem."""
    switch = given.get(part, otherwise)
    if not isinstance(switch, bool):
        raise malformed(f"“{part}” is either true or false.")
    return switch


def choice_of(given: Mapping[str, Any], part: str, choices: tuple[str, ...]) -> str:
    """Return which of ``choices`` a part is, the first where it is left out; raises Problem."""
    choice = given.get(part, choices[0])
    if choice not in choices:
        raise malformed(f"“{part}” is one of {', '.join(choices)}.")
    return str(choice)


def article_of(given: Mapping[str, Any]) -> Article:
    """Return the ``text`` of a request, as given, with its ``title``; raises Problem."""
    text, notices = text_of(given)
    title = name_of(given, "title")
    return Article(text, title, None, None, None, kind="text", notices=notices)
