"""Read articles from web pages: what the page shows of its article, and whether that is all."""

from __future__ import annotations

import re
from collections.abc import Sequence
from copy import deepcopy
from dataclasses import replace
from typing import Any

from analysis.errors import CannotRead
from analysis.reading.articles import Article
from analysis.reading.documents.html.choosing.cards import cards
from analysis.reading.documents.html.choosing.furniture import drop_furniture
from analysis.reading.documents.html.choosing.headline import headline_of, says_the_same
from analysis.reading.documents.html.choosing.lines import is_around_the_article, without_credit
from analysis.reading.documents.html.choosing.repetitions import without_repetitions
from analysis.reading.documents.html.choosing.selection import before_comments, select
from analysis.reading.documents.html.choosing.walls import drop_walls
from analysis.reading.documents.html.completeness import (
    goes_on_elsewhere,
    is_list_of_links,
    loads_more,
    notices,
)
from analysis.reading.documents.html.decoding import decode_html
from analysis.reading.documents.html.page.blocks import Block, blocks_of, plain_block
from analysis.reading.documents.html.page.elements import words_of
from analysis.reading.documents.html.page.inline import write_out_inline
from analysis.reading.documents.html.page.visible import drop_unseen
from analysis.reading.documents.html.structured import Described, described, paragraphs
from analysis.reading.limits import require_words
from analysis.text.characters import without_controls

LONGER_BODY = 1.3
"""How much longer the text in a page's JSON-LD must be than what the page shows to take its place;
a little longer it is by captions and notes."""

LAYOUT_QUOTATION = 0.9
"""Share of an article's words in block quotations from which these are taken for a layout."""


def read_html(data: bytes, charset: str | None = None, url: str | None = None) -> Article:
    """Read an article from a web page.

    ``charset`` is the encoding the web server declared, ``url`` the page's address; both may be
    None. The text begins with the headline, if the page shows one, and has one blank line between
    paragraphs. Readers' comments, menus, captions, struck and hidden text are left out; ``quoted``
    are its block quotations, embedded posts and ``<q>``; ``notices`` say if the page holds only a
    part of the article. Raises CannotRead if the page is a list of links, holds no article or
    cannot be parsed, or TextTooLong.
    """
    page = decode_html(data, charset)
    try:
        article = _read(page, url)
    except (MemoryError, CannotRead):
        raise
    except Exception:  # lxml and trafilatura raise many kinds of errors on broken pages
        raise CannotRead(
            "The file", "is a web page that cannot be taken apart", "paste the article's text"
        ) from None
    if article is None:
        _require_memory(page)
        raise CannotRead(
            "The file",
            "is a web page in which no article was found",
            "open it in a browser and paste the article's text",
        )
    require_words(article.text)
    return article


def _read(page: str, url: str | None) -> Article | None:
    """Return the page's article, or None if there is none."""
    import trafilatura

    tree = trafilatura.load_html(page)
    if tree is None:
        return None
    about: Any = trafilatura.extract_metadata(
        deepcopy(tree),
        default_url=url,
        # If the page gives no date, the extensive search takes a year from the story.
        date_config={"original_date": True, "extensive_search": False},
        extensive=False,
    )
    said = described(tree)
    page_title = " ".join((tree.findtext(".//title") or "").split())
    paged, loading = goes_on_elsewhere(tree), loads_more(tree)
    drop_unseen(tree)
    write_out_inline(tree)
    walled = drop_walls(tree)
    drop_furniture(tree)
    blocks = without_repetitions(before_comments(blocks_of(tree, url)))
    titles = [title for title in (said.headline, _field(about.title), page_title) if title]
    headline = headline_of(blocks, titles)
    boxed, between = cards(blocks, headline)
    announced = boxed | between
    if is_list_of_links(blocks, headline, announced, said):
        raise CannotRead(
            "The file",
            "is a web page with a list of links to articles, not an article",
            "open one of them and give its address, or paste its text",
        )
    voted = trafilatura.bare_extraction(tree, url=url, include_comments=False)
    chosen = select(blocks, _text_of(voted), headline, announced)
    gaps: tuple[str, ...] = ()
    body = _fuller_body(blocks, chosen, headline, said)
    if body:
        taken = body
    elif chosen:
        taken = [blocks[number] for number in chosen]
        gaps = notices(blocks, chosen, boxed, said, walled=walled, paged=paged, loading=loading)
    else:
        lines = [line for line in _text_of(voted).splitlines() if not is_around_the_article(line)]
        taken = [plain_block(line) for line in lines]
    title = _field(about.title)
    if headline is not None:
        first = replace(blocks[headline], quotation=None)
        if blocks[headline].quotation is not None:
            first = replace(first, quotes=())
        rest = _without_headline(taken, [first.text, *titles])
        taken = [first, *rest] if rest else []
        title = _field(first.text)
    text, quoted = _composed(taken)
    if not any(map(str.isalpha, text)):
        return None
    return Article(
        text, title, _field(about.author), _field(about.date), _field(about.url) or url, "html",
        quoted, gaps,
    )  # fmt: skip


def _text_of(found: Any) -> str:
    return (found.text or "") if found else ""


def _fuller_body(
    blocks: Sequence[Block], chosen: Sequence[int], headline: int | None, said: Described
) -> list[Block]:
    """Return the article as the page's JSON-LD has it, if the page shows much less of it: pages
    that build themselves in the browser show nothing. An article for subscribers stays as shown."""
    shown = sum(len(blocks[number].text.split()) for number in chosen)
    if not said.body or not said.free or len(said.body.split()) <= LONGER_BODY * shown:
        return []
    if headline is not None and said.headline:
        same = says_the_same(blocks[headline].text, words_of(said.headline))
        if not same and not _holds(said.body, [blocks[number].text for number in chosen]):
            return []  # of another article
    if not re.search(r"</?(?:p|br|div|h[1-6]|li)\b", said.body[:100_000], re.I):
        return [plain_block(paragraph) for paragraph in paragraphs(said.body)]
    from lxml import html  # type: ignore[import-untyped]

    tree = html.fromstring(f"<div>{said.body}</div>")
    drop_unseen(tree)
    write_out_inline(tree)
    return blocks_of(tree)


def _holds(body: str, texts: Sequence[str]) -> bool:
    """Whether half of some texts, by their length, stand in a body word for word."""
    whole = " ".join(words_of(body))
    lines = [" ".join(words_of(text)) for text in texts]
    return 2 * sum(len(line) for line in lines if line in whole) >= sum(map(len, lines))


def _without_headline(blocks: Sequence[Block], titles: Sequence[str]) -> list[Block]:
    """Return ``blocks`` without those that say the headline again."""
    again = [words_of(title) for title in titles]
    return [
        block for number, block in enumerate(blocks)
        if words_of(block.text) not in again or (number > 3 and block.kind != "heading")
    ]  # fmt: skip


def _composed(blocks: Sequence[Block]) -> tuple[str, tuple[tuple[int, int], ...]]:
    """Return the text of blocks and the passages in it that are quoted: a blank line between
    paragraphs, none between items of a list and rows of a table."""
    is_layout = _is_layout(blocks)
    text = ""
    pieces: list[str] = []
    quoted: list[tuple[int, int]] = []
    at = 0
    previous = None
    for block in blocks:
        content, shift = without_controls(block.text).strip(), 0
        if block.kind == "caption":
            content = without_credit(content)
        if not content:
            continue
        if previous is not None:
            dense = block.kind == previous and previous in ("item", "row")
            pieces.append("\n" if dense else "\n\n")
            at += len(pieces[-1])
        if block.kind == "item":
            pieces.append("- ")
            shift = 2
        for start, end in () if is_layout and block.quotation is not None else block.quotes:
            if start < min(end, len(content)):
                quoted.append((at + shift + start, at + shift + min(end, len(content))))
        pieces.append(content)
        at += shift + len(content)
        previous = block.kind
    text = "".join(pieces)
    return text, tuple(quoted)


def _is_layout(blocks: Sequence[Block]) -> bool:
    """Whether block quotations hold nearly all of an article, as on old pages, which indented
    their text by them."""
    words = [(len(block.text.split()), block.quotation is not None) for block in blocks]
    inside = sum(count for count, is_inside in words if is_inside)
    return len(blocks) > 2 and inside > LAYOUT_QUOTATION * sum(count for count, _ in words)


def _require_memory(page: str) -> None:
    """Raise MemoryError if parsing the page runs out of memory; trafilatura reports that as a page
    without an article."""
    from lxml import etree, html

    try:
        html.fromstring(page)
    except etree.ParseError as error:
        if error.code == etree.ErrorTypes.ERR_NO_MEMORY:
            raise MemoryError from None
    except (etree.LxmlError, ValueError):  # broken, but not for lack of memory
        return


def _field(value: object) -> str | None:
    text = " ".join(without_controls(value).split()) if isinstance(value, str) else ""
    return text or None
