"""Lines and columns, counted as editors count them."""

from __future__ import annotations

import re
from bisect import bisect_right

_LINE_END = re.compile(r"\r\n|\r|\n")


class Lines:
    """The lines of a text. ``\\n``, ``\\r\\n`` and ``\\r`` end a line; no other character does."""

    def __init__(self, text: str) -> None:
        self._text = text
        self._starts = [0, *(found.end() for found in _LINE_END.finditer(text))]

    def line_and_column(self, offset: int) -> tuple[int, int]:
        """Return the line and the column of an offset, both from 1; columns count code points.

        An offset before the text's begin or after its end counts as that one.
        """
        offset = min(max(offset, 0), len(self._text))
        line = bisect_right(self._starts, offset)
        return line, offset - self._starts[line - 1] + 1

    def utf16_column(self, offset: int) -> int:
        """Return the column of an offset, from 1, counted in UTF-16 units.

        A character outside the Basic Multilingual Plane, such as an emoji, counts as two: so do
        JavaScript, the Language Server Protocol and, unless told otherwise, SARIF.
        """
        line, column = self.line_and_column(offset)
        start = self._starts[line - 1]
        before = self._text[start : start + column - 1]
        return column + sum(character > "\uffff" for character in before)
