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
_ENDS = {b"<!--": b"-->", b"<![CDATA[": b"]]>", b"<?": b"?>"}
_ENCODING = re.compile(rb"<\?xml[^>]{0,200}?\sencoding\s*=\s*[\"']([\w.:-]{1,40})[\"']", re.I)
_NAMESPACE = re.compile(r"\sxmlns(?::[\w.-]{1,40})?\s*=\s*(?:\"[^\"<&]{0,300}\"|'[^'<&]{0,300}')")
_NO_TAGS = re.compile(r"<!--.*?-->|<\?.*?\?>|<!ENTITY[^>]*>", re.S)
_TAG = re.compile(r"<([A-Za-z][\w:.-]{0,60})(?:\s[^<>]{0,8000})?/?>")
_WIDE = {codecs.BOM_UTF16_LE: "utf-16-le", codecs.BOM_UTF16_BE: "utf-16-be"}


@dataclass(frozen=True)
class Piece:
    """An element as it stands in its file.

    ``fault`` is ``long`` if it is larger than a document may be (``data`` is then empty), ``cut``
    if the file ends before it does, ``broken`` if it has no end although the file goes on.
    """

    data: bytes
    fault: Literal["", "long", "cut", "broken"] = ""


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

    def pieces(self) -> Iterator[Piece]:
        """Give the elements; the last is ``cut`` if the file ends too early."""
        buffer, at, begun = bytearray(), 0, -1  # ``begun``: where the open element begins
        heading, long, over = True, False, False
        waited: bytes = b""  # what ends the comment or CDATA section that is open
        while True:
            if waited:
                found_at = buffer.find(waited, at)
                if found_at >= 0:
                    at, waited = found_at + len(waited), b""
                    continue
                stop = max(at, len(buffer) - 2)
            else:
                found = (self._outside if begun < 0 else self._inside).search(buffer, at)
                if found:
                    mark = bytes(found[0])
                    if mark in _ENDS:
                        if mark == b"<?":
                            self._declared(bytes(buffer[found.start() : found.start() + 300]))
                        at, waited = found.end(), _ENDS[mark]
                        continue
                    if mark.startswith(b"</"):
                        piece = b"" if long else bytes(buffer[begun : found.end()])
                        yield Piece(piece, "long" if long else "")
                        at, begun, long = found.end(), -1, False
                        continue
                    if begun >= 0 and not long:  # the one before has no end
                        yield Piece(bytes(buffer[begun : found.start()]))
                    elif begun >= 0:
                        yield Piece(b"", "long")
                    if heading:
                        self._begin(bytes(buffer[: found.start()]))
                        heading = False
                    at, begun, long = found.end(), found.start(), False
                    end = buffer.find(b">", at)
                    if end > 0 and buffer[end - 1] == 0x2F:  # <item/>
                        yield Piece(bytes(buffer[begun : end + 1]))
                        at, begun = end + 1, -1
                    continue
                stop = max(at, len(buffer) - _KEPT)
            if over:
                break
            # Forget what is done with, and read on.
            if begun >= 0 and not long and len(buffer) - begun > MAX_FILE_BYTES:
                long = True
            kept = begun if begun >= 0 and not long else stop
            if heading and kept > _MOST_HEAD:
                self._begin(bytes(buffer[:_MOST_HEAD]))
                heading = False
            if not heading:
                del buffer[:kept]
                at, begun = max(0, stop - kept), (0 if begun >= 0 else -1)
            else:
                at = stop
            more = self._file.read(CHUNK)
            over = not more
            buffer += more
        if begun >= 0 or waited:
            yield Piece(b"" if long or begun < 0 else bytes(buffer[begun:]), "cut")
        elif heading:
            self._begin(bytes(buffer[:_MOST_HEAD]))

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
        self.head = head
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
