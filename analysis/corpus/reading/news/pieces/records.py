"""The records of a WARC file, one after another, also past those that are damaged."""

from __future__ import annotations

import gzip
import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import islice
from typing import Any, BinaryIO, cast

from analysis.errors import CannotRead

MOST_ATTEMPTS = 10_000
"""Most times that reading goes on after a damaged place."""

ATTEMPTS_WITHIN = 50
"""The same for a file that is packed as a whole: each unpacks it from its beginning."""

_MOST_HEADERS = 1024 * 1024
"""Most bytes of the headers of a record; servers send a few thousand."""

_CHUNK = 256 * 1024
_BEGINNING = re.compile(rb"\x1f\x8b\x08[\x00-\x1f]|WARC/[01]\.\d+\r?\n")


@dataclass(frozen=True)
class Damaged:
    """A place in the file where no record could be read; ``reason`` completes "The record …"."""

    reason: str


def records(file: BinaryIO, attempts: int = MOST_ATTEMPTS) -> Iterator[Any]:
    """Give warcio's records of a file that can be sought in; each must be read before the next is
    asked for. Where the file is damaged, ``Damaged`` comes once, unless the record before has
    shown it already, and reading goes on at the next beginning of a record. Raises CannotRead
    after so many ``attempts``."""
    at, given, damaged = 0, 0, False
    for _ in range(attempts):
        file.seek(at)
        iterator, shown = _bounded(file), -1
        try:
            for record in iterator:
                iterator.reader.in_headers = 0
                given, shown, damaged = given + 1, iterator.offset, False
                yield record
            if not damaged and _more(file, iterator.offset):
                yield Damaged("is cut off where the file ends")
            return
        except GeneratorExit:
            raise
        except Exception as error:  # warcio and zlib raise many kinds of errors on broken files
            if "non-chunked" in str(error) and given == 1:
                file.seek(0)
                whole = cast(BinaryIO, gzip.GzipFile(fileobj=file))
                yield from islice(records(whole, ATTEMPTS_WITHIN), 1, None)
                return
        if iterator.offset != shown and not damaged:
            damaged = True
            yield Damaged("is damaged or cut off")
        following = _next_beginning(file, max(at, iterator.offset) + 1)
        if following is None:
            return
        at = following
    raise CannotRead("The archive", "is damaged in too many places", "get the file again")


def _more(file: BinaryIO, at: int) -> bool:
    """Whether something stands after the end of the last record: the headers of one that is cut
    off, which warcio takes for the end."""
    file.seek(at)
    return bool(file.read(_CHUNK).strip(b"\0\r\n "))


def _next_beginning(file: BinaryIO, at: int) -> int | None:
    file.seek(at)
    kept = b""
    while chunk := file.read(_CHUNK):
        data = kept + chunk
        found = _BEGINNING.search(data)
        if found:
            return at + found.start()
        kept = data[-16:]
        at += len(data) - len(kept)
    return None


def _bounded(file: BinaryIO) -> Any:
    """Return warcio's iterator, whose headers are limited."""
    from warcio.archiveiterator import ArchiveIterator
    from warcio.bufferedreaders import DecompressingBufferedReader
    from warcio.exceptions import ArchiveLoadFailed

    class Bounded(DecompressingBufferedReader):  # type: ignore[misc]
        in_headers = 0

        def readline(self, length: int | None = None) -> bytes:
            most = min(length or _MOST_HEADERS, _MOST_HEADERS)
            line: bytes = super().readline(most)
            self.in_headers += len(line)
            if self.in_headers > 2 * _MOST_HEADERS:
                raise ArchiveLoadFailed("the headers are too long")
            return line

        def _decompress(self, data: bytes) -> bytes:
            """Raise where warcio writes to standard error and goes on as at the end."""
            if self.decompressor and self.num_block_read:
                return bytes(self.decompressor.decompress(data))
            return bytes(super()._decompress(data))

    class Strict(ArchiveIterator):  # type: ignore[misc]
        def _consume_blanklines(self) -> tuple[bytes | None, int]:
            """Raise where warcio writes to standard error and passes over a line."""
            size = 0
            while line := self.reader.readline():
                if line.strip():
                    if not size:
                        raise ArchiveLoadFailed("a record is not of the length that it gives")
                    return line, size
                size += len(line)
            return None, size

    iterator = Strict(file)
    iterator.reader = Bounded(file)
    return iterator
