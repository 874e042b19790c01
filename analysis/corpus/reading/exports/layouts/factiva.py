"""Factiva's layout without tags: title, byline, "812 words", date, outlet, … "Document …".

    section / Title / By Jane Doe / 812 words / 3 March 2020 / 10:15 / outlet / CODE / edition /
    page / English / Copyright … / paragraphs / Document CODE000020200303eg33000ab

The search that the articles come from is described at the end ("Search Summary", "Results Found").
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from analysis.corpus.reading.exports.layouts.fields import (
    Dates,
    author_of,
    field,
    is_date,
    is_rights,
    title_of,
)  # fmt: skip
from analysis.corpus.reading.exports.layouts.record import Export, piece
from analysis.corpus.reading.exports.lines import Line, body_of
from analysis.corpus.reading.record import Found, Unreadable

DOCUMENT = re.compile(r"Document ([A-Za-z][A-Za-z0-9]{3,11}(?:19|20)\d{6}[a-z0-9]{6,14})")
"""The last line of an article: its accession number, which has the outlet's code (in
small letters until about 2003), filled up with zeros, and the date."""

_WORDS = re.compile(r"\d[\d,. ]* words?", re.I)
_TIME = re.compile(r"\d{1,2}[:.]\d\d(?: ?[ap]m)?(?: [A-Z]{2,5})?", re.I)
_CODE = re.compile(r"[A-Z][A-Z0-9]{1,9}")
LANGUAGE = re.compile(r"English|French|German|Spanish|Italian|Portuguese|Dutch|Swedish|Danish")
"""The line that names the language of an article."""

_RESULTS = re.compile(r"Results Found[\s:|]*(\d[\d,.]{0,12})?")
_BY = re.compile(r"by:? +\S", re.I)
# A name has two to four words in capitals; "Jane Doe and Tom Reed" has two names.
_NAME = r"(?:[A-Z][\w.'’-]*)(?: (?:(?:de|van|von|der|la|bin|al) )?[A-Z][\w.'’-]*){1,3}"
_NAMES = re.compile(rf"{_NAME}(?:(?:, | and | & ){_NAME}){{0,4}}")
_SECTION = re.compile(
    r"(?:(?:World|UK|US|U\.S\.|National|Home|Local|Foreign|International|City|Business|Sports?|"
    r"Political|Main|General|Metro(?:politan)?) )?(?:News|Desk|Business|Sports?|Politics|Opinion|"
    r"Comment|Features?|Metro|World|National|International|Culture|Arts|Letters|Editorials?|"
    r"Travel|Money|Finance|Health|Science|Technology|Style|Review|Front Page|Page One)"
    r"|Section [A-Z0-9]{1,3}|[A-Z]|NEWS|SPORT|FEATURES|BUSINESS|OPINION",
)
_HEAD_LINES = 16


def marks(lines: Iterable[Line]) -> int:
    """Return how many articles these lines seem to end in this layout."""
    return sum(DOCUMENT.fullmatch(line.text) is not None for line in lines)


def split(lines: Sequence[Line], dates: Dates) -> Export:
    """Return the articles on the lines of an export, in their order."""
    pieces: list[Found | Unreadable] = []
    part: list[Line] = []
    for line in lines:
        number = DOCUMENT.fullmatch(line.text)
        if number:
            pieces.append(_article(part, number[1], f"article {len(pieces) + 1}", dates))
            part = []
        else:
            part.append(line)
    return Export("a Factiva export", results_found(lines), pieces, dates.unclear)


def results_found(lines: Sequence[Line]) -> int | None:
    """Return how many results the search had that the last lines describe, None if they do not."""
    for here in range(len(lines) - 1, max(len(lines) - 80, -1), -1):
        found = _RESULTS.fullmatch(lines[here].text)
        after = lines[here + 1].text if here + 1 < len(lines) else ""
        number = (found[1] or after) if found else ""
        if re.fullmatch(r"\d[\d,.]{0,12}", number):
            return int(re.sub(r"\D", "", number))
    return None


def _article(part: Sequence[Line], id: str, place: str, dates: Dates) -> Found | Unreadable:
    rows = [Line(row, line.kind) for line in part[:_HEAD_LINES] for row in line.text.split("\n")]
    rest = list(part[_HEAD_LINES:])
    counted = next((n for n, line in enumerate(rows) if n and _WORDS.fullmatch(line.text)), None)
    dated = next((n for n, line in enumerate(rows) if n and is_date(line.text)), None)
    anchor = counted if counted is not None else dated if dated is not None else min(1, len(rows))
    section, title, author = _named(rows[:anchor])
    here = anchor + (counted is not None)
    date = outlet = ""
    if here < len(rows) and is_date(rows[here].text):
        date = dates.read(rows[here].text)
        here += 1
    if here < len(rows) and _TIME.fullmatch(rows[here].text):
        here += 1
    body = _body(rows, here)
    if here < body:
        outlet = field(rows[here].text)
    text = body_of([*rows[body:], *rest])
    return piece(
        text,
        place,
        id=id,
        outlet=outlet,
        author=author,
        section=section,
        date=date,
        title=title,
    )


def _named(lines: Sequence[Line]) -> tuple[str, str, str]:
    """Return section, title and author from the lines above the number of words."""
    section = author = ""
    if len(lines) > 1 and (_BY.match(lines[-1].text) or _NAMES.fullmatch(lines[-1].text)):
        author = author_of(lines[-1].text)
        lines = lines[:-1]
    if len(lines) > 1 and _SECTION.fullmatch(lines[0].text):
        section = field(lines[0].text)
        lines = lines[1:]
    return section, title_of(lines), author


def _body(rows: Sequence[Line], here: int) -> int:
    """Return where the body begins: below the copyright line, else below the language, else below
    the outlet's code."""
    for known in (is_rights, LANGUAGE.fullmatch, _CODE.fullmatch):
        found = [n for n in range(here + 1, min(here + 8, len(rows))) if known(rows[n].text)]
        if found:
            end = found[0] + 1
            while end < len(rows) and known is is_rights and is_rights(rows[end].text):
                end += 1
            return end
    return min(here + 1, len(rows))
