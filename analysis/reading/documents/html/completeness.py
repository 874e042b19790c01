"""Compare what was taken from a page with what the page shows, and say what is missing."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import islice, pairwise

from analysis.reading.documents.html.choosing.cards import (
    LONGEST_CARD,
    MOSTLY_LINKED,
    leads_to_another,
)
from analysis.reading.documents.html.choosing.lines import is_around_the_article
from analysis.reading.documents.html.choosing.selection import is_prose
from analysis.reading.documents.html.page.blocks import Block
from analysis.reading.documents.html.page.elements import Element, name_words, text_of
from analysis.reading.documents.html.structured import Described

FEWEST_LINKS = 4
"""Fewest linked titles of a page that is called a list of links; one less if nothing is above."""

FEWEST_OWN_WORDS = 30
"""Fewest words of prose beside the linked titles and their teasers that make a page an article; the
introduction of a section front has fewer."""

SHORT_ARTICLE = 150
"""An article for subscribers that has fewer words on the page is taken for its beginning."""

MISSING_SHARE = 0.5
"""Prose left out is named from this share of the words taken; below it are notes and appeals."""

FEWEST_MISSING = 60
"""Fewest words of prose left out that are named."""

LONGEST_PAGE_LINKS = 200
"""Most characters of a line of links to pages."""

STATED_SHARE = 0.4
FEWEST_STATED = 200
"""An article of ``FEWEST_STATED`` words or more, by the page's own data, is incomplete below this
share of them; sites count captions, lists of sources and short texts in different ways."""

_BEGINNING = "The page holds only the beginning of the article"
FOR_SUBSCRIBERS = (
    f"{_BEGINNING}; the rest is for subscribers: to analyse all of it, paste the whole text."
)
BREAKS_OFF = (
    f"{_BEGINNING}, which breaks off in the middle: to analyse all of it, paste the whole text."
)
GOES_ON = (
    f"{_BEGINNING}; it goes on at another address, which was not read: to analyse all of it, paste "
    "the whole text."
)

LOADS_MORE = (
    f"{_BEGINNING}; a button on it loads the rest: to analyse all of it, press it there and paste "
    "the whole text."
)

_ELLIPSIS = re.compile(
    r"(?:…|\.\.\.|\. \. \.)\W*(?:(?:read|show|see) more|more|continue(?: reading)?)?\W*$", re.I
)
_NEXT = re.compile(
    r"(?i)\W*(?:(?:go |on )?to )?(?:next page|page (?:2|two)|next part|part (?:2|two)"
    r"|continued? (?:on|to|at) (?:the )?(?:next )?page(?: \d+)?|continued on .{1,30}"
    r"|(?:read|continue) .{0,30}(?:on|to) page \d+)\W*"
)
_FIRST_OF = re.compile(r"(?i)^.{0,40}\bpage 1 ?(?:of|/) ?(?:[2-9]|\d\d)\b.{0,40}$")
_CONTINUE = re.compile(
    r"(?i)\W*(?:continue(?: reading)?|keep reading|(?:full|whole) (?:story|article)\b.{0,30}"
    r"|read (?:on|more|it all|more here|in full|more (?:at|on) .{1,40}|full\b.{0,40}"
    r"|the (?:full|whole|rest|complete|entire)\b.{0,40}))\W*"
)
_LOADS = re.compile(
    r"(?i)\W*(?:continue reading|keep reading|(?:read|show|load|view) (?:the )?"
    r"(?:full|whole|rest of the|entire|complete) (?:story|article|text))\W*"
)
_FOLDS = frozenset(
    {"hidden", "hide", "more", "readmore", "collapse", "collapsed", "expand", "expandable", "fold",
     "folded", "truncated", "rest", "details", "accordion"}
)  # fmt: skip
_PAGES = frozenset({"pagination", "pager", "pages", "pagenav", "paging", "pagelinks", "paginator"})
_PAGE_PAIRS = frozenset({("page", "links"), ("page", "numbers"), ("page", "nav"), ("post", "page")})
_PAGED = re.compile(
    r"(?i)(?:[?&](?:page|p|pg|seite|pagenum)=0*2\b|/(?:page/)?2/?(?:[?#]|$)|[-_]p?2\.\w{3,5}$)"
)


def is_list_of_links(
    blocks: Sequence[Block], headline: int | None, announced: set[int], described: Described
) -> bool:
    """Whether a page is a list of links to articles: linked titles, with short teasers at most.

    ``announced`` are the blocks of cards; what stands between their titles is a teaser too if it is
    short.
    """
    if described.body:
        return False
    titles = own = 0
    run: list[int] | None = None
    for number, block in enumerate(blocks):
        words = len(block.text.split())
        if number != headline and leads_to_another(block):
            titles += 1
            if number in announced:
                own += sum(run or ()) if sum(run or ()) > LONGEST_CARD else 0
                run = []
        elif number == headline or block.level == 1:
            own += sum(run or ())
            run = None
        elif number in announced or not is_prose(block) or is_around_the_article(block.text):
            continue
        elif run is None:
            own += words
        else:
            run.append(words)
    own += sum(run or ()) if sum(run or ()) > LONGEST_CARD else 0
    fewest = FEWEST_LINKS if own else FEWEST_LINKS - 1
    return titles >= fewest and own < FEWEST_OWN_WORDS


def goes_on_elsewhere(tree: Element) -> bool:
    """Whether links of a page lead to a second page of the same article."""
    for link in tree.iter("a"):
        target = link.get("href") or ""
        if not target or target.startswith("#"):
            continue
        text = text_of(link, 80)
        if _NEXT.fullmatch(text) and _stands_alone(link):
            return True
        parent = link.getparent()
        if parent is not None and _FIRST_OF.search(text_of(parent, LONGEST_PAGE_LINKS)):
            return True
        if "next" in (link.get("rel") or "").lower().split() and _PAGED.search(target):
            return True
        in_pages = any(
            _is_paging(name_words(ancestor))
            for ancestor in [link, *islice(link.iterancestors(), 4)]
        )
        of_comments = any(
            "comments" in name_words(ancestor) for ancestor in islice(link.iterancestors(), 8)
        )
        if in_pages and not of_comments and text.strip() == "2" and _PAGED.search(target):
            return True
    return False


def loads_more(tree: Element) -> bool:
    """Whether a button such as “Continue reading” fetches the rest of an article that the page does
    not hold: nothing on the page is folded."""
    asks = any(
        _LOADS.fullmatch(text_of(control, 60)) is not None
        for control in tree.iter("button", "a")
        if control.tag == "button" or (control.get("href") or "#").startswith(("#", "javascript:"))
    )
    return asks and not any(_may_be_folded(element) for element in tree.iter("div", "section", "p"))


def _may_be_folded(element: Element) -> bool:
    style = (element.get("style") or "").lower()
    return (
        element.get("hidden") is not None
        or "height" in style
        or "display" in style
        or not _FOLDS.isdisjoint(name_words(element))
    )


def _is_paging(words: Sequence[str]) -> bool:
    return not _PAGES.isdisjoint(words) or any(pair in _PAGE_PAIRS for pair in pairwise(words))


def _stands_alone(link: Element) -> bool:
    """Whether a line is mostly links, not a sentence that speaks of “page 2”."""
    parent = link.getparent()
    if parent is None:
        return True
    line = text_of(parent, LONGEST_PAGE_LINKS)
    linked = sum(len(text_of(other, LONGEST_PAGE_LINKS)) for other in parent.findall("a"))
    return len(line) < LONGEST_PAGE_LINKS and 2 * linked >= len(line)


def continues_by_a_link(blocks: Sequence[Block], last: int) -> bool:
    """Whether a link such as “Continue reading” comes right after block ``last``."""
    return any(
        block.linked >= MOSTLY_LINKED and _CONTINUE.fullmatch(block.text) is not None
        for block in blocks[last : last + 3]
    )


def notices(
    blocks: Sequence[Block],
    chosen: Sequence[int],
    announced: set[int],
    described: Described,
    *,
    walled: bool,
    paged: bool,
    loading: bool,
) -> tuple[str, ...]:
    """Return what a reader should know of how complete the text is, one sentence each.

    ``chosen`` are the numbers of the blocks that were taken, ``announced`` of those on cards that
    announce other articles, ``walled`` says that a subscription
    offer stood on the page, ``paged`` that it has a second page, ``loading``
    that a button loads the rest.
    """
    taken = sum(len(blocks[number].text.split()) for number in chosen)
    text = [number for number in chosen if blocks[number].kind in ("paragraph", "item")]
    last = text[-1] if text else None
    breaks_off = last is not None and _ELLIPSIS.search(blocks[last].text) is not None
    short = taken < SHORT_ARTICLE or 10 * taken < 6 * described.words
    if (walled and (short or breaks_off)) or (
        not described.free and (walled or short or breaks_off)
    ):
        return (FOR_SUBSCRIBERS,)
    if paged or (last is not None and continues_by_a_link(blocks, last)):
        return (GOES_ON,)
    if loading:
        return (LOADS_MORE,)
    if breaks_off:
        return (BREAKS_OFF,)
    if taken < STATED_SHARE * described.words and described.words >= FEWEST_STATED:
        return (
            f"The page says that its article has {described.words:,} words, and {taken:,} of them "
            "were found: compare the text with the page.",
        )
    known = {*chosen, *announced}
    left = [
        len(block.text.split())
        for number, block in enumerate(blocks)
        if number not in known and is_prose(block) and not is_around_the_article(block.text)
    ]
    missing = sum(left)
    if missing >= FEWEST_MISSING and missing >= MISSING_SHARE * taken:
        return (
            f"The page shows about {missing:,} more words, which were not taken for part of the "
            "article: compare the text with the page.",
        )
    return ()
