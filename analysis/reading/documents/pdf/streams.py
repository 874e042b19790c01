"""Find compressed parts of a PDF file that are damaged, which pypdf reads as if they were empty."""

from __future__ import annotations

import zlib
from typing import Any

MAX_CHECKED = 64 * 1024 * 1024
"""Most bytes of a part that are unpacked to check it; pages of text have less than one million."""

_CHUNK = 1024 * 1024


def is_whole(contents: Any) -> bool:
    """Return whether the compressed streams of a page or form can be unpacked.

    ``contents`` is a stream or a list of streams. Streams that are compressed in another way than
    by Flate, which nearly all are, count as whole.
    """
    contents = contents.get_object() if hasattr(contents, "get_object") else contents
    if isinstance(contents, list):
        return all(is_whole(one) for one in contents)
    if not hasattr(contents, "get"):
        return True
    filters = contents.get("/Filter")
    filters = filters if isinstance(filters, list) else [filters]
    data = getattr(contents, "_data", b"")  # pypdf has no public way to a stream as it is stored
    if filters != ["/FlateDecode"] or not isinstance(data, bytes) or not data:
        return True
    unpacking = zlib.decompressobj()
    unpacked = 0
    try:
        while data and not unpacking.eof and unpacked < MAX_CHECKED:
            unpacked += len(unpacking.decompress(data, _CHUNK))
            data = unpacking.unconsumed_tail
    except zlib.error:
        return False
    return True
