"""Articles in JSON: an object a line, or one list of objects."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from itertools import islice
from pathlib import Path
from typing import Any

from analysis.corpus.reading.record import Choices, Unreadable
from analysis.corpus.reading.tables.elements import elements
from analysis.corpus.reading.tables.rows import BROKEN
from analysis.corpus.reading.tables.streams import (
    MAX_ROW_BYTES,
    beginning,
    decoded,
    lines,
    opened,
)
from analysis.corpus.reading.tables.table import Table, Values
from analysis.errors import CannotRead

_OBJECT = re.compile(rb"\s*\{\s*[\"}]")
_LIST = re.compile(rb"\s*\[\s*[{\]]")
_HEADERS_FROM = 1_000
"""Rows whose keys are taken for the headers: a key without a value may be left out of a row."""

_HEADERS_BYTES = 8 << 20

_TOO_LONG = f"It is longer than the {MAX_ROW_BYTES // 1_000_000} MB that a row may have."


def recognises(path: Path, head: bytes) -> bool:
    """Return whether a file begins as a list or an object of JSON."""
    start = beginning(path, len(head))
    return bool(_LIST.match(start) or _OBJECT.match(start))


def open_file(path: Path, choices: Choices) -> JsonRows:
    """Open one; raises CannotRead or OSError."""
    return JsonRows(path, choices)


class JsonRows(Table):
    """A ``Reader`` of JSON lines, or of a list."""

    def __init__(self, path: Path, choices: Choices) -> None:
        start = beginning(path)
        self._list = _LIST.match(start) is not None
        self.kind = "a list of JSON" if self._list else "a table of JSON lines"
        self.path, self._share, self._other_encoding = path, 0.0, 0
        sample = self._sample()
        if not sample and not self._list:
            advice = "write one object of JSON a line, or a list of objects"
            raise CannotRead(str(path), "has no object of JSON in line 1", advice)
        headers = list(dict.fromkeys(key for row in sample for key in row))
        if not headers and self._list:
            raise CannotRead(str(path), "is a list without any article", "give another file")
        super().__init__(path, choices, headers, sample)

    def _sample(self) -> list[Values]:
        found: list[Values] = []
        size = 0
        try:
            for raw in islice(self._raw(), _HEADERS_FROM):
                row = _parsed(decoded(raw)[0]) if raw else None
                if isinstance(row, dict):
                    found.append(row)
                size += len(raw or b"")
                if size > _HEADERS_BYTES:
                    break
        except CannotRead:  # cut off; said again where it is
            pass
        return found

    def _raw(self) -> Iterator[bytes | None]:
        with opened(self.path) as stream:
            blocks = stream.blocks()
            for raw in elements(blocks, str(self.path)) if self._list else lines(blocks):
                self._share = stream.share_read()
                yield raw

    def _rows(self) -> Iterator[tuple[str, Values | Unreadable]]:
        for number, raw in enumerate(self._raw(), 1):
            place = f"article {number}" if self._list else f"line {number}"
            if raw is None:
                yield place, Unreadable(place, "TextTooLong", _TOO_LONG)
                continue
            text, other = decoded(raw)
            self._other_encoding += other
            if text.isspace() or not text:
                continue
            row = _parsed(text)
            if isinstance(row, dict):
                yield place, row
            else:
                yield place, Unreadable(place, BROKEN, "It is no object of JSON.")


def _parsed(text: str) -> Any:
    """Return what a text of JSON says, None if it is none, or nested too deep."""
    try:
        return json.loads(text)
    except (ValueError, RecursionError):
        return None
