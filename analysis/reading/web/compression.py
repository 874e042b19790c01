"""Unpacking as data arrives, never more at once than a set piece, so that no bomb goes off."""

from __future__ import annotations

import zlib
from collections.abc import Iterable, Iterator

PIECE = 64 * 1024
"""Most bytes that are unpacked before the caller is asked again."""

_GZIP = 16 + zlib.MAX_WBITS  # the window size by which zlib means the gzip format


def gunzip(chunks: Iterable[bytes]) -> Iterator[bytes]:
    """Yield what gzip data holds, in pieces of at most ``PIECE`` bytes.

    Raises zlib.error where the data is broken or ends too early.
    """
    member = zlib.decompressobj(_GZIP)
    began = False
    for chunk in chunks:
        data, piece = chunk, b""
        # A full piece may have left more inside the decompressor, without any data waiting.
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
