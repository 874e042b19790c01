"""Small questions about elements of a parsed page: their names, text, place and prose."""

from __future__ import annotations

import re
from typing import Any

Element = Any
"""An element of lxml, which has no types of its own."""

# Words of camelCase, kebab-case and snake_case names.
_NAME_WORDS = re.compile(r"[A-Z]?[a-z]+|[A-Z]+(?![a-z])|[0-9]+")

PROSE_WORDS = 8
"""Fewest words in a row, outside links, that count as prose; menus and credits have fewer."""

_NO_PROSE = frozenset({"script", "style", "head", "noscript", "template", "button", "select"})


def names(element: Element) -> tuple[str, ...]:
    """Return the element's class names and its id, in lower case."""
    given = f"{element.get('class') or ''} {element.get('id') or ''}"
    return tuple(given[:1000].lower().split())


def name_words(element: Element) -> tuple[str, ...]:
    """Return the words that class, id, test id and the tag of a custom element are made of:
    ``articleBody-main`` has three."""
    keys = ("class", "id", "data-testid", "data-component")
    given = " ".join(element.get(key) or "" for key in keys)
    if "-" in element.tag:
        given = f"{element.tag} {given}"
    return split_name(given[:1000])


def split_name(name: str) -> tuple[str, ...]:
    """Return the words of a name in lower case: ``TweetEmbed`` has two."""
    return tuple(word.lower() for word in _NAME_WORDS.findall(name))


def words_of(text: str) -> list[str]:
    """Return the words of a text in lower case, without punctuation, to compare two texts."""
    return re.findall(r"\w+", text.casefold())


def text_of(element: Element, limit: int = 1_000_000) -> str:
    """Return the text of an element and its descendants with single spaces; reading stops after
    ``limit`` characters."""
    pieces: list[str] = []
    length = 0
    for piece in element.itertext(with_tail=False):
        pieces.append(piece)
        length += len(piece)
        if length > limit:
            break
    return " ".join("".join(pieces).split())


def remove(element: Element) -> None:
    """Take an element out of its tree; the text after it stays."""
    parent = element.getparent()
    if parent is None:
        return
    tail = element.tail
    if tail:
        previous = element.getprevious()
        if previous is None:
            parent.text = (parent.text or "") + tail
        else:
            previous.tail = (previous.tail or "") + tail
    element.tail = None
    parent.remove(element)


def remove_from_line(element: Element) -> None:
    """Take an element out of a line of text, and the space before it if a stop or comma follows."""
    previous, parent = element.getprevious(), element.getparent()
    if parent is None:
        return
    before = (parent.text if previous is None else previous.tail) or ""
    after = element.tail or ""
    if before[-1:].isspace() and after[:1] and after[0] in ".,;:!?)…":
        if previous is None:
            parent.text = before.rstrip()
        else:
            previous.tail = before.rstrip()
    remove(element)


def prose_words(tree: Element) -> dict[Element, int]:
    """Return for each element how many words of prose it holds, its descendants' included."""
    counted: dict[Element, int] = {}
    elements = [element for element in tree.iter() if isinstance(element.tag, str)]
    for element in reversed(elements):
        own = 0
        if element.tag not in _NO_PROSE:
            own = counted.get(element, 0) + (0 if element.tag == "a" else _prose(element.text))
        counted[element] = own
        parent = element.getparent()
        if parent is not None:
            counted[parent] = counted.get(parent, 0) + own + _prose(element.tail)
    return counted


def _prose(text: str | None) -> int:
    count = len(text.split()) if text else 0
    return count if count >= PROSE_WORDS else 0


def common_ancestor(elements: list[Element]) -> Element:
    """Return the smallest element that holds all of ``elements``, of which there is one at
    least."""
    path = [elements[0], *elements[0].iterancestors()]
    for element in elements[1:]:
        own = {element, *element.iterancestors()}
        path = [candidate for candidate in path if candidate in own]
    return path[0]
