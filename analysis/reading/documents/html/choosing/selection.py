"""Choose the blocks of a page that are its article.

trafilatura says where the article is: its text votes for blocks. It leaves out parts whose names it
distrusts, and keeps an odd menu or credit. So prose around the voted blocks that belongs to the
same part of the page is added, and lines that stand around an article are taken out.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from analysis.reading.documents.html.choosing.cards import MOSTLY_LINKED
from analysis.reading.documents.html.choosing.lines import begins_comments, is_around_the_article
from analysis.reading.documents.html.choosing.places import (
    Within,
    foreign_articles,
    home_of,
    surroundings_of,
)
from analysis.reading.documents.html.page.blocks import Block
from analysis.reading.documents.html.page.elements import words_of

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
    votes = {
        number
        for number in _voted(blocks, voted_text)
        if number != headline
        and not around[number]
        and (blocks[number].kind != "caption" or prose[number])
    }
    core = [number for number in sorted(votes) if prose[number]]
    core = core or [number for number, is_told in enumerate(prose) if is_told]
    if not core:
        return sorted(votes)
    if headline is not None:
        core = [number for number in core if number > headline] or core
    foreign = foreign_articles(blocks, core, headline)
    core = [number for number in core if not foreign.holds(blocks[number])] or core
    home = Within(home_of(blocks, core, headline))
    surroundings = Within(surroundings_of(blocks, core, headline))
    if headline is None:
        first = min([core[0], *(number for number in votes if home.holds(blocks[number]))])
    else:
        first = min(headline, core[0])
    chosen = {
        number
        for number in votes
        if number >= first and not _only_link(blocks[number]) and not foreign.holds(blocks[number])
    }
    candidates = [
        number in range(first, len(blocks))
        and is_told
        and not foreign.holds(blocks[number])
        and not _is_teaser(blocks, number)
        for number, is_told in enumerate(prose)
    ]
    chosen |= {n for n, is_one in enumerate(candidates) if is_one and home.holds(blocks[n])}
    chosen |= _beyond(blocks, candidates, chosen, around, surroundings)
    chosen -= _teasers_at_the_end(blocks, chosen)
    _add_between(blocks, chosen, around, headline, surroundings)
    chosen.discard(-1 if headline is None else headline)
    return _without_trailing_headings(blocks, sorted(chosen))


def _beyond(
    blocks: Sequence[Block],
    candidates: Sequence[bool],
    chosen: set[int],
    around: Sequence[bool],
    surroundings: Within,
) -> set[int]:
    """Return runs of prose outside the article's element, but near it, that are long enough to be
    a part of the article."""
    found: set[int] = set()
    run: list[int] = []
    for number, block in enumerate(blocks):
        if candidates[number] and number not in chosen and surroundings.holds(block):
            run.append(number)
        elif not around[number] and block.kind not in ("item", "row"):
            run = []
        if len(run) > 1 and sum(len(blocks[n].text.split()) for n in run) >= FEWEST_BEYOND:
            found.update(run)
    return found


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
    within: Within,
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
