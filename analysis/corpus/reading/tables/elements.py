"""The elements of a list of JSON of any size, one by one, as they stand."""

from __future__ import annotations

import re
from collections.abc import Iterator

from analysis.corpus.reading.tables.streams import MAX_ROW_BYTES
from analysis.errors import CannotRead

_OUTSIDE = re.compile(rb'["\[\]{},]')
_INSIDE = re.compile(rb'"|\\(?:.|\Z)', re.DOTALL)


def elements(blocks: Iterator[bytes], name: str) -> Iterator[bytes | None]:
    """Give each element of the list that ``blocks`` hold; None for one longer than
    ``MAX_ROW_BYTES``, which is not kept in memory.

    What is inside an element is not looked at, but for strings and brackets. Raises CannotRead
    where the list is not closed or something follows it; ``name`` is the file's.
    """
    depth, string, escaped, number = 0, False, False, 1
    piece = bytearray()
    too_long = False
    for block in blocks:
        at = start = 0
        if escaped and block:  # the character after a backslash that ended the last block
            at, escaped = 1, False
        while found := (_INSIDE if string else _OUTSIDE).search(block, at):
            at, mark = found.end(), found[0]
            if string:
                escaped = mark == b"\\"
                string = mark != b'"'
                continue
            if mark == b'"':
                string = True
            elif mark in b"[{":
                depth += 1
                if depth == 1:
                    _nothing(bytes(piece) + block[start : at - 1], name, number)
                    piece.clear()
                    start = at
            elif mark in b"]}" or depth == 1:
                depth -= mark != b","
                if depth < 0:
                    _nothing(mark, name, number)
                if depth == 0 or mark == b",":
                    piece += block[start : at - 1]
                    if too_long or piece.strip() or mark == b",":
                        yield None if too_long or len(piece) > MAX_ROW_BYTES else bytes(piece)
                        number += 1
                    piece.clear()
                    start, too_long = at, False
        piece += block[start:]
        if len(piece) > MAX_ROW_BYTES:
            piece.clear()
            too_long = True
    if depth > 0 or string:
        reason = f"ends in the middle of article {number}: it may have been cut off"
        raise CannotRead(name, reason, "get it anew")
    _nothing(bytes(piece), name, number)


def _nothing(rest: bytes, name: str, number: int) -> None:
    if rest.strip():
        reason = f"has something else after article {number - 1}"
        raise CannotRead(name, reason, "give one list of objects of JSON")
