"""Find the headline among the blocks of a page."""

from __future__ import annotations

import re
from collections.abc import Sequence

from analysis.reading.documents.html.page.blocks import Block
from analysis.reading.documents.html.page.elements import words_of

MIN_SHARED = 0.6
"""Smallest share of words that a heading and the page's title must share to be the same headline;
titles leave words out or add the outlet's name."""

_OUTLET = re.compile(r"\s+(?:[|–—•·»:]|-|::)\s+")


def headline_of(blocks: Sequence[Block], titles: Sequence[str]) -> int | None:
    """Return the number of the block that is the headline, or None if the page shows none.

    ``titles`` are what the page gives as its title elsewhere, the most trusted first. The first h1
    that says the same as one of them is the headline, else the only h1 of more than one word; where
    a page has no such h1, any block that says the same.
    """
    wanted = [words for title in titles for words in _variants(title)]
    first = [number for number, block in enumerate(blocks) if block.level == 1]
    matching = [number for number in first if _says(blocks[number].text, wanted)]
    if matching:
        return matching[0]
    others = [
        number
        for number, block in enumerate(blocks)
        if block.kind != "item" and block.linked < 0.8 and words_of(block.text) in wanted
    ]
    if others and len(words_of(blocks[others[0]].text)) > 2:
        return others[0]
    plain = [
        number
        for number in first
        if blocks[number].linked < 0.8 and len(words_of(blocks[number].text)) > 1
    ]
    return plain[0] if len(plain) == 1 else None


def _variants(title: str) -> list[list[str]]:
    """Return the words of a title, and without the outlet's name at its beginning or end."""
    parts = _OUTLET.split(title)
    found = [title, " ".join(parts[:-1]), " ".join(parts[1:]), parts[0]]
    return [words for text in found if (words := words_of(text))]


def _says(text: str, wanted: Sequence[Sequence[str]]) -> bool:
    own = words_of(text)
    if len(own) < 2:
        return own in [list(words) for words in wanted]
    for words in wanted:
        shared = len(set(own) & set(words))
        if len(words) > 1 and shared >= MIN_SHARED * min(len(set(own)), len(set(words))):
            return True
    return False
