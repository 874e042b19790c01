"""Dates and times of day by what they mean: “1 June” is “June 1st”, “7 p.m.” is “19:00”."""

from __future__ import annotations

import re

Value = tuple[str, float | str]

_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
_MONTH = r"(?P<month>[^\W\d_]{3,9})\.?"
_DAY = r"(?P<day>\d{1,2})(?:st|nd|rd|th)?"
_YEAR = r"(?:,?\s(?P<year>\d{4}))?"
_DATES = (
    re.compile(rf"{_DAY}\s(?:of\s)?{_MONTH}{_YEAR}", re.IGNORECASE),
    re.compile(rf"{_MONTH}\s{_DAY}{_YEAR}", re.IGNORECASE),
    re.compile(r"(?P<year>\d{4})-(?P<month>\d{2})-(?P<day>\d{2})"),
)
_TIME = re.compile(
    r"(?P<hour>\d{1,2})(?:[.:](?P<minute>\d{2}))?\s?(?:(?P<half>[ap])\.?m\.?)?", re.IGNORECASE
)
_DECADE = re.compile(r"['’]?\d{0,2}(?P<decade>\d0)s")


def date_values(written: str) -> set[Value]:
    """Return what a date, a time of day or a decade is compared by, empty for anything else.

    A year that stands with a date is a value of its own, since “in 2027” gives it too.
    """
    for pattern in _DATES:
        match = pattern.fullmatch(written)
        if match and (month := _month(match["month"])):
            values: set[Value] = {("day", 100.0 * month + int(match["day"]))}
            return values | ({("", float(match["year"]))} if match["year"] else set())
    if match := _TIME.fullmatch(written):
        hour = int(match["hour"])
        if match["half"]:
            hour = hour % 12 + 12 * (match["half"] in "pP")
        return {("time", 60.0 * hour + int(match["minute"] or 0))}
    if match := _DECADE.fullmatch(written):
        return {("decade", match["decade"])}
    return set()


def _month(written: str) -> int:
    """Return the number of a month, 0 for another word."""
    if written.isdecimal():
        return int(written)
    start = written[:3].casefold()
    return _MONTHS.index(start) + 1 if start in _MONTHS else 0
