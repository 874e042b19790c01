"""Find an article's author and date in its first lines (byline and dateline)."""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import date

_NAME = r"[^\W\d_][\w.'’-]*"
_BYLINE = re.compile(
    rf"(?:Words |Written |Story )?[Bb][Yy]:? +({_NAME}(?: {_NAME}){{1,4}}"
    rf"(?:(?:,| and) (?=[A-ZÀ-Þ]){_NAME} {_NAME})*)\s*(?:$|[,|·•–—]|\d)"
)
_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
MONTH = (
    r"(?P<m>jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|"
    r"sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)\.?"
)
"""Pattern, whatever the case, of an English month or its short form: the group ``m``."""

_DAY, _YEAR = r"(?P<d>\d{1,2})(?:st|nd|rd|th)?", r"(?P<y>(?:19|20)\d\d)"
_DATES = tuple(
    re.compile(rf"\b{pattern}\b", re.IGNORECASE)
    for pattern in (
        rf"{_YEAR}-(?P<m>\d\d)-(?P<d>\d\d)",
        rf"{_DAY} {MONTH},? {_YEAR}",
        rf"{MONTH} {_DAY},? {_YEAR}",
    )
)

_DATELINE_WORDS = 12
"""Most words of a byline or dateline; a name or date in a longer line belongs to the story."""

# Placeholders that programs write into a file's properties.
_NO_VALUE = re.compile(
    r"(?i)\W*(?:untitled.*|anonymous|unspecified|unknown|none|author|user|admin\w*|python-docx|"
    r"word document|microsoft word.*|document\d*|.*\.(?:docx?|odt|pdf|html?|indd|qxd|tex|rtf))\W*"
)


def byline_in(lines: Sequence[str]) -> str | None:
    """Return the author named by the first short line of the form “By Jane Doe”, or None."""
    for line in filter(_is_short, lines):
        found = _BYLINE.match(line)
        if found and found[1][0].isupper():
            return found[1].strip()
    return None


def date_in(lines: Sequence[str]) -> str | None:
    """Return the date that a short line among ``lines`` gives, as YYYY-MM-DD, or None.

    All-numeric dates (3/4/2025) are ignored: day and month cannot be told apart.
    """
    for line in filter(_is_short, lines):
        for found in filter(None, (pattern.search(line) for pattern in _DATES)):
            month = found["m"].lower()
            number = int(month) if month.isdecimal() else month_number(month)
            try:
                return date(int(found["y"]), number, int(found["d"])).isoformat()
            except ValueError:  # 31 February
                continue
    return None


def month_number(name: str) -> int:
    """Return the number, 1 to 12, of a month that ``MONTH`` matches."""
    return _MONTHS.index(name[:3].lower()) + 1


def _is_short(line: str) -> bool:
    return len(line) <= 200 and len(line.split()) <= _DATELINE_WORDS


def property_or_none(value: str | None) -> str | None:
    """Return a file's property with single spaces, or None if it is empty, unprintable, over 300
    characters or a placeholder."""
    text = " ".join((value or "").split())
    if not text or len(text) > 300 or _NO_VALUE.fullmatch(text) or "\ufffd" in text:
        return None
    return text if any(map(str.isalpha, text)) and text.isprintable() else None
