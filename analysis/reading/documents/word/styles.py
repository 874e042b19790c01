"""What the styles of a Word document say about paragraphs and runs."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

from analysis.reading.documents.word.names import W, on, value

_TITLES = ("title", "heading 1")
_QUOTATION = re.compile(r"\b(?:block ?)?quot(?:e|es|ed|ation|ations)\b|\bblock text\b")
_NOT_QUOTED = re.compile(r"source|author|attribution|credit|speaker")


class Styles:
    """The styles of a document, by the identifiers that paragraphs and runs name them with."""

    def __init__(self, part: Any) -> None:
        """``part`` is the root of styles.xml, or None for a document without styles."""
        self._styles: dict[str, Any] = {}
        self.usual = ""
        """The identifier of the style of paragraphs that name none."""
        for style in part.iter(W + "style") if part is not None else ():
            name = str(style.get(W + "styleId", ""))
            self._styles[name] = style
            usual = style.get(W + "default") in ("1", "true", "on")
            if usual and style.get(W + "type", "paragraph") == "paragraph":
                self.usual = name

    def _chain(self, style: str) -> Iterator[Any]:
        """Yield a style and those that it is based on, nearest first."""
        seen: set[str] = set()
        while style in self._styles and style not in seen:
            seen.add(style)
            yield self._styles[style]
            style = value(self._styles[style], "basedOn")

    def name(self, style: str) -> str:
        """Return a style's name in lower case; Word names its own in English in every language."""
        return value(self._styles.get(style), "name").lower()

    def is_title(self, style: str) -> bool:
        """Return whether a paragraph of this style is the headline."""
        return self.name(style) in _TITLES

    def is_contents(self, style: str) -> bool:
        """Return whether a paragraph of this style is a line of a table of contents."""
        return re.match(r"toc \d|table of (?:figures|authorities)", self.name(style)) is not None

    def is_quotation(self, style: str) -> bool:
        """Return whether a style, or one that it is based on, is for somebody else's words.

        Word's own are “Quote”, “Intense Quote” and “Block Text”, LibreOffice's “Quotations”; each
        has a twin for runs (“Quote Char”).
        """
        names = [value(one, "name").lower() for one in self._chain(style)]
        if any(_NOT_QUOTED.search(name) for name in names[:1]):
            return False
        return any(_QUOTATION.search(name) for name in names)

    def is_hidden(self, style: str) -> bool | None:
        """Return whether a style hides its text; None if neither it nor its bases say so."""
        for one in self._chain(style):
            hidden = on(one.find(W + "rPr"), "vanish")
            if hidden is not None:
                return hidden
        return None

    def is_raised(self, style: str) -> bool:
        """Return whether a style raises its text, as that of note numbers does."""
        return any(
            value(one.find(W + "rPr"), "vertAlign") == "superscript" for one in self._chain(style)
        )
