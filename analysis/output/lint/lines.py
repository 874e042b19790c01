"""The lines of a file as editors count them, and columns in the units that formats ask for."""

from __future__ import annotations

import re
from bisect import bisect_right

# What ends a line in editors, on GitHub and in SARIF; not U+2028 and its kin, which Python's
# ``splitlines`` counts too.
_LINE_END = re.compile(r"\r\n|\n|\r")


class Lines:
    """The lines of ``content``. Offsets are code points; lines and columns count from 1."""

    def __init__(self, content: str) -> None:
        self._content = content
        self._starts = [0, *(end.end() for end in _LINE_END.finditer(content))]

    def line(self, offset: int) -> int:
        """Return the number of the line that holds ``offset``."""
        return bisect_right(self._starts, offset)

    def column(self, offset: int) -> int:
        """Return the column of ``offset`` in its line, in code points."""
        return offset - self._start(offset) + 1

    def byte_column(self, offset: int) -> int:
        """Return the column in bytes of UTF-8; half a surrogate pair counts three."""
        before = self._content[self._start(offset) : offset]
        return len(before.encode("utf-8", "surrogatepass")) + 1

    def end_of_line(self, offset: int) -> int:
        """Return the offset at which the line that holds ``offset`` ends, before its line end."""
        found = _LINE_END.search(self._content, self._start(offset))
        return found.start() if found else len(self._content)

    def _start(self, offset: int) -> int:
        return self._starts[self.line(offset) - 1]
