"""The fields in the heads of exported articles: dates, authors, sections, copyright lines."""

from __future__ import annotations

import re
from collections.abc import Sequence

from analysis.corpus.reading.dates import iso_date, needs_order
from analysis.corpus.reading.exports.lines import Line

MAX_FIELD = 1000
"""Longest title, author or other field in characters; a longer one is no field but prose."""

_WEEKDAY = r"(?:mon|tues|wednes|thurs|fri|satur|sun)day"
_MONTH = (
    r"(?:jan(?:uary|\.)?|feb(?:ruary|\.)?|mar(?:ch|\.)?|apr(?:il|\.)?|may|june?\.?|july?\.?|"
    r"aug(?:ust|\.)?|sept?(?:ember|\.)?|oct(?:ober|\.)?|nov(?:ember|\.)?|dec(?:ember|\.)?)"
)
_DAY = r"\d{1,2}(?:st|nd|rd|th)?"
_DATE = (
    rf"(?:{_MONTH} {_DAY},? ?\d{{4}}|{_DAY} (?:of )?{_MONTH},? \d{{4}}|\d{{4}}-\d\d-\d\d"
    r"|\d{1,2}[/.-]\d{1,2}[/.-]\d{4}|(?:19|20)\d{6})"
)
_TIME = (
    r"(?:at )?\d{1,2}[:.]\d\d(?:[:.]\d\d)?(?: ?[ap]\.?m\.?)?(?: (?:[a-z]{2,5}|gmt ?[+-]\d{1,2})\b)?"
)
_LINE = re.compile(
    rf"(?:{_WEEKDAY},? )?(?:the )?(?P<date>{_DATE})(?:[ ,T]+{_WEEKDAY})?(?:[ ,T]+{_TIME})?"
    r"(?:[ ,-]+(?:[\w'.-]+ ){0,4}(?:edition|appended|final))*",
    re.I,
)
_WITHOUT_DAY = re.compile(
    rf"(?:{_MONTH}(?: ?[-/] ?{_MONTH})?|spring|summer|autumn|fall|winter),? (?:19|20)\d\d", re.I
)
_BY = re.compile(r"by:? +", re.I)
_RIGHTS = re.compile(
    r"(?:copyright\b|©|\(c\)\s|all rights reserved\b)|.{0,80}\ball rights reserved\.?$", re.I
)
_PLACE_IN_PAPER = re.compile(
    r"(?:pgs?\.?|pp?\.|pages?|column|col\.)\s*[\w,.-]+(?: ?[,&-] ?\w+)*", re.I
)


class Dates:
    """Reads the dates of one export, and counts those whose day and month cannot be told apart."""

    def __init__(self, day_first: bool | None) -> None:
        self._day_first = day_first
        self.unclear = 0

    def read(self, text: str) -> str:
        """Return the day that a line names as YYYY-MM-DD, or empty: "March 3, 2020 Tuesday",
        "Tuesday 3rd March 2020, 10:15 AM GMT"."""
        found = _LINE.fullmatch(_single_spaced(text))
        if found is None:
            return ""
        self.unclear += self._day_first is None and needs_order(found["date"])
        return iso_date(found["date"], self._day_first)


def is_date(text: str) -> bool:
    """Return whether a line of the head is a date, be it one without a day ("Spring 2020")."""
    if len(text) > 120:
        return False
    text = _single_spaced(text)
    return bool(_LINE.fullmatch(text) or _WITHOUT_DAY.fullmatch(text))


def author_of(text: str) -> str:
    """Return the names of a byline without its "By"."""
    text = field(text)
    found = _BY.match(text)
    return text[found.end() :] if found else text


def section_of(text: str) -> str:
    """Return the section without the pages and columns that are named after it."""
    parts = [part.strip() for part in field(text).split(";")]
    return "; ".join(part for part in parts if part and not _PLACE_IN_PAPER.fullmatch(part))


def is_rights(text: str) -> bool:
    """Return whether a line says who holds the copyright."""
    return len(text) <= 400 and _RIGHTS.match(text.strip()) is not None


def field(text: str) -> str:
    """Return a field on one line, cut where it is too long for one."""
    return _single_spaced(text)[:MAX_FIELD]


def title_of(lines: Sequence[Line]) -> str:
    """Return the title that stands on these lines."""
    return field(" ".join(line.text for line in lines))


def _single_spaced(text: str) -> str:
    return " ".join(text.split())
