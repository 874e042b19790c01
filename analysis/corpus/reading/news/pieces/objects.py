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

from analysis.corpus.reading.news.pieces.elements import CHUNK, Narrow, Piece
from analysis.errors import CannotRead, NotText, SlantError
from analysis.reading.decoding import decode
from analysis.reading.documents.sandbox import too_large
from analysis.reading.limits import MAX_FILE_BYTES

_BETWEEN = re.compile(rb"[^\s,\[\]\x1e]")  # RS: RFC 7464
_MARK = re.compile(rb"[\"{}\n]")
_STRING = re.compile(rb"(?:[^\"\\\n]|\\.)*+", re.S)
_KEY = re.compile(rb"[{,]\s{0,20}\"([A-Za-z_]{1,40})\"\s{0,20}:")
_LOOKED_INTO = 5  # pieces, of which the first may be broken
_LOOKED_AT = 80  # bytes after a line end that are kept to see how the next line begins
_NEXT = re.compile(rb"\n\s{0,40}\{\s{0,8}\"")


def objects(file: BinaryIO) -> Iterator[Piece]:
    """Give the objects of a JSON file; those that end too early are ``broken``, the last may be
    ``cut``, and what stands between objects and is none is ``broken`` without data."""
    source = Narrow(file)
    buffer, at, begun, depth = bytearray(), 0, -1, 0
    inside = long = lines = over = False
    first = True
    while True:
        wanting = False
        while not wanting:
            if begun < 0:
                found = _BETWEEN.search(buffer, at)
                # In a list an object may begin on a line of its own within another.
                first = first and b"[" not in buffer[at : found.start() if found else None]
                if found is None:
                    at, wanting = len(buffer), True
                elif found[0] == b"{":
                    at, begun, depth, inside, long = found.end(), found.start(), 1, False, False
                else:  # a number, a word: no object
                    end = re.compile(rb"[{\n]").search(buffer, found.start())
                    if end is None and not over:
                        del buffer[found.end() :]  # the line of rubbish goes on
                        at, wanting = found.start(), True
                        continue
                    yield Piece(b"", "broken")
                    at = end.start() if end else len(buffer)
                continue
            if inside:
                whole = _STRING.match(buffer, at)
                at = whole.end() if whole else at
                if at >= len(buffer) or (buffer[at] == 0x5C and at + 1 >= len(buffer)):
                    wanting = True
                elif buffer[at] == 0x22:
                    at, inside = at + 1, False
                elif len(buffer) - at < _LOOKED_AT and not over:
                    wanting = True
                elif _NEXT.match(buffer, at):
                    yield Piece(b"" if long else bytes(buffer[begun:at]), "broken")
                    begun = -1
                else:
                    at += 1
                continue
            found = _MARK.search(buffer, at)
            if found is None:
                at, wanting = len(buffer), True
            elif found[0] == b'"':
                at, inside = found.end(), True
            elif found[0] == b"\n":
                if lines and len(buffer) - found.start() < _LOOKED_AT and not over:
                    at, wanting = found.start(), True
                elif lines and _NEXT.match(buffer, found.start()):
                    yield Piece(b"" if long else bytes(buffer[begun : found.start()]), "broken")
                    at, begun = found.start(), -1
                else:
                    first, at = False, found.end()
            else:
                at = found.end()
                depth += 1 if found[0] == b"{" else -1
                if depth == 0:
                    lines = lines or first
                    yield Piece(b"" if long else bytes(buffer[begun:at]), "long" if long else "")
                    begun = -1
        if over:
            break
        long = long or (begun >= 0 and len(buffer) - begun > MAX_FILE_BYTES)
        kept = begun if begun >= 0 and not long else at
        del buffer[:kept]
        at, begun = at - kept, (0 if begun >= 0 else -1)
        more = source.read(CHUNK)
        over = not more
        buffer += more
    if begun >= 0:
        yield Piece(b"" if long else bytes(buffer[begun:]), "long" if long else "cut")


def value(piece: Piece, name: str) -> dict[str, Any]:
    """Return the object in a piece; raises CannotRead."""
    if piece.fault == "long":
        raise too_large(name)
    if piece.fault == "cut":
        raise CannotRead(name, "is cut off where the file ends", "get the whole file again")
    broken = CannotRead(name, "is no whole object of JSON", "mend it in the file, or leave it out")
    if piece.fault:
        raise broken
    try:
        try:
            text = piece.data.decode()
        except UnicodeError:
            text = decode(piece.data, name).text
        found = json.loads(text, strict=False)
    except NotText:
        raise
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
