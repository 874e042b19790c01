"""Take out what asks a reader to subscribe before reading on, and say that it was there."""

from __future__ import annotations

from analysis.reading.documents.html.choosing.offers import ends_a_teaser, is_newsletter, is_wall
from analysis.reading.documents.html.page.elements import Element, name_words, remove, text_of

_NAMES = frozenset(
    {"paywall", "regwall", "wall", "subscribe", "subscriber", "subscribers", "subscription",
     "piano", "metered", "meter", "gate", "gated", "barrier", "premium", "tp", "offer", "upsell",
     "registration", "locked", "lock", "unlock"}
)  # fmt: skip

LONGEST_WALL = 150
"""Most words of such a part: with three offers and their prices, one has a hundred."""

LONGEST_OFFER = 12
"""Most words of one offer: “Digital and print, £5 a month for the first year”."""

_BESIDE = frozenset({"nav", "header", "footer", "aside"})
_CANDIDATES = ("div", "section", "aside", "form", "p", "ul", "h2", "h3", "h4", "h5", "h6")
_PARTS = (
    "h1", "h2", "h3", "h4", "h5", "h6", "p", "div", "span", "strong", "b", "a", "li", "button",
)  # fmt: skip

FEWEST_STORY = 12
"""Fewest words of a paragraph above an offer that is taken for the story's, not the offer's."""


def drop_walls(tree: Element) -> bool:
    """Take subscription offers out of ``tree``; return whether one of them says that it stands in
    for the rest of the article.

    Publishers mark the paid part of an article, the text itself, with the same names
    (``class="paywall"``), so a named part is taken out only if its words ask for a subscription.
    """
    found = False
    for element in list(tree.iter(*_CANDIDATES)):
        if element.getparent() is None or element.find(".//h1") is not None:
            continue
        named = bool(_NAMES.intersection(name_words(element)))
        first = _first_line(element)
        if not named and not ends_a_teaser(first):
            continue
        if len(text_of(element, 20 * LONGEST_WALL).split()) > LONGEST_WALL:
            continue
        lines = [first, *(text_of(part, 1000) for part in element.iter(*_PARTS))]
        asks = any(is_wall(line) for line in lines)
        is_form = named and element.find(".//input") is not None  # for an address
        if not asks and not is_form:
            continue
        if _begins_with_story(element):
            continue  # the offer inside it comes later
        beside = {element.tag, *(e.tag for e in element.iterancestors())} & _BESIDE
        in_place = not beside or (named and beside == {"aside"})
        if in_place and any(ends_a_teaser(line) for line in lines):
            found = True
            _remove_offers_after(element)
        remove(element)
    return found


def _begins_with_story(element: Element) -> bool:
    """Whether a paragraph of the story stands in an element above the first line of an offer."""
    for part in element.iter("p", "h2", "h3", "h4", "li", "strong"):
        text = text_of(part, 1000)
        if is_wall(text) or is_newsletter(text):
            return False
        if part.tag == "p" and len(text.split()) >= FEWEST_STORY:
            return part is not element
    return False


def _remove_offers_after(element: Element) -> None:
    """Take out the prices and buttons after an offer, if no more of the article follows it."""
    after = [other for other in element.itersiblings() if isinstance(other.tag, str)]
    texts = [text_of(other, 1000) for other in after]
    if all(len(text.split()) <= LONGEST_OFFER or is_wall(text) for text in texts):
        for other in after:
            remove(other)


def _first_line(element: Element) -> str:
    """Return the text of the first paragraph or heading in an element."""
    for part in element.iter("h2", "h3", "h4", "h5", "h6", "p", "strong", "span", "a", "button"):
        text = text_of(part, 1000)
        if text:
            return text
    return text_of(element, 1000)
