"""The bytes of a file of any size, in blocks: unpacked, as UTF-8 or what is like ASCII, by lines.

Memory is bounded: a line longer than a limit is passed over and known by its place only.
"""

from __future__ import annotations

import codecs
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import IO, Any

from analysis.errors import CannotRead
from analysis.reading.encodings.stray_bytes import with_stray_bytes
from analysis.reading.encodings.wide import wide_encoding
from analysis.reading.limits import MAX_CHARACTERS

MAX_ROW_BYTES = 8 * MAX_CHARACTERS
"""Most bytes of a row: a text of the largest size, six bytes a character where JSON escapes each,
and the other cells."""

_BLOCK = 1 << 20
_GZIP, _BZIP2, _ZSTD = b"\x1f\x8b", b"BZh", b"(\xb5/\xfd"

PACKED = (".gz", ".bz2", ".zst", ".zstd")
"""Endings that a packed file has after the ending of what is in it."""


def ending(path: Path) -> str:
    """Return the ending of a file's name in small letters, that of what is in it if it is
    packed: ``.csv`` of NEWS.CSV.gz."""
    suffix = path.suffix.lower()
    return Path(path.stem).suffix.lower() if suffix in PACKED else suffix


class Stream:
    """An open file whose ``blocks`` are read once."""

    def __init__(self, path: Path) -> None:
        self._path = path
        self._size = path.stat().st_size
        self._raw = path.open("rb")

    def close(self) -> None:
        """Close the file."""
        self._raw.close()

    def share_read(self) -> float:
        """Return how much of the file, packed or not, has been read, 0 to 1."""
        return min(self._raw.tell() / self._size, 1.0) if self._size else 1.0

    def blocks(self) -> Iterator[bytes]:
        """Give the content: unpacked, UTF-16 and UTF-32 as UTF-8, without a byte order mark.
        Raises CannotRead for packed data that are damaged or cut off, OSError."""
        plain = self._plain()
        first = next(plain, b"")
        if wide := wide_encoding(first):
            # Half a character at the end and half a pair are kept as U+FFFD.
            decoder = codecs.getincrementaldecoder(wide)("replace")
            text = decoder.decode(first).removeprefix("\ufeff")
            yield text.encode()
            for block in plain:
                yield decoder.decode(block).encode()
            yield decoder.decode(b"", final=True).encode()
            return
        yield first.removeprefix(codecs.BOM_UTF8)
        yield from plain

    def _plain(self) -> Iterator[bytes]:
        start = self._raw.read(4)
        self._raw.seek(0)
        try:
            file = _unpacked(self._raw, start)
            while block := file.read(_BLOCK):
                yield block
        except (EOFError, OSError) as error:
            if file_trouble(error):
                raise
            advice = "get or pack it anew"
            raise CannotRead(str(self._path), "is damaged or cut off", advice) from error
        except Exception as error:  # zlib.error
            advice = "get or pack it anew"
            raise CannotRead(str(self._path), "is damaged", advice) from error


def file_trouble(error: BaseException) -> bool:
    """Return whether an error is the system's (it has a number) and not a library's own."""
    return isinstance(error, OSError) and error.errno is not None


def _unpacked(raw: IO[bytes], start: bytes) -> Any:
    if start.startswith(_GZIP):
        import gzip

        return gzip.GzipFile(fileobj=raw)
    if start.startswith(_BZIP2):
        import bz2

        return bz2.BZ2File(raw)
    if start.startswith(_ZSTD):
        import pyarrow

        return pyarrow.CompressedInputStream(raw, "zstd")
    return raw


@contextmanager
def opened(path: Path) -> Iterator[Stream]:
    """Open a file for one reading; raises OSError."""
    stream = Stream(path)
    try:
        yield stream
    finally:
        stream.close()


def beginning(path: Path, most: int = _BLOCK) -> bytes:
    """Return the first bytes of a file as ``blocks`` gives them, empty if it cannot be unpacked;
    raises OSError."""
    with opened(path) as stream:
        found = b""
        try:
            for block in stream.blocks():
                found += block
                if len(found) >= most:
                    break
        except CannotRead:
            pass
        return found[:most]


def lines(blocks: Iterator[bytes], end: bytes = b"\n") -> Iterator[bytes | None]:
    """Give each line with its end; None for one longer than ``MAX_ROW_BYTES``."""
    rest, too_long = b"", False
    for block in blocks:
        *whole, last = block.split(end)
        for piece in whole:
            line = rest + piece + end
            yield None if too_long or len(line) > MAX_ROW_BYTES else line
            rest, too_long = b"", False
        rest += last
        if len(rest) > MAX_ROW_BYTES:
            rest, too_long = b"", True
    if too_long:
        yield None
    elif rest:
        yield rest


def decoded(line: bytes) -> tuple[str, bool]:
    """Return a line as text, and whether it is not in UTF-8: some tables are put together from
    files in several encodings. It is then read as UTF-8 with stray bytes or as Windows-1252."""
    try:
        return line.decode(), False
    except UnicodeDecodeError:
        strays = with_stray_bytes(line)
        return strays.text if strays else line.decode("cp1252", "replace"), True
