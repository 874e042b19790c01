"""Decompress gzip data in pieces of limited size, as protection against decompression bombs."""

from __future__ import annotations

import zlib
from collections.abc import Iterable, Iterator

PIECE = 64 * 1024
"""Most bytes that are decompressed at once, before the caller can stop."""

_GZIP = 16 + zlib.MAX_WBITS  # window size with the flag that selects the gzip format in zlib


def gunzip(chunks: Iterable[bytes]) -> Iterator[bytes]:
    """Yield decompressed gzip data, in pieces of at most ``PIECE`` bytes.

    Raises zlib.error if the data is broken or ends too early.
    """
    member = zlib.decompressobj(_GZIP)
    began = False
    for chunk in chunks:
        data, piece = chunk, b""
        # After a full piece the decompressor may hold more output, even without further input.
        while data or len(piece) == PIECE:
            if member.eof:
                if not data:
                    break
                member = zlib.decompressobj(_GZIP)  # RFC 1952: members follow one another
            piece = member.decompress(data, PIECE)
            data = member.unused_data if member.eof else member.unconsumed_tail
            began = True
            if piece:
                yield piece
    if began and not member.eof:
        raise zlib.error("the data ends too early")
