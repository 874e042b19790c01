"""Running heads, feet and page numbers of a document: found by what they do, and left out."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Sequence

from analysis.reading.documents.pdf.columns import Line

ZONE = 2
"""Lines at the top and at the bottom of a page that may be heads and feet."""

HEAD_WORDS = 12
"""Most words of a running head that is known by its page number alone."""

APART = 1.6
"""Distance between a page number and the text, in parts of the text's size; lines of one text are
1.1 to 1.5 apart."""

_NUMBER = re.compile(
    r"(?i)[\W_]*(?:page|p\.?|seite)?[\W_]*(?:\d{1,4}|[ivxl]{1,6})(?:\s*(?:of|/|von|–|-)\s*\d{1,4})?[\W_]*"
)
_END_NUMBERS = re.compile(r"^(\d{1,4})\b|\b(\d{1,4})$")
_DIGITS = re.compile(r"\d+")

# What browsers print above and below: date and time with the title, address with page number.
_PRINTED_HEAD = re.compile(r"\d{1,4}[./-]\d{1,2}[./-]\d{2,4},? \d{1,2}[:.]\d\d(?: ?[AP]M)?\b")
_PRINTED_FOOT = re.compile(r"(?:https?|file)://\S+(?: \d+/\d+)?$|about:blank \d+/\d+$")


def without_margins(pages: Sequence[Sequence[Line]]) -> list[list[Line]]:
    """Return the pages' runs without their heads and feet.

    A line among the first or last two of a page is one where it is a page number apart from the
    text, where the browser printed it, where it begins or ends with a number that counts the pages,
    or where the same line, numbers aside, stands there on another page too: on every page or every
    other one (left and right pages differ), at least on two in five.
    """
    seen: Counter[tuple[bool, str]] = Counter()
    zones = [_zones(page) for page in pages]
    for zone in zones:
        seen.update({(top, _form(row)) for top, rows in zone.items() for row in rows})
    needed = max(2, 0.4 * len(pages))
    counted = _counted(zones)
    kept = []
    for page, zone in zip(pages, zones, strict=True):
        dropped: set[int] = set()
        for top, rows in zone.items():
            for place, row in enumerate(rows):
                number = place == 0 and (id(row[0]) in counted or _is_number(row, rows[1:2]))
                # Reading from the page's edge, the first line that belongs to the text ends it.
                if not (number or _is_printed(row, top) or seen[top, _form(row)] >= needed):
                    break
                dropped.update(map(id, row))
        kept.append([run for run in page if id(run) not in dropped])
    return kept


def _counted(zones: Sequence[dict[bool, list[list[Line]]]]) -> set[int]:
    """The outermost rows (the ids of their first runs) with a number that goes up by the page."""
    found: dict[tuple[bool, int], list[int]] = defaultdict(list)
    for page, zone in enumerate(zones):
        for top, rows in zone.items():
            text = _text(rows[0]) if rows else ""
            numbers = _END_NUMBERS.findall(text) if len(text.split()) <= HEAD_WORDS else []
            for number in {int(digits) for pair in numbers for digits in pair if digits}:
                found[top, number - page].append(id(rows[0][0]))
    needed = max(2, len(zones) / 2)
    return {one for rows in found.values() if len(rows) >= needed for one in rows}


def _zones(page: Sequence[Line]) -> dict[bool, list[list[Line]]]:
    """The rows nearest to the top (True) and the bottom (False), outermost first."""
    rows: list[list[Line]] = []
    for run in sorted(page, key=lambda one: -one.y):
        if rows and abs(rows[-1][0].y - run.y) < 0.5 * run.size:
            rows[-1].append(run)
        else:
            rows.append([run])
    return {True: rows[:ZONE], False: rows[::-1][:ZONE]}


def _text(row: Sequence[Line]) -> str:
    return " ".join(run.text for run in sorted(row, key=lambda one: one.x0))


def _form(row: Sequence[Line]) -> str:
    return _DIGITS.sub("#", _text(row)).lower()


def _is_printed(row: Sequence[Line], top: bool) -> bool:
    text = _text(row)
    return (_PRINTED_HEAD.match(text) if top else _PRINTED_FOOT.search(text)) is not None


def _is_number(row: Sequence[Line], inward: Sequence[Sequence[Line]]) -> bool:
    """Whether the outermost row is a page number, the next one being further than a line away.

    Without that distance it is the end of a sentence: a last line may be “2026.”
    """
    if not _NUMBER.fullmatch(_text(row)):
        return False
    return not inward or abs(row[0].y - inward[0][0].y) > APART * inward[0][0].size
