"""Choose the blocks of a page that are its article.

trafilatura says where the article is: its text votes for blocks. It leaves out parts whose names it
distrusts, and keeps an odd menu or credit. So prose around the voted blocks that belongs to the
same part of the page is added, and lines that stand around an article are taken out.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Sequence

from analysis.reading.documents.html.choosing.cards import MOSTLY_LINKED
from analysis.reading.documents.html.choosing.lines import begins_comments, is_around_the_article
from analysis.reading.documents.html.page.blocks import Block
from analysis.reading.documents.html.page.elements import Element, common_ancestor, words_of

SHORTEST_CONTAINED = 30
"""Fewest letters of a block that counts as voted for when it is only part of a line."""

FEWEST_BEYOND = 30
"""Fewest words of prose in a row that are added although they stand outside the article's element,
as the second half of an article does on some pages."""

MOST_SEARCHED = 2000
"""Most blocks that are searched in the lines of which none is a line of its own; it keeps the time
of hostile pages short."""

FEWEST_OWN = 3
"""Fewest paragraphs of an article above a heading “Comments” or above teasers at its end."""

LONGEST_TEASER = 40
"""Most words of a teaser under one linked title at the end of an article."""

_SENTENCE_END = re.compile(r"[.!?…:][\"'”’»)\]*]*$")


def is_prose(block: Block) -> bool:
    """Whether a block is running text: not a link, and a sentence by its end or its length."""
    if block.kind in ("heading", "row", "caption") or block.linked >= MOSTLY_LINKED:
        return False
    words = len(block.text.split())
    return words >= 15 or (words >= 5 and _SENTENCE_END.search(block.text) is not None)


def before_comments(blocks: Sequence[Block]) -> list[Block]:
    """Return the blocks above a heading such as “3 comments”, all where there is none."""
    ended = next(
        (
            number
            for number, block in enumerate(blocks)
            if block.kind == "heading" and block.level > 1 and begins_comments(block.text)
        ),
        len(blocks),
    )
    has_article = sum(is_prose(block) for block in blocks[:ended]) >= FEWEST_OWN
    return list(blocks[:ended] if has_article else blocks)


def select(
    blocks: Sequence[Block], voted_text: str, headline: int | None, announced: set[int]
) -> list[int]:
    """Return the numbers of the blocks that are the article's body, in order, without the headline.

    ``voted_text`` is what trafilatura found, ``headline`` the headline's number, ``announced`` are
    the blocks of cards that announce other articles.
    """
    around = [
        number in announced or is_around_the_article(block.text, block.linked >= MOSTLY_LINKED)
        for number, block in enumerate(blocks)
    ]
    prose = [is_prose(block) and not around[number] for number, block in enumerate(blocks)]
    if _is_gallery(blocks, prose):
        prose = [one or _is_long_caption(blocks[n]) for n, one in enumerate(prose)]
    votes = {number for number in _voted(blocks, voted_text) if not around[number]}
    votes = {number for number in votes if blocks[number].kind != "caption" or prose[number]}
    votes.discard(-1 if headline is None else headline)
    core = [number for number in sorted(votes) if prose[number]]
    if not core:
        core = [number for number in range(len(blocks)) if prose[number]]
    if not core:
        return sorted(votes)
    if headline is not None:
        core = [number for number in core if number > headline] or core
    foreign = _foreign_articles(blocks, core, headline)
    core = [number for number in core if not foreign.holds(blocks[number])] or core
    inner = _Within(_home(blocks, core, headline))
    first = min([core[0], *(number for number in votes if inner.holds(blocks[number]))])
    first = first if headline is None else min(headline, core[0])
    wider = _Within(_surroundings(blocks, core, headline))
    chosen = {number for number in votes if number >= first and not _only_link(blocks[number])}
    run: list[int] = []
    for number in [*range(first, len(blocks)), len(blocks)]:
        block = blocks[number] if number < len(blocks) else None
        if (
            block is not None
            and prose[number]
            and number not in chosen
            and not foreign.holds(block)
            and not _is_teaser(blocks, number)
        ):
            if inner.holds(block):
                chosen.add(number)
                continue
            if wider.holds(block):
                run.append(number)
                continue
        elif block is not None and (around[number] or block.kind in ("item", "row")):
            continue
        if len(run) > 1 and sum(len(blocks[n].text.split()) for n in run) >= FEWEST_BEYOND:
            chosen.update(run)
        run = []
    chosen = {number for number in chosen if not foreign.holds(blocks[number])} or chosen
    chosen -= _teasers_at_the_end(blocks, chosen)
    _add_between(blocks, chosen, around, headline, _Within(_surroundings(blocks, core, headline)))
    chosen.discard(-1 if headline is None else headline)
    return _without_trailing_headings(blocks, sorted(chosen))


def _is_long_caption(block: Block) -> bool:
    return block.kind == "caption" and len(block.text.split()) >= 8


def _is_gallery(blocks: Sequence[Block], prose: Sequence[bool]) -> bool:
    """Whether the captions of pictures are what the page tells: three or more, with more words than
    its paragraphs have."""
    captions = [len(block.text.split()) for block in blocks if _is_long_caption(block)]
    told = sum(
        len(block.text.split()) for block, is_told in zip(blocks, prose, strict=True) if is_told
    )
    return len(captions) > 2 and sum(captions) > told


def _voted(blocks: Sequence[Block], text: str) -> set[int]:
    """Return the numbers of the blocks that ``text`` holds: a line of their own, or part of one."""
    letters = ["".join(words_of(block.text)) for block in blocks]
    lines = ["".join(words_of(line)) for line in text.splitlines()]
    whole = set(lines)
    found = {number for number, own in enumerate(letters) if own and own in whole}
    known = set(letters)
    rest = "\n".join(line for line in lines if line not in known)
    unsure = [
        number
        for number, own in enumerate(letters)
        if number not in found and len(own) >= SHORTEST_CONTAINED
    ]
    found.update(number for number in unsure[:MOST_SEARCHED] if letters[number] in rest)
    return found


class _Within:
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


def _home(blocks: Sequence[Block], core: Sequence[int], headline: int | None) -> list[Element]:
    """Return the element that holds the article: the common ancestor of voted prose and headline,
    or an ``article`` around it."""
    elements = [blocks[number].element for number in core]
    home = common_ancestor(elements)
    if headline is not None:
        with_headline = common_ancestor([home, blocks[headline].element])
        if with_headline.tag not in ("body", "html"):
            home = with_headline
    return [next(home.iterancestors("article"), home)]


def _surroundings(
    blocks: Sequence[Block], core: Sequence[int], headline: int | None
) -> list[Element]:
    """Return the element around the article's: ``main``, or the next but one that is not the whole
    page."""
    home = _home(blocks, core, headline)[0]
    main = next(home.iterancestors("main"), None)
    if main is not None:
        return [main]
    for _ in range(2):
        parent = home.getparent()
        if parent is None or parent.tag == "html" or home.tag == "main":
            break
        home = parent
    return [home]


def _foreign_articles(
    blocks: Sequence[Block], core: Sequence[int], headline: int | None
) -> _Within:
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
    return _Within(foreign)


def _outermost_article(block: Block) -> Element | None:
    found = None
    for ancestor in block.element.iterancestors("article"):
        found = ancestor
    return block.element if found is None and block.element.tag == "article" else found


def _only_link(block: Block) -> bool:
    if block.quotation is not None:  # the text of an embedded post may lead to it
        return False
    return block.linked >= 0.9 and block.kind != "row" and not block.text.rstrip().endswith(".")


def _is_teaser(blocks: Sequence[Block], number: int) -> bool:
    """Whether a block stands right under the linked title of another article, as on a card. A link
    between two paragraphs of the story is no title."""
    before = blocks[number - 1] if number else None
    if before is None or before.linked < MOSTLY_LINKED or before.kind == "item":
        return False
    if is_around_the_article(before.text) or len(before.text.split()) < 2:
        return False
    beside = before.element.getparent() is blocks[number].element.getparent()
    two_before = blocks[number - 2] if number > 1 else None
    in_story = (
        two_before is not None
        and is_prose(two_before)
        and two_before.element.getparent() is blocks[number].element.getparent()
    )
    return before.kind == "heading" or not (beside and in_story)


def _teasers_at_the_end(blocks: Sequence[Block], chosen: set[int]) -> set[int]:
    """Return the chosen blocks after the last prose that does not stand under a linked heading, if
    each such heading has one short paragraph under it: other articles, in cards."""
    own = [n for n in chosen if is_prose(blocks[n]) and not _is_teaser(blocks, n)]
    if len(own) < FEWEST_OWN:
        return set()
    after = {number for number in chosen if number > max(own)}
    short = all(len(blocks[number].text.split()) <= LONGEST_TEASER for number in after)
    return after if short else set()


def _add_between(
    blocks: Sequence[Block],
    chosen: set[int],
    around: Sequence[bool],
    headline: int | None,
    within: _Within,
) -> None:
    """Add what stands between chosen prose: short paragraphs, subheadings, list items, rows."""
    if not chosen:
        return
    first = min(chosen) if headline is None else min(headline + 1, min(chosen))
    for number in range(first, max(chosen) + 1):
        block = blocks[number]
        if number in chosen or around[number] or block.kind == "caption":
            continue
        is_link = block.linked >= MOSTLY_LINKED and block.quotation is None
        if is_link or not within.holds(block):
            continue
        if block.kind in ("heading", "item", "row") or block.quotes:
            chosen.add(number)
        elif number - 1 in chosen or number + 1 in chosen:
            beside = blocks[number - 1 if number - 1 in chosen else number + 1]
            if beside.element.getparent() is block.element.getparent():
                chosen.add(number)


def _without_trailing_headings(blocks: Sequence[Block], numbers: list[int]) -> list[int]:
    while numbers and blocks[numbers[-1]].kind == "heading":
        numbers.pop()
    return numbers
