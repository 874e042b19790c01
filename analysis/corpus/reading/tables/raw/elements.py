"""The elements of a list of JSON of any size, one by one, as they stand."""

from __future__ import annotations

import re
from collections.abc import Iterator

from analysis.corpus.reading.tables.raw.streams import MAX_ROW_BYTES
from analysis.errors import CannotRead

_OUTSIDE = re.compile(rb'["\[\]{},]')
NEXT_OBJECT = re.compile(rb"\n\s{0,40}\{\s{0,8}\"")
"""A line end after which an object begins. No string of JSON goes over a line end: one with this in
it was not closed."""

_LONGEST_NEXT = 64


def elements(blocks: Iterator[bytes], name: str) -> Iterator[bytes | None]:
    """Give each element of the list that ``blocks`` hold; None for one longer than
    ``MAX_ROW_BYTES``, which is not kept in memory.

    What is inside an element is not looked at, but for strings and brackets. One with a string that
    is not closed ends where a line begins the next. Raises CannotRead
    where the list is not closed or something follows it; ``name`` is the file's.
    """
    depth, string, escaped, number = 0, False, False, 1
    piece = bytearray()
    too_long = False
    for block in _with_line_ends(blocks):
        at = start = 0
        if escaped and block:  # the character after a backslash that ended the last block
            at, escaped = 1, False
        while True:
            if string:
                # A search for one byte; an odd number of backslashes before it escapes it.
                quote = block.find(b'"', at)
                following = NEXT_OBJECT.search(block, at, quote + 1 if quote >= 0 else len(block))
                if following and depth:
                    piece += block[start : following.start()]
                    yield None if too_long or len(piece) > MAX_ROW_BYTES else bytes(piece)
                    number += 1
                    piece.clear()
                    start = at = following.start()
                    depth, string, too_long = 1, False, False
                    continue
                inside = block[at : quote if quote >= 0 else None]
                odd = (len(inside) - len(inside.rstrip(b"\\"))) % 2 == 1
                if quote < 0:
                    escaped = odd
                    break
                at, string = quote + 1, odd
                continue
            found = _OUTSIDE.search(block, at)
            if found is None:
                break
            at, mark = found.end(), found[0]
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
        if not too_long:
            piece += block[start:]
            if len(piece) > MAX_ROW_BYTES:
                piece.clear()
                too_long = True
    if depth == 1 and not string and piece.strip():
        yield bytes(piece)
        number += 1
    if depth > 0 or string:
        reason = f"ends in the middle of article {number}: it may have been cut off"
        raise CannotRead(name, reason, "get it anew")
    _nothing(bytes(piece), name, number)


def _with_line_ends(blocks: Iterator[bytes]) -> Iterator[bytes]:
    """Give the same bytes, so that no block ends soon after a line end: how the next line begins
    is seen there."""
    rest = b""
    for block in blocks:
        data = rest + block
        line_end = data.find(b"\n", max(len(data) - _LONGEST_NEXT, 0))
        cut = line_end if line_end >= 0 else len(data)
        rest = data[cut:]
        yield data[:cut]
    yield rest


def _nothing(rest: bytes, name: str, number: int) -> None:
    if rest.strip():
        reason = f"has something else after article {number - 1}"
        raise CannotRead(name, reason, "give one list of objects of JSON")
