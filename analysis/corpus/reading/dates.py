"""The dates that archives give, in the forms in which it is clear which day is meant."""

from __future__ import annotations

import re
from datetime import date

from analysis.reading.documents.byline import MONTH, month_number

_WEEKDAY = r"(?:(?:mon|tues?|wed(?:nes)?|thur?s?|fri|sat(?:ur)?|sun)(?:day)?\b[.,]? )?"
# Years of the printed press that pandas' nanoseconds (1677 to 2262) hold as well.
_YEAR = r"(?P<y>(?:1[789]|20)[0-9]{2})"
_DAY = r"(?P<d>[0-9]{1,2})"
_CLOCK = r"[0-9]{1,2}:[0-9]{2}(?::[0-9]{2})?"
# What follows is not looked at (a time, a weekday, "Late Edition"), as long as no number and no
# further date is torn apart: "2020-03-031" and "3 March 20201" are no dates. "2020-03-03-05:00" is
# one with its time zone, as XML writes it.
_END = r"(?![0-9])(?![-/.][0-9](?![0-9]:[0-9]{2}))"
_CLEAR = tuple(
    re.compile(form, re.IGNORECASE)
    for form in (
        # ISO 8601, its basic form (NITF, GDELT: with six digits of time) and 2020/3/3.
        rf"{_WEEKDAY}{_YEAR}(?P<s>[-/.])(?P<m>[0-9]{{1,2}})(?P=s){_DAY}{_END}",
        rf"{_YEAR}(?P<m>[0-9]{{2}})(?P<d>[0-9]{{2}})(?:[0-9]{{6}})?{_END}",
        # 3 March 2020, Tue, 03 Mar 2020 10:00 GMT (RFC 5322), 03-Mar-2020, 3rd of March, 2020.
        rf"{_WEEKDAY}{_DAY}(?:st|nd|rd|th)?(?: of)?[ -]{MONTH}[ -]?,? ?{_YEAR}{_END}",
        # March 3, 2020 Tuesday.
        rf"{_WEEKDAY}{MONTH} {_DAY}(?:st|nd|rd|th)?(?:, ?| ){_YEAR}{_END}",
        # Tue Mar 3 10:00:00 +0000 2020, as C's asctime and Twitter write it.
        rf"{_WEEKDAY}{MONTH} {_DAY} {_CLOCK}(?: [A-Z]{{2,5}}| [+-][0-9]{{4}})? {_YEAR}{_END}",
    )
)
_UNCLEAR = re.compile(
    rf"{_WEEKDAY}(?P<a>[0-9]{{1,2}})(?P<s>[-/.])(?P<b>[0-9]{{1,2}})(?P=s){_YEAR}{_END}",
    re.IGNORECASE,
)
_LONGEST = 200


def iso_date(text: str, day_first: bool | None = None) -> str:
    """Return the day that a text begins with as YYYY-MM-DD, and an empty string if it is no date,
    no day of the calendar, or not clear.

    ``day_first`` says which number of 03/04/2020 is the day; with None no such date is read, not
    even 25/12/2020: in a column of such dates the first days of each month would be missing. The
    day is the one that is written, whatever the time zone. Two-digit years and counts of seconds
    are not read.
    """
    line = " ".join(text[:_LONGEST].split())
    for form in _CLEAR:
        if found := form.match(line):
            return _day(found["y"], found["m"], found["d"])
    found = _UNCLEAR.match(line)
    if found is None or day_first is None:
        return ""
    day, month = (found["a"], found["b"]) if day_first else (found["b"], found["a"])
    return _day(found["y"], month, day)


def needs_order(text: str) -> bool:
    """Return whether a text is a date like 03/04/2020, which can be read only if it is known
    whether day or month comes first."""
    return _UNCLEAR.match(" ".join(text[:_LONGEST].split())) is not None


def _day(year: str, month: str, day: str) -> str:
    number = int(month) if month.isdecimal() else month_number(month)
    try:
        return date(int(year), number, int(day)).isoformat()
    except ValueError:  # 31 February
        return ""
