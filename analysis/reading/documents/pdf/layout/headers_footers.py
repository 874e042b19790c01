"""Find the headers, footers and page numbers of a document, and leave them out."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Sequence

from analysis.reading.documents.pdf.layout.columns import Line

EDGE_LINES = 2
"""Lines at the top and at the bottom of a page that can be headers and footers."""

MAX_HEADER_WORDS = 12
"""Most words of a header or footer that is recognised by its page number alone."""

PAGE_NUMBER_DISTANCE = 1.6
"""Smallest distance between a page number and the text, relative to the font size; lines of text
are 1.1 to 1.5 apart."""

_NUMBER = re.compile(
    r"(?i)[\W_]*(?:page|p\.?|seite)?[\W_]*(?:\d{1,4}|[ivxl]{1,6})(?:\s*(?:of|/|von|–|-)\s*\d{1,4})?[\W_]*"
)
_END_NUMBERS = re.compile(r"^(\d{1,4})\b|\b(\d{1,4})$")
_DIGITS = re.compile(r"\d+")

# What browsers print on each page: date, time and title above, address and page number below.
_PRINTED_HEAD = re.compile(r"\d{1,4}[./-]\d{1,2}[./-]\d{2,4},? \d{1,2}[:.]\d\d(?: ?[AP]M)?\b")
_PRINTED_FOOT = re.compile(r"(?:https?|file)://\S+(?: \d+/\d+)?$|about:blank \d+/\d+$")


def without_headers_and_footers(pages: Sequence[Sequence[Line]]) -> list[list[Line]]:
    """Return the pages' runs without headers and footers.

    A line among the first or last two of a page is a header or footer if it is a page number apart
    from the text, if a browser printed it, if it begins or ends with a number that goes up by one a
    page, or if the same line (except for numbers) is there on at least two pages in five. Left and
    right pages can differ, so the same line may be on every other page only.
    """
    seen: Counter[tuple[bool, str]] = Counter()
    zones = [_edge_rows(page) for page in pages]
    for zone in zones:
        seen.update({(top, _pattern(row)) for top, rows in zone.items() for row in rows})
    needed = max(2, 0.4 * len(pages))
    counted = _numbered_rows(zones)
    kept = []
    for page, zone in zip(pages, zones, strict=True):
        dropped: set[int] = set()
        for top, rows in zone.items():
            for place, row in enumerate(rows):
                number = place == 0 and (id(row[0]) in counted or _is_number(row, rows[1:2]))
                # Rows are read from the edge of the page; the first row of the text ends the
                # search.
                if not (number or _is_printed(row, top) or seen[top, _pattern(row)] >= needed):
                    break
                dropped.update(map(id, row))
        kept.append([run for run in page if id(run) not in dropped])
    return kept


def _numbered_rows(zones: Sequence[dict[bool, list[list[Line]]]]) -> set[int]:
    """Return ids of the first runs of outermost rows whose number goes up by one a page."""
    found: dict[tuple[bool, int], list[int]] = defaultdict(list)
    for page, zone in enumerate(zones):
        for top, rows in zone.items():
            text = _text(rows[0]) if rows else ""
            numbers = _END_NUMBERS.findall(text) if len(text.split()) <= MAX_HEADER_WORDS else []
            for number in {int(digits) for pair in numbers for digits in pair if digits}:
                found[top, number - page].append(id(rows[0][0]))
    needed = max(2, len(zones) / 2)
    return {one for rows in found.values() if len(rows) >= needed for one in rows}


def _edge_rows(page: Sequence[Line]) -> dict[bool, list[list[Line]]]:
    """Return the rows nearest to the top (True) and the bottom (False) of a page, outermost
    first."""
    rows: list[list[Line]] = []
    for run in sorted(page, key=lambda one: -one.y):
        if rows and abs(rows[-1][0].y - run.y) < 0.5 * run.size:
            rows[-1].append(run)
        else:
            rows.append([run])
    return {True: rows[:EDGE_LINES], False: rows[::-1][:EDGE_LINES]}


def _text(row: Sequence[Line]) -> str:
    return " ".join(run.text for run in sorted(row, key=lambda one: one.x0))


def _pattern(row: Sequence[Line]) -> str:
    return _DIGITS.sub("#", _text(row)).lower()


def _is_printed(row: Sequence[Line], top: bool) -> bool:
    text = _text(row)
    return (_PRINTED_HEAD.match(text) if top else _PRINTED_FOOT.search(text)) is not None


def _is_number(row: Sequence[Line], inward: Sequence[Sequence[Line]]) -> bool:
    """Whether the outermost row is a page number: a number more than a line away from the next row.

    At a smaller distance it can be the end of a sentence, such as “2026.” on the last line.
    """
    if not _NUMBER.fullmatch(_text(row)):
        return False
    return not inward or abs(row[0].y - inward[0][0].y) > PAGE_NUMBER_DISTANCE * inward[0][0].size
