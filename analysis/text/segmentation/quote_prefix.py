"""The ``>`` marks with which e-mail and Markdown quote a line."""

from __future__ import annotations

import re

from analysis.text.characters import INVISIBLE

_SPACE = rf"[\s{INVISIBLE}]*+"
_PREFIX = re.compile(rf"{_SPACE}(?:>{_SPACE})++")
_LINE_END = re.compile(r"[\n\r\v\f\x1c-\x1e\x85\u2028\u2029]")
_BLANK = " \t\n\r\v\f\x1c\x1d\x1e\x85\u00a0\u2028\u2029" + INVISIBLE
_TEXT = re.compile(r"[\s>]|[^\W\d_]|[\"'“”‘’„«‹(\[*_#…—–-]")


def quote_prefix(line: str) -> tuple[int, int]:
    """Return the length of the ``>`` marks before the text of a line, with the white space around
    them, and how many marks they are; ``(0, 0)`` for none.

    ``>50`` and ``>:(`` begin with no such mark: a space, a letter or an opening mark follows it.
    """
    match = _PREFIX.match(line)
    if match is None:
        return 0, 0
    mark = line.index(">")
    if line[mark + 1 :] and _TEXT.match(line, mark + 1) is None:
        return 0, 0
    return match.end(), match[0].count(">")


def without_empty_lines(text: str, start: int, end: int) -> int:
    """Return the end of ``text[start:end]`` without lines at its end that hold only ``>`` marks,
    white space and invisible characters."""
    content = start + len(text[start:end].rstrip(_BLANK + ">"))
    line_end = _LINE_END.search(text, content, end)
    last_line = text[content : line_end.start() if line_end else end]
    return content + len(last_line.rstrip(_BLANK))
