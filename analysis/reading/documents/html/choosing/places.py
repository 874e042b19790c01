"""Where on a page its article is: the elements that hold it, and those of other articles."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence

from analysis.reading.documents.html.choosing.cards import MOSTLY_LINKED
from analysis.reading.documents.html.page.blocks import Block
from analysis.reading.documents.html.page.elements import Element, common_ancestor


class Within:
    """Whether blocks are inside given elements; answers for elements are kept."""

    def __init__(self, elements: Iterable[Element]) -> None:
        self._known: dict[Element, bool] = dict.fromkeys(elements, True)

    def holds(self, block: Block) -> bool:
        path = []
        element = block.element
        while element is not None and element not in self._known:
            path.append(element)
            element = element.getparent()
        answer = element is not None and self._known[element]
        self._known.update(dict.fromkeys(path, answer))
        return answer


def home_of(blocks: Sequence[Block], core: Sequence[int], headline: int | None) -> list[Element]:
    """Return the element that holds the article: the common ancestor of voted prose and headline,
    or an ``article`` around it."""
    elements = [blocks[number].element for number in core]
    home = common_ancestor(elements)
    if headline is not None:
        with_headline = common_ancestor([home, blocks[headline].element])
        if with_headline.tag not in ("body", "html"):
            home = with_headline
    return [next(home.iterancestors("article"), home)]


def surroundings_of(
    blocks: Sequence[Block], core: Sequence[int], headline: int | None
) -> list[Element]:
    """Return the element around the article's: ``main``, or the next but one that is not the whole
    page."""
    home = home_of(blocks, core, headline)[0]
    main = home if home.tag == "main" else next(home.iterancestors("main"), None)
    if main is not None:
        several = main.getparent() is not None and len(main.getparent().findall("main")) > 1
        return [main.getparent() if several else main]
    for _ in range(2):
        parent = home.getparent()
        if parent is None or parent.tag == "html":
            break
        home = parent
    return [home]


def foreign_articles(blocks: Sequence[Block], core: Sequence[int], headline: int | None) -> Within:
    """Return the ``article`` elements that hold other articles: those with an h1 or a linked
    heading of their own, apart from the one with the headline, or else with most of the voted
    blocks. The entries of a live blog have neither."""
    voted = Counter(_outermost_article(blocks[number]) for number in core)
    main = _outermost_article(blocks[headline]) if headline is not None else None
    if main is None:
        main = voted.most_common(1)[0][0]
    foreign: dict[Element, None] = {}
    for block in blocks:
        if block.level == 1 or (block.kind == "heading" and block.linked >= MOSTLY_LINKED):
            own = _outermost_article(block)
            if own is not None and own is not main:
                foreign[own] = None
    return Within(foreign)


def _outermost_article(block: Block) -> Element | None:
    found = None
    for ancestor in block.element.iterancestors("article"):
        found = ancestor
    return block.element if found is None and block.element.tag == "article" else found
