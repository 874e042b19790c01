"""Recognise UTF-16 and UTF-32, with a byte order mark or by where the zero bytes stand."""

from __future__ import annotations

import codecs

# UTF-32 first: its little-endian mark begins with that of UTF-16.
_MARKS = (
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)

_SAMPLE = 4096
"""Bytes in which zeros are counted; a multiple of four."""

_MOSTLY = 0.7
"""Share of zeros among the upper bytes of UTF-16 text in the Latin script. Typographic marks and
other scripts have none; three of ten are more than any English text has."""

_HARDLY = 0.02
"""Share of zeros among the lower bytes; there a zero is a NUL character or U+0100, U+0200, …"""


def wide_encoding(data: bytes) -> str | None:
    """Return Python's name of the UTF-16 or UTF-32 that ``data`` is in, None for other bytes.

    Without a byte order mark only text that is mostly in the Latin script is recognised: every
    second byte is then zero, or three of every four.
    """
    for mark, encoding in _MARKS:
        if data.startswith(mark):
            return encoding
    sample = data[:_SAMPLE]
    if len(sample) < 4 or b"\0" not in sample:
        return None
    first, second, third, fourth = (_zeros(sample[place::4]) for place in range(4))
    if first <= _HARDLY and second >= _MOSTLY and min(third, fourth) == 1:
        return "utf-32-le"
    if fourth <= _HARDLY and third >= _MOSTLY and min(first, second) == 1:
        return "utf-32-be"
    even, odd = _zeros(sample[::2]), _zeros(sample[1::2])
    if even <= _HARDLY and odd >= _MOSTLY:
        return "utf-16-le"
    if odd <= _HARDLY and even >= _MOSTLY:
        return "utf-16-be"
    return None


def _zeros(data: bytes) -> float:
    return data.count(0) / len(data)
