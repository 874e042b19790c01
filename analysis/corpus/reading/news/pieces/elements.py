"""Part an XML file into the elements that are its articles, without parsing it and without reading
it whole.

The bytes between ``<item>`` and ``</item>`` are looked for, comments and CDATA sections are passed
over. Each piece is then parsed alone, so a broken one costs only itself, files may be of any size,
and several documents may stand in one file. No piece has a document type, so no entity is ever
declared.
"""

from __future__ import annotations

import codecs
import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import BinaryIO, Literal

from analysis.errors import CannotRead
from analysis.reading.charsets import WESTERN, codec
from analysis.reading.decoding import decode
from analysis.reading.documents.sandbox import too_large
from analysis.reading.encodings.wide import wide_encoding
from analysis.reading.limits import MAX_FILE_BYTES
from analysis.text.characters import without_controls

CHUNK = 256 * 1024
"""Bytes that are read at once."""

_KEPT = 128  # bytes in which the beginning of a tag may stand that is not read whole yet
_MOST_HEAD = 64 * 1024
_SLASH = ord("/")
_ENDS = {b"<!--": b"-->", b"<![CDATA[": b"]]>", b"<?": b"?>"}
_ENCODING = re.compile(rb"<\?xml[^>]{0,200}?\sencoding\s*=\s*[\"']([\w.:-]{1,40})[\"']", re.I)
_NAMESPACE = re.compile(r"\sxmlns(?::[\w.-]{1,40})?\s*=\s*(?:\"[^\"<&]{0,300}\"|'[^'<&]{0,300}')")
_NO_TAGS = re.compile(r"<!--.*?(?:-->|\Z)|<\?.*?(?:\?>|\Z)|<!ENTITY[^>]*(?:>|\Z)", re.S)
_TAG = re.compile(r"<([A-Za-z][\w:.-]{0,60})(?:\s[^<>]{0,8000})?/?>")
_WIDE = {codecs.BOM_UTF16_LE: "utf-16-le", codecs.BOM_UTF16_BE: "utf-16-be"}


Fault = Literal["", "long", "cut", "broken"]


@dataclass(frozen=True)
class Piece:
    """An element as it stands in its file.

    ``fault`` is ``long`` if it is larger than a document may be (``data`` is then empty), ``cut``
    if the file ends before it does, ``broken`` if it has no end although the file goes on.
    """

    data: bytes
    fault: Fault = ""


class Elements:
    """The elements of some ``names`` in an XML file, one after another.

    ``head`` are the bytes before the first of them, at most 64 kB. Known after the first piece:
    ``encoding`` is what the file declares, None if nothing; ``namespaces`` its declarations of
    prefixes, as they stand in the first tag.
    """

    def __init__(self, file: BinaryIO, names: tuple[str, ...]) -> None:
        self._file = Narrow(file)
        either = "|".join(names).encode()
        self._outside = re.compile(
            rb"<!--|<!\[CDATA\[|<\?|<(?:[\w.-]{1,40}:)?(?:" + either + rb")(?=[\s/>])"
        )
        self._inside = re.compile(
            self._outside.pattern + rb"|</(?:[\w.-]{1,40}:)?(?:" + either + rb")\s{0,20}>"
        )
        self.head = b""
        self.encoding: str | None = None
        self.namespaces = ""
        self._buffer = bytearray()
        # Where in the buffer is looked, and where the open element begins (-1: none is open).
        self._at, self._begun = 0, -1
        self._heading, self._long, self._over = True, False, False
        self._waited = b""  # what ends the comment or CDATA section that is open
        self._ready: list[Piece] = []

    def pieces(self) -> Iterator[Piece]:
        """Give the elements; the last is ``cut`` if the file ends too early."""
        while not self._over:
            self._read_on()
            while self._passed_over() if self._waited else self._looked():
                yield from self._ready
                self._ready.clear()
        if self._begun >= 0 or self._waited:
            whole = self._begun >= 0 and not self._long
            yield Piece(bytes(self._buffer[self._begun :]) if whole else b"", "cut")
        elif self._heading:
            self._begin(bytes(self._buffer[:_MOST_HEAD]))

    def _read_on(self) -> None:
        """Forget what is done with, and read more."""
        buffer = self._buffer
        if self._begun >= 0 and len(buffer) - self._begun > MAX_FILE_BYTES:
            self._long = True
        kept = self._begun if self._begun >= 0 and not self._long else self._at
        if self._heading and kept > _MOST_HEAD:
            self._begin(bytes(buffer[:_MOST_HEAD]))
        if not self._heading:
            del buffer[:kept]
            self._at -= kept
            self._begun = 0 if self._begun >= 0 else -1
        more = self._file.read(CHUNK)
        self._over = not more
        buffer += more

    def _passed_over(self) -> bool:
        """Look for the end of a comment or CDATA section; return whether it was found."""
        found = self._buffer.find(self._waited, self._at)
        if found < 0:
            self._at = max(self._at, len(self._buffer) - 2)
            return False
        self._at, self._waited = found + len(self._waited), b""
        return True

    def _looked(self) -> bool:
        """Look for the next mark; return whether there is one."""
        buffer = self._buffer
        found = (self._outside if self._begun < 0 else self._inside).search(buffer, self._at)
        if found is None:
            self._at = max(self._at, len(buffer) - _KEPT)
            return False
        mark, self._at = bytes(found[0]), found.end()
        if mark in _ENDS:
            if mark == b"<?":
                self._declared(bytes(buffer[found.start() : found.start() + 300]))
            self._waited = _ENDS[mark]
        elif mark.startswith(b"</"):
            self._end(found.end())
        else:
            if self._begun >= 0:  # the one before has no end
                self._end(found.start())
            if self._heading:
                self._begin(bytes(buffer[: found.start()]))
            self._begun, self._long = found.start(), False
            end = buffer.find(b">", self._at)
            if end > 0 and buffer[end - 1] == _SLASH:  # <item/>
                self._at = end + 1
                self._end(self._at)
        return True

    def _end(self, at: int) -> None:
        """End the open element."""
        data = b"" if self._long else bytes(self._buffer[self._begun : at])
        self._ready.append(Piece(data, "long" if self._long else ""))
        self._begun, self._long = -1, False

    def document(self, piece: Piece, root: str) -> bytes:
        """Return a piece as a document of its own in UTF-8, with the file's prefixes, inside an
        element ``root``; raises NotText."""
        text = without_controls(self._decoded(piece.data))
        top = f"<{root}{self.namespaces}>" if root else ""
        end = f"</{root}>" if root else ""
        return f'<?xml version="1.0" encoding="UTF-8"?>\n{top}{text}{end}'.encode()

    def _decoded(self, data: bytes) -> str:
        """Return a piece in the declared encoding, in another if it does not fit."""
        name = codec(self.encoding) or "utf-8"
        try:
            if name not in WESTERN:
                return data.decode(name)
        except (UnicodeError, LookupError):
            pass
        return decode(data, "The article").text

    def _begin(self, head: bytes) -> None:
        self.head, self._heading = head, False
        tag = _TAG.search(_NO_TAGS.sub("", head_text(head)))
        self.namespaces = "".join(_NAMESPACE.findall(tag[0])) if tag else ""

    def _declared(self, beginning: bytes) -> None:
        found = _ENCODING.match(beginning)
        if found and not self._file.transcoded:
            self.encoding = found[1].decode("ascii", "replace")


def head_text(head: bytes) -> str:
    """Return the beginning of an XML file as text, good enough to recognise its tags."""
    encoding = wide_encoding(head)
    return head.decode(encoding or "utf-8", "replace").removeprefix("\ufeff")


def first_tag(head: bytes) -> str:
    """Return the name, without its prefix, of the first element of an XML file that begins with
    ``head``; empty if it is no XML."""
    text = head_text(head)
    if not text.lstrip().startswith("<"):
        return ""
    found = _TAG.search(_NO_TAGS.sub("", text))
    return found[1].rpartition(":")[2] if found else ""


def require_whole(piece: Piece, name: str) -> None:
    """Raise CannotRead for a piece that is not whole or too large."""
    if piece.fault == "long":
        raise too_large(name)
    if piece.fault == "cut":
        raise CannotRead(name, "is cut off where the file ends", "get the whole file again")


class Narrow:
    """A file whose ``read`` gives UTF-8 if the file is in UTF-16, and else its bytes."""

    def __init__(self, file: BinaryIO) -> None:
        self._file = file
        self._begun = False
        self._decoder: codecs.IncrementalDecoder | None = None

    @property
    def transcoded(self) -> bool:
        """Whether the bytes are not those of the file."""
        return self._decoder is not None

    def read(self, size: int) -> bytes:
        """Return the next bytes, none at the end of the file."""
        data = self._file.read(size if self._begun else max(size, 4))
        if not self._begun:
            self._begun = True
            wide = _WIDE.get(data[:2])
            if wide:
                self._decoder = codecs.getincrementaldecoder(wide)("replace")
                data = data[2:]
            data = data.removeprefix(codecs.BOM_UTF8)
        if self._decoder is None:
            return data
        while True:
            text = self._decoder.decode(data, final=not data)
            if text or not data:
                return text.encode()
            data = self._file.read(size)
