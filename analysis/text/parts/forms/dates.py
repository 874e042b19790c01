"""Lines of dates and times: “Published 4 May 2021, 9:30 am BST”, “Updated 2 hours ago”."""

from __future__ import annotations

import re

_MONTH = (
    r"jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|"
    r"sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?"
)
_WEEKDAY = r"(?:mon|tues?|wed(?:nes)?|thu(?:rs)?|fri|sat(?:ur)?|sun)(?:day)?"
_WORD = re.compile(
    rf"(?:{_MONTH}|{_WEEKDAY}|\d{{1,4}}(?:st|nd|rd|th)?|\d{{1,2}}[:.h]\d{{2}}(?:[:.]\d{{2}})?"
    r"(?:am|pm|z)?|\d{4}\d{1,2}:\d{2}|\d{1,2}(?:am|pm)|a\.?m\.?|p\.?m\.?|noon|midnight|"
    r"\d{1,4}[./-]\d{1,2}[./-]\d{1,4}(?:t\d{2}:\d{2}(?::\d{2})?z?)?|"
    r"gmt|utc|bst|cet|cest|e[sd]?t|c[sd]t|m[sd]t|p[sd]?t|aes?t|aedt|ist|sast|wat|eat|nzs?t|sgt|hkt|"
    r"jst|(?:gmt|utc)?[+-]\d{1,4}|eastern|pacific|central|local|time|"
    r"published|publication|updated|last|first|posted|modified|revised|created|originally|edited|"
    r"issued|added|amended|uploaded|printed|online|date|article|story|on|at|of|the|in|and|"
    r"today|yesterday|ago|an?|hours?|hrs?|h|minutes?|mins?|m|seconds?|secs?|days?|d|weeks?|"
    r"months?|years?|just|now|[–—|·•/-])"
)
_STAMP = re.compile(
    r"published|updated|posted|modified|(?:hours?|hrs?|min(?:ute)?s?|days?|weeks?) ago"
)
_MOST_WORDS = 20


def is_date_line(line: str) -> bool:
    """Whether a line holds dates, times and the words around them only.

    It must hold a digit or say when something was published or updated.
    """
    words = line.lower().replace(",", " ").replace(";", " ").split()
    if not words or len(words) > _MOST_WORDS:
        return False
    if not any(map(str.isdigit, line)) and _STAMP.search(line.lower()) is None:
        return False
    return all(_WORD.fullmatch(word.strip("():[].")) or word in ("-", ":") for word in words)
