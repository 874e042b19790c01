"""The lines of an RTF file, with striprtf.

striprtf knows neither hidden text nor pictures in hexadecimal digits, and puts the addresses of
links into the text; what must not be read is taken out before, cells and rows are marked.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from analysis.corpus.reading.exports.lines import Line
from analysis.errors import CannotRead

_TOKEN = re.compile(
    r"\\(?P<word>[a-zA-Z]{1,32})(?P<number>-?\d{1,10})? ?|\\'[0-9a-fA-F]{2}|\\.|[{}]", re.S
)
# Groups whose content is not text, or instructions and addresses of fields.
_LEFT_OUT = {
    *("pict", "nonshppict", "objdata", "themedata", "colorschememapping", "datastore", "fldinst"),
    *("latentstyles", "stylesheet", "listtable", "listoverridetable", "rsidtbl", "xmlnstbl"),
    *("header", "headerl", "headerr", "headerf", "footer", "footerl", "footerr", "footerf"),
    *("info", "footnote", "annotation", "shpinst"),
}
# Private characters for what striprtf does not tell apart.
_HIDDEN, _SHOWN, _CELL, _ROW = "\ue000", "\ue001", "\ue002", "\ue003"
_MARKS = re.compile(f"[{_HIDDEN}{_SHOWN}{_CELL}{_ROW}]")
_HIDDEN_TEXT = re.compile(f"{_HIDDEN}[^{_SHOWN}]*(?:{_SHOWN}|$)")
# What word processors write for the marks of a list; \uf0b7 is that of the Symbol font.
_BULLET = re.compile("[•·‣▪o\uf0b7\uf0a7][\\t]")
_CODE_PAGE = re.compile(rb"\\ansicpg(\d{3,5})")
_MACINTOSH = re.compile(rb"\\rtf1?\s*\\mac\b")
_CONTROLS = re.compile(
    "[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\xad\ud800-\udfff\ue004-\uf8ff\ufffe\uffff]"
)


def lines_of(data: bytes) -> Iterator[Line]:
    """Give the lines of an RTF file; each of a cell's paragraphs is a line, a row of a table of
    data one line with " | " between its cells.

    Raises CannotRead for a file that is damaged or has too much text.
    """
    from striprtf.striprtf import rtf_to_text

    if not data.lstrip().startswith(b"{\\rtf"):
        raise _damaged()
    page = _code_page(data)
    try:
        prepared = _prepared(_MARKS.sub("", data.decode(page, "replace")))
        text = rtf_to_text(prepared, encoding=page, errors="replace")
    except MemoryError:
        raise
    except Exception:  # striprtf raises many kinds on broken files
        raise _damaged() from None
    text = text.encode("utf-16-le", "surrogatepass").decode("utf-16-le", "replace")
    text = _HIDDEN_TEXT.sub("", text).replace(_SHOWN, "").replace("\xa0", " ")
    for line in _lines(text.replace("\u2011", "-")):
        yield replace(line, text=_CONTROLS.sub("", line.text))


def _lines(text: str) -> Iterator[Line]:
    """Give lines and rows. A row with two cells whose first is short is a tag and its text."""
    for piece in re.split(f"(?<={_ROW})", text):
        cells = piece.removesuffix(_ROW).split(_CELL)
        if len(cells) == 1:
            yield from map(_line, piece.split("\n"))
            continue
        # Paragraphs before the first cell's last line stand before the table.
        *before, first = cells[0].split("\n")
        yield from map(Line, before)
        texts = [first, *cells[1:]]
        while len(texts) > 1 and not texts[-1].strip():
            texts.pop()
        if len(texts) == 2 and re.fullmatch(r"[A-Z]{2,3}", texts[0].strip()):
            top, *more = texts[1].strip().split("\n")
            yield Line(top, tag=texts[0].strip())
            yield from map(Line, more)
        elif len(texts) == 1:
            yield from map(Line, texts[0].split("\n"))
        else:
            yield Line(" | ".join(" ".join(text.split()) for text in texts), "row")


def _line(text: str) -> Line:
    """Return a line, without the mark of an item if it has one."""
    found = _BULLET.match(text)
    return Line(text[found.end() :], "item") if found else Line(text)


def _prepared(text: str) -> str:
    """Return RTF without groups that hold no text, hidden text between marks, and marks for the
    ends of cells and rows."""
    parts: list[str] = []
    hidden = [False]
    copied = 0
    left_out = 0  # the depth at which the group that is left out began
    skip_to = 0
    for token in _TOKEN.finditer(text):
        if token.start() < skip_to:
            continue
        said, word = token[0], token["word"]
        if said == "{":
            hidden.append(hidden[-1])
        elif said == "}":
            was = hidden.pop() if len(hidden) > 1 else False
            if left_out > len(hidden) - 1:
                left_out = 0
                copied = token.start()  # the group is empty now
            elif was and not hidden[-1] and not left_out:
                parts += [text[copied : token.end()], _SHOWN]
                copied = token.end()
        elif word == "bin":
            skip_to = token.end() + max(int(token["number"] or 0), 0)
            if not left_out:
                parts.append(text[copied : token.start()])
            copied = skip_to
        elif left_out or word is None:
            continue
        elif word in _LEFT_OUT and _begins_group(text, token.start()) and len(hidden) > 1:
            parts.append(text[copied : token.start()])
            left_out = len(hidden) - 1
        elif word in ("v", "deleted", "plain"):
            now = word != "plain" and token["number"] != "0"
            if now != hidden[-1]:
                parts += [text[copied : token.end()], _HIDDEN if now else _SHOWN]
                copied = token.end()
                hidden[-1] = now
        elif word in ("cell", "nestcell", "row", "nestrow"):
            parts += [text[copied : token.start()], _ROW if word.endswith("row") else _CELL]
            copied = token.end()
    if not left_out:
        parts.append(text[copied:])
    return "".join(parts)


def _begins_group(text: str, place: int) -> bool:
    """Whether a word is the first of its group, as one that says what the group holds is."""
    return text[max(place - 8, 0) : place].rstrip().endswith(("{", "\\*"))


def _code_page(data: bytes) -> str:
    """Return the codec of the bytes that the file has as they are; one with one byte a character,
    because the lengths of binary data count bytes."""
    found = _CODE_PAGE.search(data[:4096])
    if found is None:
        return "mac_roman" if _MACINTOSH.match(data) else "cp1252"
    name = f"cp{int(found[1])}"
    return name if name in _SINGLE_BYTE else "cp1252"


_SINGLE_BYTE = {"cp437", "cp850", *(f"cp{number}" for number in range(1250, 1259))}


def _damaged() -> CannotRead:
    return CannotRead("The file", "is damaged or not RTF", "export it again, or as a Word file")
