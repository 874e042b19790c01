"""Find the headline among the blocks of a page."""

from __future__ import annotations

import re
from collections.abc import Sequence

from analysis.reading.documents.html.page.blocks import Block
from analysis.reading.documents.html.page.elements import words_of

MIN_SHARED = 0.6
"""Smallest share of words that a heading and the page's title must share to be the same headline;
titles leave words out or add the outlet's name."""

MIN_SHARED_OF_LONGER = 0.3
"""The same of the longer of the two: a heading of two words, the outlet's name, is part of many a
title."""

_OUTLET = re.compile(r"\s+(?:[|–—•·»:]|-|::)\s+")


def headline_of(blocks: Sequence[Block], titles: Sequence[str]) -> int | None:
    """Return the number of the block that is the headline, or None if the page shows none.

    ``titles`` are what the page gives as its title elsewhere, the most trusted first. The first h1
    that says the same as one of them is the headline, else the only h1 of more than one word; where
    a page has no such h1, any block that says the same.
    """
    outlets = [words for title in titles for words in _outlets(title)]
    wanted = [words for title in titles for words in _variants(title) if words not in outlets]
    first = [
        number
        for number, block in enumerate(blocks)
        if block.level == 1 and words_of(block.text) not in outlets
    ]
    for words in wanted:
        for number in first:
            if says_the_same(blocks[number].text, words):
                return number
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


def _outlets(title: str) -> list[list[str]]:
    """Return the words of the parts of a title that may be the outlet's name: all but the
    longest."""
    parts = [words_of(part) for part in _OUTLET.split(title)]
    longest = max(map(len, parts))
    return [words for words in parts if words and len(words) < longest]


def says_the_same(text: str, wanted: Sequence[str]) -> bool:
    """Whether a heading and the words of a title are the same headline, but for a few words."""
    own = words_of(text)
    if min(len(own), len(wanted)) < 2:
        return own == list(wanted)
    shared = len(set(own) & set(wanted))
    fewer, more = sorted((len(set(own)), len(set(wanted))))
    return shared >= MIN_SHARED * fewer and shared >= MIN_SHARED_OF_LONGER * more
