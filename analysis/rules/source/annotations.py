"""Text that comes with its markup set apart, as clients of LanguageTool's protocol send it."""

from __future__ import annotations

import re
from collections.abc import Sequence

from analysis.rules.source.mapping import Mapping, Piece
from analysis.rules.source.record import Source

_HIGH = re.compile("[\ud800-\udbff]$")
_LOW = re.compile("^[\udc00-\udfff]")
_PAIR = re.compile("[\ud800-\udbff][\udc00-\udfff]")
_HALF = re.compile("[\ud800-\udfff]")


def of_annotations(pieces: Sequence[tuple[str, bool, str]]) -> Source:
    """Return the source of pieces ``(text, is_markup, interpret_as)`` of one document.

    Its ``content`` is all pieces joined, to which offsets of the protocol refer; its ``prose`` is
    the text, with ``interpret_as`` in place of markup. Half characters (surrogates) are put
    together where two pieces of text meet, else replaced by ``\\ufffd``; a character counts as many
    UTF-16 units as before.
    """
    content: list[str] = []
    prose: list[str] = []
    found: list[Piece] = []
    place = length = 0
    for raw, is_markup, interpreted in _whole(pieces):
        end = place + len(raw)
        text = interpreted if is_markup else raw
        if text:
            last = found[-1] if found else None
            if last and last.literal and not is_markup and last.end == place:
                found[-1] = last._replace(end=end)
            else:
                found.append(Piece(length, place, end, not is_markup))
            prose.append(text)
            length += len(text)
        content.append(raw)
        place = end
    mapping = Mapping(tuple(found), length)
    return Source("The text", "".join(content), "".join(prose), "other", mapping=mapping)


def _whole(pieces: Sequence[tuple[str, bool, str]]) -> list[tuple[str, bool, str]]:
    """Return the pieces with whole characters only."""
    whole: list[tuple[str, bool, str]] = []
    for raw, is_markup, interpreted in pieces:
        if not raw and not (is_markup and interpreted):
            continue
        if whole and not is_markup and not whole[-1][1]:
            before = whole[-1][0]
            if _HIGH.search(before) and _LOW.match(raw):
                whole[-1] = (before + raw[0], False, "")
                raw = raw[1:]
        if raw or interpreted:
            whole.append((raw, is_markup, interpreted))
    return [(_mended(raw), is_markup, _mended(text)) for raw, is_markup, text in whole]


def _mended(text: str) -> str:
    if not _HALF.search(text):
        return text
    joined = _PAIR.sub(
        lambda pair: pair[0].encode("utf-16", "surrogatepass").decode("utf-16"), text
    )
    return _HALF.sub("\ufffd", joined)
