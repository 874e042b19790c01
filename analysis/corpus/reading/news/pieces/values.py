"""Values of unknown types, as JSON and databases give them, made into text, lines and days."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import Any

from analysis.corpus.reading.dates import iso_date
from analysis.errors import NotText
from analysis.reading.checks import require_length, require_text
from analysis.reading.decoding import decode
from analysis.text.characters import encodable, without_controls
from analysis.text.one_line import one_line

_LONGEST_LINE = 2000
_FIRST, _LAST = -6_000_000_000, 4_102_444_800  # seconds from 1779 to 2100


def text_of(value: Any, name: str = "The article") -> str:
    """Return a value as text, exactly as it is: bytes are decoded, numbers written out, and what is
    neither is empty. Raises NotText for bytes that are no text."""
    if isinstance(value, bytes):
        try:
            return value.decode()
        except UnicodeError:
            return decode(value, name).text
    if isinstance(value, str):
        return value
    return str(value) if isinstance(value, (int, float)) and value == value else ""


def line_of(value: Any) -> str:
    """Return a value as one line of at most 2,000 characters, empty if it is none."""
    if isinstance(value, (str, bytes)):
        value = value[: 4 * _LONGEST_LINE]
    try:
        said = text_of(value)
    except NotText:
        return ""
    return one_line(encodable(without_controls(said)))[:_LONGEST_LINE]


def day_of(value: Any, day_first: bool | None = None) -> str:
    """Return the day of a date as it is written, or of a count of seconds since 1970 in UTC; empty
    if it is neither."""
    said = line_of(value)
    day = iso_date(said, day_first)
    if day:
        return day
    try:
        seconds = float(said) if len(said) < 20 else 0.0
    except ValueError:
        return ""
    if not _FIRST < seconds < _LAST or abs(seconds) < 1e8:
        return ""  # 2020 and 20200303 are no seconds
    return datetime.fromtimestamp(seconds, UTC).date().isoformat()


def require_article(text: str, name: str) -> None:
    """Raise EmptyText, NotText or TextTooLong for a text that cannot be analysed."""
    require_length(text)
    require_text(text, name)
