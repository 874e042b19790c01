"""Recognise the cards that announce other articles: a linked title with a short teaser."""

from __future__ import annotations

import re
from collections.abc import Sequence

from analysis.reading.documents.html.choosing.lines import is_around_the_article
from analysis.reading.documents.html.page.blocks import Block
from analysis.reading.documents.html.page.elements import Element
from analysis.reading.documents.html.page.links import target

MOSTLY_LINKED = 0.6
"""Share of linked letters from which a block is a link, not a text with a link in it."""

LONGEST_CARD = 90
"""Most words of a card; blogs show the first 55 words of a post."""

FEWEST_CARDS = 3
"""Fewest cards side by side that are taken for such; two can be sections of a story."""

HIGHEST = 12
"""Most levels of elements above a block that are looked at, to keep the time short."""


_READ_MORE = re.compile(r"(?i)\W*(?:read|continue|see|view|full|more)\b(?: [\w’']+){0,5}\W*")


def is_title_of_another(block: Block) -> bool:
    """Whether a block is the linked title of another article."""
    return (
        block.linked >= MOSTLY_LINKED
        and block.quotation is None
        and len(block.text.split()) > (1 if block.kind == "heading" else 2)
        and (block.kind == "heading" or not is_around_the_article(block.text))
    )


def leads_to_another(block: Block) -> bool:
    """Whether a block is the linked title of another article, or a “Read more” that leads to it."""
    return is_title_of_another(block) or (
        block.linked >= MOSTLY_LINKED and _READ_MORE.fullmatch(block.text) is not None
    )


def cards(blocks: Sequence[Block], headline: int | None) -> tuple[set[int], set[int]]:
    """Return the numbers of the blocks that belong to cards: of those in elements of their own, and
    of what stands between linked headings.

    A card is the largest element around a linked title that holds no other title and at most
    ``LONGEST_CARD`` words. ``FEWEST_CARDS`` of them in the same element are a list of cards. Where
    cards have no elements of their own, what stands between two linked headings is one.
    """
    titles = {
        number: _target(block)
        for number, block in enumerate(blocks)
        if number != headline and leads_to_another(block)
    }
    words: dict[Element, int] = {}
    targets: dict[Element, set[str]] = {}
    for number, block in enumerate(blocks):
        count = LONGEST_CARD + 1 if number == headline else len(block.text.split())
        for element in _upwards(block):
            words[element] = words.get(element, 0) + count
            if number in titles and len(targets.setdefault(element, set())) < 2:
                targets[element].add(titles[number])
    boxes: dict[Element, dict[Element, None]] = {}
    for number in titles:
        box = None
        for element in _upwards(blocks[number]):
            if words[element] > LONGEST_CARD or len(targets[element]) > 1:
                break
            box = element
        if box is not None and box.getparent() is not None:
            boxes.setdefault(box.getparent(), {})[box] = None
    inside = {box for same in boxes.values() if len(same) >= FEWEST_CARDS for box in same}
    found = {
        number
        for number, block in enumerate(blocks)
        if any(element in inside for element in _upwards(block))
    }
    return found, _between_headings(blocks, found)


def _between_headings(blocks: Sequence[Block], found: set[int]) -> set[int]:
    """Return the numbers of short texts between two linked headings that are cards."""
    more: set[int] = set()
    run: list[int] | None = None
    for number, block in enumerate(blocks):
        if number in found and block.kind == "heading":
            if run is not None and sum(len(blocks[n].text.split()) for n in run) <= LONGEST_CARD:
                more.update(run)
            run = []
        elif number in found or block.level == 1:
            run = None
        elif run is not None:
            run.append(number)
    if run is not None and len(run) == 1 and len(blocks[run[0]].text.split()) <= LONGEST_CARD // 2:
        more.update(run)
    return more


def _upwards(block: Block) -> list[Element]:
    """Return the elements around a block, from the inside, without those of the whole page."""
    found: list[Element] = []
    element = block.element
    while element is not None and len(found) < HIGHEST:
        if element.tag in ("body", "html", "main"):
            break
        found.append(element)
        element = element.getparent()
    return found


def _target(block: Block) -> str:
    """Return the address that a linked block leads to."""
    link = next(block.element.iterancestors("a"), None)
    if link is None:
        link = block.element.find(".//a")
    return "" if link is None else target(link.get("href") or "")
