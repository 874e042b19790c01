"""Part a JSON file into the objects of its list, or of its lines, without reading it whole.

One broken object costs only itself: a line that begins with ``{`` inside an open string, or inside
an open object in a file with an object a line, begins the next object.
"""

from __future__ import annotations

import codecs
import io
import json
import re
from collections.abc import Iterator
from itertools import islice
from typing import Any, BinaryIO

from analysis.corpus.reading.news.pieces.elements import (
    CHUNK,
    Fault,
    Narrow,
    Piece,
    require_whole,
)
from analysis.corpus.reading.news.pieces.values import text_of
from analysis.corpus.reading.tables.raw.elements import NEXT_OBJECT
from analysis.errors import CannotRead, SlantError
from analysis.reading.limits import MAX_FILE_BYTES

_BETWEEN = re.compile(rb"[^\s,\[\]\x1e]")  # RS: RFC 7464
_MARK = re.compile(rb"[\"{}\n]")
_STRING = re.compile(rb"[^\"\\\n]*+(?:\\.[^\"\\\n]*+)*+", re.S)
_KEY = re.compile(rb"[{,]\s{0,20}\"([A-Za-z_]{1,40})\"\s{0,20}:")
_RUBBISH_ENDS = re.compile(rb"[{\n]")
_BACKSLASH, _QUOTE = b'\\"'
_LOOKED_INTO = 5  # pieces, of which the first may be broken
_LOOKED_AT = 80  # bytes after a line end that are kept to see how the next line begins


def objects(file: BinaryIO) -> Iterator[Piece]:
    """Give the objects of a JSON file; those that end too early are ``broken``, the last may be
    ``cut``, and what stands between objects and is none is ``broken`` without data."""
    return _Parting(file).pieces()


class _Parting:
    """The state between two reads: where in the buffer is looked, where the open object begins
    (-1: none is open), how deep in it, whether inside a string."""

    def __init__(self, file: BinaryIO) -> None:
        self._source = Narrow(file)
        self._buffer = bytearray()
        self._at, self._begun, self._depth = 0, -1, 0
        self._inside = self._long = self._over = False
        # Whether each object has a line of its own: so it is if the first has, outside a list.
        self._lines = False
        self._may_be_lines = True
        self._ready: Piece | None = None

    def pieces(self) -> Iterator[Piece]:
        """Give the objects."""
        while not self._over:
            self._read_on()
            wanting = False
            while not wanting:
                wanting = self._step()
                if self._ready is not None:
                    yield self._ready
                    self._ready = None
        if self._begun >= 0:
            yield self._piece(len(self._buffer), "cut")

    def _read_on(self) -> None:
        """Forget what is done with, and read more."""
        self._long = self._long or (
            self._begun >= 0 and len(self._buffer) - self._begun > MAX_FILE_BYTES
        )
        kept = self._begun if self._begun >= 0 and not self._long else self._at
        del self._buffer[:kept]
        self._at -= kept
        self._begun = 0 if self._begun >= 0 else -1
        more = self._source.read(CHUNK)
        self._over = not more
        self._buffer += more

    def _step(self) -> bool:
        """Go on to the next mark; return whether more must be read before."""
        if self._begun < 0:
            return self._between()
        return self._in_string() if self._inside else self._in_object()

    def _between(self) -> bool:
        buffer = self._buffer
        found = _BETWEEN.search(buffer, self._at)
        before = buffer[self._at : found.start() if found else None]
        self._may_be_lines = self._may_be_lines and b"[" not in before
        if found is None:
            self._at = len(buffer)
            return True
        if found[0] == b"{":
            self._at, self._begun, self._depth = found.end(), found.start(), 1
            self._inside = self._long = False
            return False
        end = _RUBBISH_ENDS.search(buffer, found.start())  # of a number, a word: no object
        if end is None and not self._over:
            del buffer[found.end() :]
            self._at = found.start()
            return True
        self._ready = Piece(b"", "broken")
        self._at = end.start() if end else len(buffer)
        return False

    def _in_string(self) -> bool:
        buffer = self._buffer
        whole = _STRING.match(buffer, self._at)
        at = self._at = whole.end() if whole else self._at
        if at >= len(buffer) or (buffer[at] == _BACKSLASH and at + 1 >= len(buffer)):
            return True
        if buffer[at] == _QUOTE:
            self._at, self._inside = at + 1, False
        elif self._too_near(at):
            return True
        elif NEXT_OBJECT.match(buffer, at):
            self._end(at, "broken")
        else:
            self._at += 1
        return False

    def _in_object(self) -> bool:
        buffer = self._buffer
        found = _MARK.search(buffer, self._at)
        if found is None:
            self._at = len(buffer)
            return True
        if found[0] == b"\n" and self._lines and self._too_near(found.start()):
            self._at = found.start()
            return True
        self._at = found.end()
        if found[0] == b'"':
            self._inside = True
        elif found[0] == b"\n":
            self._may_be_lines = False
            if self._lines and NEXT_OBJECT.match(buffer, found.start()):
                self._end(found.start(), "broken")
        else:
            self._depth += 1 if found[0] == b"{" else -1
            if self._depth == 0:
                self._lines = self._lines or self._may_be_lines
                self._end(found.end(), "")
        return False

    def _too_near(self, at: int) -> bool:
        """Whether it cannot be seen yet how the line after a line end begins."""
        return len(self._buffer) - at < _LOOKED_AT and not self._over

    def _end(self, at: int, fault: Fault) -> None:
        self._ready = self._piece(at, fault)
        self._at, self._begun = at, -1

    def _piece(self, end: int, fault: Fault) -> Piece:
        if self._long:
            return Piece(b"", fault or "long")
        return Piece(bytes(self._buffer[self._begun : end]), fault)


def value(piece: Piece, name: str) -> dict[str, Any]:
    """Return the object in a piece; raises CannotRead."""
    require_whole(piece, name)
    broken = CannotRead(name, "is no whole object of JSON", "mend it in the file, or leave it out")
    if piece.fault:
        raise broken
    try:
        found = json.loads(text_of(piece.data, name), strict=False)
    except (ValueError, RecursionError):
        raise broken from None
    if not isinstance(found, dict):
        raise broken
    return found


def first_keys(head: bytes) -> frozenset[str]:
    """Return the keys of the first object of a JSON file that begins with ``head``, none if it is
    no JSON; in one that is broken or long, those that stand there, keys of objects within it among
    them."""
    beginning = head.removeprefix(codecs.BOM_UTF8).lstrip()[:1]
    if beginning not in (b"{", b"[") and not head.startswith((codecs.BOM_UTF16_LE, b"\xfe\xff")):
        return frozenset()
    for piece in islice(objects(io.BytesIO(head)), _LOOKED_INTO):
        if piece.fault:
            keys = frozenset(key.decode("ascii") for key in _KEY.findall(piece.data))
        else:
            try:
                keys = frozenset(value(piece, "The file"))
            except SlantError:
                continue
        if keys:
            return keys
    return frozenset()
