"""Leave out the heads and feet of the pages of an export.

What closes or opens an article may stand at the same edge of every page ("End of Document"), so
``analysis.reading.documents.pdf.layout.headers_footers``, which leaves out whatever repeats, is of
no use here.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from itertools import takewhile

from analysis.corpus.reading.exports.layouts.furniture import is_furniture
from analysis.corpus.reading.exports.layouts.standing import is_mark
from analysis.reading.documents.pdf.layout.columns import Line
from analysis.reading.documents.pdf.layout.headers_footers import PAGE_NUMBER_DISTANCE

HEAD_ROWS = 4
"""Most rows of a page's head: a page number, and a title of three lines."""

REPEATED_SHARE = 0.8
"""Smallest share of the pages on whose edge a line stands that is a running head or foot."""

_PAGE = re.compile(r"Page \d{1,5} of \d{1,5}\b.{0,80}")
_NUMBER = re.compile(r"[-–—\s]*\d{1,5}[-–—\s]*")
_DIGITS = re.compile(r"\d+")
_LAST = re.compile(r"AN\b|Load-Date")
"""What the last lines of an article begin with, besides marks."""

Row = list[Line]


def without_heads_and_feet(pages: Sequence[list[Row]]) -> list[list[Row]]:
    """Return the rows of each page without page numbers, what the database puts on every page, and
    the title of the article where a page's head repeats it."""
    heads = [_titles(page) for page in pages]
    edges = Counter(
        _DIGITS.sub("#", _text(row)) for page in pages for row in (page[:1] + page[1:][-1:])
    )
    counts = _counts(pages)
    needed = max(3, REPEATED_SHARE * len(pages))
    kept = []
    for number, page in enumerate(pages):
        beside = [*heads[max(number - 1, 0) : number], *heads[number + 1 : number + 2]]
        repeated = max((_common(heads[number], one) for one in beside), default=0)
        rows = []
        for place, row in enumerate(page):
            text = _text(row)
            outer = place in (0, len(page) - 1)
            if is_furniture(text) or (
                outer and _is_number(page, place) and _value(text) - number in counts
            ):
                continue
            if repeated and not _PAGE.fullmatch(text):
                repeated -= 1
                continue
            same = edges[_DIGITS.sub("#", text)] if any(map(str.isalpha, text)) else 0
            if outer and same >= needed and not (is_mark(text) or _LAST.match(text)):
                continue
            rows.append(row)
        kept.append(rows)
    return kept


def _counts(pages: Sequence[list[Row]]) -> set[int]:
    """Return by how much the numbers at the edges of at least half of the pages are more than the
    pages' own, from 0."""
    found = Counter(
        _value(text) - number
        for number, page in enumerate(pages)
        for text in {_text(row) for row in page[:1] + page[1:][-1:]}
        if _NUMBER.fullmatch(text)
    )
    return {more for more, count in found.items() if count >= len(pages) / 2}


def _value(text: str) -> int:
    return int("".join(filter(str.isdecimal, text)))


def _is_number(page: Sequence[Row], place: int) -> bool:
    """Whether the outermost row of a page is its number, apart from the text; the last word of a
    title may be a number as well."""
    if not _NUMBER.fullmatch(_text(page[place])):
        return False
    inward = page[1:2] if place == 0 else page[place - 1 : place]
    size = page[place][0].size
    return not inward or abs(inward[0][0].y - page[place][0].y) > PAGE_NUMBER_DISTANCE * size


def _titles(page: Sequence[Row]) -> list[str]:
    """Return the rows in the head of a page that may be the title: those beside its number."""
    texts = [_text(row) for row in page[:HEAD_ROWS]]
    numbered = any(_PAGE.fullmatch(text) for text in texts[:2])
    return [text for text in texts if not _PAGE.fullmatch(text)] if numbered else []


def _common(one: Sequence[str], other: Sequence[str]) -> int:
    """Return with how many equal texts both begin."""
    pairs = zip(one, other, strict=False)
    return sum(1 for _ in takewhile(lambda pair: pair[0] == pair[1], pairs))


def _text(row: Row) -> str:
    return " ".join(run.text for run in row)
