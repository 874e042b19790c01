"""The older layout of LexisNexis: "1 of 25 DOCUMENTS", then labels in capital letters.

1 of 25 DOCUMENTS / outlet / date / edition / Title / BYLINE: … / SECTION: … / LENGTH: … /
paragraphs / GRAPHIC: … / LOAD-DATE: … / LANGUAGE: … / PUBLICATION-TYPE: … / Copyright …
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from itertools import pairwise

from analysis.corpus.reading.exports.layouts.fields import (
    Dates,
    author_of,
    field,
    is_date,
    is_rights,
    section_of,
    title_of,
)  # fmt: skip
from analysis.corpus.reading.exports.layouts.record import Export, piece
from analysis.corpus.reading.exports.lines import Line, body_of
from analysis.corpus.reading.record import Found, Unreadable

_MARK = re.compile(r"(?:Document )?(\d[\d,]{0,6}) of (\d[\d,]{0,6})(?: DOCUMENTS?)?")
_MARK_WORD = re.compile(r"DOCUMENTS?$|^Document ")
_HEAD = re.compile(
    r"(?P<name>HEADLINE|BYLINE|SECTION|LENGTH|DATELINE|HIGHLIGHT|SERIES|TYPE|DISTRIBUTION|COLUMN|"
    r"ABSTRACT|BODY)\s*:\s*(?P<value>.*)",
    re.S,
)
_TAIL = re.compile(
    r"(?P<name>GRAPHICS?|LOAD-DATE|LANGUAGE|PUBLICATION-TYPE|DOCUMENT-TYPE|JOURNAL-CODE|SUBJECT|"
    r"ORGANIZATION|PERSON|CITY|STATE|COUNTRY|COMPANY|TICKER|INDUSTRY|GEOGRAPHIC|ACC-NO|URL|NOTES|"
    r"CORRECTION-DATE|PUB-TYPE|ENHANCEMENT)\s*:\s*(?P<value>.*)",
    re.S,
)
# Labels that every document ends with; one of the others alone may be the body's own.
_SURE = {"LOAD-DATE", "LANGUAGE", "PUBLICATION-TYPE", "DOCUMENT-TYPE", "PUB-TYPE", "JOURNAL-CODE"}
# How many further paragraphs may stand below a label.
_FURTHER = {"GRAPHIC": 10, "GRAPHICS": 10, "NOTES": 3}
# Labels below which sentences stand; below the others are terms: "PORTS (90%); MAYORS (78%)".
_PROSE = {*_FURTHER, "CORRECTION-DATE", "ENHANCEMENT"}
_WORDS = re.compile(r"\b[a-z]+(?: [a-z]+){2}\b")
_EDITION = re.compile(
    r"(?=.{1,60}$).*\b(?:edition|final|late|early|ed\.|correction appended|zone|web)\b.*", re.I
)


def marks(lines: Iterable[Line]) -> int:
    """Return how many articles these lines seem to begin in this layout."""
    return sum(_mark(line.text) is not None for line in lines)


def split(lines: Sequence[Line], dates: Dates) -> Export:
    """Return the articles on the lines of an export, in their order."""
    starts: list[int] = []
    claimed, first, last, total = 0, 1, 0, 0
    for here, line in enumerate(lines):
        mark = _mark(line.text)
        if mark is None:
            continue
        number, of = mark
        # A mark that does not go on with the count is quoted in a text. After the last document
        # the count may begin again: several exports saved in one file.
        begins = not starts or (number == 1 and last == total and _has_head(lines[here + 1 :][:8]))
        if not begins and not (of == total and number > last):
            continue
        if begins:
            claimed += _claim(first, last, total)
            first = number
        last, total = number, of
        starts.append(here)
    claimed += _claim(first, last, total)
    pieces = [
        _article(lines[start + 1 : end], f"article {number}", dates)
        for number, (start, end) in enumerate(pairwise([*starts, len(lines)]), 1)
    ]
    return Export("a LexisNexis export", claimed or None, pieces, dates.unclear)


def _claim(first: int, last: int, total: int) -> int:
    """Return how many documents a count from ``first`` to ``last`` of ``total`` says there are:
    all, or a part of a search that was exported in parts."""
    return total if first == 1 else last - first + 1


def _has_head(lines: Sequence[Line]) -> bool:
    return any(
        is_date(line.text) or is_rights(line.text) or _HEAD.fullmatch(line.text) for line in lines
    )


def _mark(text: str) -> tuple[int, int] | None:
    found = _MARK.fullmatch(text) if _MARK_WORD.search(text) else None
    if found is None:
        return None
    number, of = (int(one.replace(",", "")) for one in found.groups())
    return (number, of) if 0 < number <= of else None


def _article(part: Sequence[Line], place: str, dates: Dates) -> Found | Unreadable:
    first = next((n for n, line in enumerate(part) if _HEAD.fullmatch(line.text)), None)
    tail = _tail(part, first or 0)
    if first is None or first > tail:
        # No labels: outlet, date and one line of title.
        dated = next((n for n, line in enumerate(part[:6]) if is_date(line.text)), 0)
        first = min(dated + 2, tail)
    about = [Line(row) for line in part[:first] for row in line.text.split("\n") if row.strip()]
    labels: dict[str, str] = {}
    start = first
    while start < tail and (label := _HEAD.fullmatch(part[start].text)):
        labels.setdefault(label["name"], label["value"].strip())
        start += 1
        if label["name"] in ("BODY", "ABSTRACT") and label["value"].strip():
            start -= 1
            break
    text_lines = list(part[start:tail])
    if text_lines and (label := _HEAD.fullmatch(text_lines[0].text)):
        text_lines[0] = Line(label["value"].strip())
    ends = [label for line in part[tail:] if (label := _TAIL.fullmatch(line.text))]
    last = {label["name"]: label["value"].strip() for label in reversed(ends)}
    title, outlet, date = _about(about, dates)
    title = field(labels.get("HEADLINE", "")) or title
    text = body_of(text_lines)
    return piece(
        text,
        place,
        id=field(last.get("ACC-NO", "")),
        outlet=outlet,
        author=author_of(labels.get("BYLINE", "")),
        section=section_of(labels.get("SECTION", "")),
        date=date,
        title=title,
        url=field(last.get("URL", "")),
    )


def _about(lines: Sequence[Line], dates: Dates) -> tuple[str, str, str]:
    """Return title, outlet and date from the lines above the labels."""
    named = [line for line in lines if not is_rights(line.text)]
    outlet = field(named[0].text) if named else ""
    rest = named[1:]
    # The outlet can have a second line, as a city.
    dated = next((n for n, line in enumerate(rest[:3]) if is_date(line.text)), None)
    if dated is None:
        return title_of(rest), outlet, ""
    date = dates.read(rest[dated].text)
    rest = rest[dated + 1 :]
    while len(rest) > 1 and _EDITION.fullmatch(rest[0].text):
        rest = rest[1:]
    return title_of(rest), outlet, date


def _tail(part: Sequence[Line], after: int) -> int:
    """Return where the labels after the body begin."""
    labels = {n: _TAIL.fullmatch(part[n].text) for n in range(after, len(part))}
    found = {
        n: label["name"]
        for n, label in labels.items()
        if label and (label["name"] in _PROSE or not _is_prose(label["value"]))
    }
    sure = [n for n, name in found.items() if name in _SURE]
    if sure:
        # Back from the first that every document has, over the others that stand before it.
        end = sure[0]
        while before := [n for n in found if end - _FURTHER.get(found[n], 0) <= n + 1 <= end]:
            end = before[0]
    else:
        end = len(part)
    while end > after and is_rights(part[end - 1].text):
        end -= 1
    return end


def _is_prose(value: str) -> bool:
    """Whether what follows a word and a colon is a sentence of the text."""
    value = value.strip()
    ends = value.endswith((".", "!", "?")) and not any(one in value for one in "%()")
    return ends and _WORDS.search(value) is not None
