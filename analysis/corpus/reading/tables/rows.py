"""From the values of a row to an article, or to why there is none."""

from __future__ import annotations

import json
from collections.abc import Mapping
from datetime import date
from typing import Any

from analysis.corpus.reading.dates import iso_date, needs_order
from analysis.corpus.reading.record import Found, Unreadable
from analysis.corpus.reading.tables.raw.streams import decoded
from analysis.errors import TextTooLong
from analysis.reading.decoding import NUL_SHARE
from analysis.reading.limits import MAX_CHARACTERS
from analysis.text.one_line import one_line

BROKEN = "BrokenRow"
"""The reason of a row that does not hold together: too few or too many cells, no JSON."""

MAX_CELL = 2_000
"""Most characters of a cell that is not the text; a longer one is cut: no title, name or address is
longer."""

_KINDS: Mapping[type, str] = {
    bool: "true or false", int: "a number", float: "a number", list: "a list", dict: "an object",
}  # fmt: skip


class Rows:
    """Makes articles of rows, and counts what is to be said of all of them at the end."""

    def __init__(self, day_first: bool | None) -> None:
        self._day_first = day_first
        self._unclear = 0
        self._no_day = 0
        self._first_no_day = ""
        self._nuls = 0

    def article(self, values: Mapping[str, object], place: str) -> Found | Unreadable:
        """Return the article of a row; ``values`` are those of ``columns.NAMES`` that it has."""
        try:
            return self._article(values, place)
        except RecursionError:
            return Unreadable(place, BROKEN, "Lists or objects in it are nested too deep.")

    def _article(self, values: Mapping[str, object], place: str) -> Found | Unreadable:
        about: dict[str, Any] = {
            name: _plain(values.get(name))
            for name in ("id", "outlet", "author", "section", "topic", "title", "url")
        }
        about["date"] = self._date(values.get("date"), place)
        text = _of_python(values.get("text"))
        if isinstance(text, bytes):
            text = decoded(text)[0]
        if _is_nothing(text):
            return Unreadable(place, "EmptyText", "Its text is empty.", **about)
        if not isinstance(text, str):
            kind = _KINDS.get(type(text), f"of type {type(text).__name__}")
            return Unreadable(place, "NotText", f"Its text is {kind}, not text.", **about)
        if len(text) > MAX_CHARACTERS:
            message = TextTooLong(MAX_CHARACTERS, len(text)).message
            return Unreadable(place, "TextTooLong", message, **about)
        if "\0" in text and text.count("\0") <= NUL_SHARE * len(text):
            text = text.replace("\0", "")
            self._nuls += 1
        return Found(text, place, **about)

    @property
    def unclear(self) -> str:
        """What is to be said if a date so far was not clear, else empty."""
        how = "add --day-first or --month-first"
        return f"dates like 03/04/2020 are left empty: {how}." if self._unclear else ""

    def notes(self) -> list[str]:
        """Return what is to be said of the rows so far, a sentence each."""
        said = []
        if self._unclear:
            said.append(
                f"{_count(self._unclear, 'date')} left empty, as it is not said whether in dates "
                "like 03/04/2020 the day or the month comes first: add --day-first or "
                "--month-first."
            )
        if self._no_day:
            said.append(
                f"{_count(self._no_day, 'date')} not read and left empty, as {self._first_no_day}."
            )
        if self._nuls:
            said.append(f"NUL characters were left out of {self._nuls:,} of its texts.")
        return said

    def _date(self, value: object, place: str) -> str:
        if isinstance(value, date):  # a datetime too
            return iso_date(value.isoformat())
        given = _plain(value)
        found = iso_date(given, self._day_first)
        if given and not found:
            if self._day_first is None and needs_order(given):
                self._unclear += 1
            else:
                self._no_day += 1
                seen = "".join(one if one.isprintable() else "\ufffd" for one in given[:40])
                self._first_no_day = self._first_no_day or f"“{seen}” ({place})"
        return found


def _count(number: int, noun: str) -> str:
    return f"One {noun} was" if number == 1 else f"{number:,} {noun}s were"


def _is_nothing(value: object) -> bool:
    """Whether a value stands for none: null, NaN, white space."""
    if isinstance(value, str):
        return not value or value.isspace()
    if value is None or type(value).__name__ in ("NAType", "NaTType"):  # of pandas
        return True
    return isinstance(value, float) and value != value


def _plain(value: object) -> str:
    """Return a value on one line: a list of names joined, a whole number without its “.0”."""
    value = _of_python(value)
    if isinstance(value, bytes):
        value = decoded(value)[0]
    if isinstance(value, str):
        cut = value if len(value) <= MAX_CELL else value[:MAX_CELL] + "…"
        return one_line(cut)
    if isinstance(value, (list, tuple)):
        return _plain(", ".join(filter(None, map(_plain, value[:MAX_CELL]))))
    if isinstance(value, dict):
        return _plain(json.dumps(value, ensure_ascii=False, default=str))
    if _is_nothing(value):
        return ""
    if isinstance(value, float) and value.is_integer():
        return f"{value:.0f}"
    return _plain(str(value))


def _of_python(value: object) -> object:
    """Return a value of numpy, as cells of frames are, as one of Python."""
    to_list = getattr(value, "tolist", None)
    return to_list() if callable(to_list) else value
