"""Recognise what a text is: Markdown, subtitles, a piece of a web page, or plain text."""

from __future__ import annotations

import re
from typing import Literal

from analysis.reading.text_files.subtitles import is_subtitles

TextKind = Literal["markdown", "subtitles", "fragment"]
"""The kinds of text that are read by a reader of their own; a fragment is a piece of HTML."""

MARKDOWN = (".md", ".markdown", ".mdown", ".mkd", ".mdx", ".qmd", ".rmd")

_FRONT = re.compile(
    r"\ufeff?(?:---|\+\+\+)[ \t]*\r?\n(?:\w[\w-]* ?[:=][^\n]*\n|[ \t-][^\n]*\n){0,60}?title ?[:=]",
    re.I,
)
"""Front matter, which no other text begins with."""

_TAG = re.compile(
    r"<(/?)(p|div|br|h[1-6]|ul|ol|li|blockquote|article|section|main|table|tr|td|th|tbody|thead|span|"
    r"a|b|i|em|strong|font|figure|figcaption|img|header|hr|pre|center|body|sup|sub|u|q|cite)"
    r"(?:\s[^<>]{0,2000})?/?>",
    re.I,
)
_EDGE = re.compile(
    r"\s*<(?:!--|/?(?:p|div|br|h[1-6]|ul|ol|li|blockquote|article|section|main|table|figure|header|"
    r"hr|center|body|span|a|b|i|em|strong|font|img)[\s>/])",
    re.I,
)
_ENTITY = re.compile(
    r"&(?:[lr][ds]quo|[mn]dash|hellip|nbsp|amp|quot|apos|#39|#x27|#8[0-9]{3}|#x20[0-9a-f]{2}|#160|"
    r"[lr]aquo|pound|euro|[aeiou](?:acute|grave|circ|uml)|[AEIOU](?:acute|grave|circ|uml)|ccedil|"
    r"ntilde);"
)
ESCAPED = re.compile(r"\s*&lt;(?:p|div|h[1-6]|br|article|section|[uo]l|blockquote)\b")
"""How a piece of HTML begins whose tags were escaped once more."""

_WITHIN_WORD = re.compile(r"[A-Za-z]&(?:rsquo|#8217|#x2019|#39|#x27|apos|amp|shy|eacute);[A-Za-z]")
_ABOUT_TAGS = re.compile(r"\b(?:HTML|tags?|markup)\b")
# What stands in code marks or quotation marks is mentioned, not used.
_MENTIONED = re.compile(r"[“\"'‘`(]\s*(?:</?\w[^<>\n]{0,100}>|&#?\w{1,10};)\s*[”\"'’`),]")


def text_kind(text: str, suffix: str = "") -> TextKind | None:
    """Return what ``text`` is, or None for plain text; ``suffix`` is its file name's ending."""
    if suffix in MARKDOWN or (suffix in (".txt", ".text") and _FRONT.match(text)):
        return "markdown"
    if is_subtitles(text):
        return "subtitles"
    return "fragment" if is_fragment(text) else None


def is_fragment(text: str) -> bool:
    """Whether a text is a piece of HTML, and not one that mentions a tag or two.

    It is if it begins with a tag, if tags begin or end half of its lines, if it has several line
    breaks or pairs of tags, or if characters are written as entities (``&ldquo;``). Of a text that
    speaks of tags half of the lines must have some.
    """
    if ESCAPED.match(text):
        return True
    bare = _MENTIONED.sub("", text)
    tags = [(slash, name.lower()) for slash, name in _TAG.findall(bare)]
    entities = len(_ENTITY.findall(bare))
    certain = entities >= 2 or _WITHIN_WORD.search(bare) is not None
    closing = sum(slash == "/" for slash, _ in tags)
    breaks = sum(name in ("br", "hr", "p") for _, name in tags)
    if not closing and breaks < 2:
        return certain
    lines = [line for line in bare.split("\n") if line.strip()]
    touched = sum(_EDGE.match(line) is not None or line.rstrip().endswith(">") for line in lines)
    if _ABOUT_TAGS.search(_TAG.sub(" ", bare)):
        return 2 * touched >= len(lines)
    begins = _EDGE.match(bare) is not None
    return begins or certain or breaks >= 2 or closing >= 2 or 2 * touched >= len(lines)
