"""Read UTF-8 in which some bytes are not UTF-8: stray ones of Windows-1252, or a cut at the end."""

from __future__ import annotations

import re
from dataclasses import dataclass

# Well-formed UTF-8 (Unicode Standard, table 3-7).
_SEQUENCES = (
    rb"[\xc2-\xdf][\x80-\xbf]|\xe0[\xa0-\xbf][\x80-\xbf]|[\xe1-\xec\xee\xef][\x80-\xbf]{2}|"
    rb"\xed[\x80-\x9f][\x80-\xbf]|\xf0[\x90-\xbf][\x80-\xbf]{2}|[\xf1-\xf3][\x80-\xbf]{3}|"
    rb"\xf4[\x80-\x8f][\x80-\xbf]{2}"
)
_SEQUENCE = re.compile(_SEQUENCES)
_GOOD = re.compile(rb"(?:[\x00-\x7f]+|" + _SEQUENCES + rb")+")
# Typographic marks, letters of Western languages, currency signs: as Windows-1252 they would be
# “â€™”, “Ã©”, “Â£”, which no text has. One of them shows that the writer's program wrote UTF-8.
_CERTAIN = re.compile(rb"\xe2\x80[\x90-\xaf]|\xc3[\x80-\xbf]|\xc2[\xa0-\xbf]")

_SEQUENCES_FOR_ONE = 20
"""Without a certain sequence, how many others one stray byte needs beside it; as for web pages."""

_LARGEST_SHARE = 0.05
"""Largest share of stray bytes in a text; Western text in Windows-1252 has fewer high bytes."""

_LOST = "\ufffd"
# Half of a UTF-16 pair, and the beginning of a typographic mark whose end is missing.
_BROKEN = re.compile(rb"\xed[\xa0-\xbf][\x80-\xbf]|\xe2\x80?|.", re.S)


@dataclass(frozen=True)
class Strays:
    """UTF-8 that was read with stray bytes.

    ``replaced`` are the characters that stand for them, U+FFFD where nothing is known of one;
    ``cut`` says that the last character is missing because the data end within it.
    """

    text: str
    replaced: tuple[str, ...] = ()
    cut: bool = False

    @property
    def notices(self) -> tuple[str, ...]:
        """What a reader should know of it, one sentence each."""
        said = []
        lost = self.replaced.count(_LOST)
        if known := [one for one in self.replaced if one != _LOST]:
            shown = ", ".join(f"“{one}”" for one in dict.fromkeys(known[:20]))
            said.append(
                f"{_characters(len(known))} stored in another encoding (Windows-1252) than the "
                f"rest and read as such: {shown}."
            )
        if lost:
            said.append(f"{_characters(lost)} not readable and replaced by “{_LOST}”.")
        if self.cut:
            said.append("The file ends in the middle of a character: it may have been cut off.")
        return tuple(said)


def with_stray_bytes(data: bytes) -> Strays | None:
    """Return ``data`` read as UTF-8 with stray bytes, or None if it is more likely not UTF-8.

    A stray byte is read as Windows-1252, which is where such bytes come from.
    """
    sequences = _SEQUENCE.findall(data)
    high = len(data) - len(data.translate(None, bytes(range(128, 256))))
    stray = high - sum(map(len, sequences))
    certain = _CERTAIN.search(data) is not None
    if stray > max(3, _LARGEST_SHARE * len(data)):
        return None
    if not certain and len(sequences) <= _SEQUENCES_FOR_ONE * stray and not _is_cut(data):
        return None
    pieces: list[str] = []
    replaced: list[str] = []
    at = 0
    for good in _GOOD.finditer(data):
        replaced += (lost := _replacements(data[at : good.start()]))
        pieces += [*lost, good[0].decode("utf-8")]
        at = good.end()
    rest = data[at:]
    if rest and _is_unfinished(rest):
        return Strays("".join(pieces), tuple(replaced), cut=True)
    replaced += (lost := _replacements(rest))
    return Strays("".join([*pieces, *lost]), tuple(replaced))


def _replacements(stray: bytes) -> list[str]:
    return [
        piece.decode("cp1252", "replace") if len(piece) == 1 else _LOST
        for piece in _BROKEN.findall(stray)
    ]


def _is_unfinished(rest: bytes) -> bool:
    """Whether the last bytes are the beginning of a character. A single one of another kind than
    begins Western letters, typographic marks and emoji is more likely a stray letter (“café”)."""
    if len(rest) == 1 and rest not in (b"\xc2", b"\xc3", b"\xe2", b"\xf0"):
        return False
    try:
        rest.decode("utf-8")
    except UnicodeDecodeError as error:
        return error.reason == "unexpected end of data" and error.start == 0
    return False


def _is_cut(data: bytes) -> bool:
    """Whether ``data`` are UTF-8 but for an unfinished sequence of the commonest kinds at the end.

    In Windows-1252 these would be “Â”, “Ã”, “â” or “â€”, with which no text ends.
    """
    ends = (b"\xc2", b"\xc3", b"\xe2", b"\xe2\x80", b"\xf0\x9f")
    if not data.endswith(ends) and data[-3:-1] != b"\xf0\x9f":
        return False
    try:
        data.decode("utf-8")
    except UnicodeDecodeError as error:
        return error.reason == "unexpected end of data"
    return False


def _characters(count: int) -> str:
    return "One character was" if count == 1 else f"{count:,} characters were"
