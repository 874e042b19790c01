"""Rows of an export as an RTF file, with what word processors add."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import groupby

from tests.analysis.corpus.reading.exports.made.record import Row

HEAD = (
    r"{\rtf1\ansi\ansicpg1252\uc1\deff0\deflang1033{\fonttbl{\f0\froman\fcharset0 Times New Roman;}"
    r"{\f1\fswiss\fcharset238 Arial CE;}}{\colortbl;\red0\green0\blue255;}"
    r"{\stylesheet{\s0 Normal;}{\s1\b\fs32 heading 1;}}{\info{\title Not the title}{\author X}}"
    r"{\header\pard Page 1 of 9\par}{\*\generator An invented word processor;}"
    "\n"
)
PICTURE = r"{\*\shppict{\pict\pngblip\picw1\pich1 89504e470d0a1a0a}}"
HIDDEN = r"{\v hidden End of Document\par}"


def rtf(rows: Iterable[Row], tables: bool = True) -> bytes:
    """Paragraphs and tables; without ``tables`` a tab stands between a tag and its text."""
    return (HEAD + "".join(_rows(rows, tables)) + "}").encode("ascii")


def _rows(rows: Iterable[Row], tables: bool) -> Iterator[str]:
    for kind, group in groupby(rows, lambda row: "tag" if row.kind == "under" else row.kind):
        if kind in ("cells", "tag") and (tables or kind == "cells"):
            yield from _table(list(group))
            continue
        for row in group:
            text = escaped(row.text)
            if kind == "page":
                yield r"\page" + "\n"
            elif kind == "title":
                link = r'{\field{\*\fldinst{ HYPERLINK "https://example.org/?a=1&b=2" }}{\fldrslt '
                yield rf"\pard\s1\b\fs32 {PICTURE}{link}{text}" + "}}" + r"\b0\par" + "\n"
            elif kind == "bold":
                yield rf"\pard {{\b {text}}}\par {HIDDEN}" + "\n"
            elif kind == "item":
                yield rf"\pard{{\pntext\'b7\tab}}{text}\par" + "\n"
            else:
                yield rf"\pard\plain\f0\fs24 {text}\par" + "\n"


def _table(rows: list[Row]) -> Iterator[str]:
    texts: list[list[str]] = []
    for row in rows:
        if row.kind == "under":
            texts[-1][1] += r"\par " + escaped(row.text)
        else:
            texts.append([escaped(text) for text in row.text.split("\t")])
    for cells in texts:
        yield r"\trowd\cellx1000\cellx9000\pard\intbl "
        yield "".join(rf"{text}\cell " for text in cells) + r"\row" + "\n"
    yield r"\pard "


def escaped(text: str) -> str:
    """Text in RTF: some characters in the code page, others in Unicode with a substitute."""
    parts = []
    for character in text:
        if character in "\\{}":
            parts.append("\\" + character)
        elif character == "\t":
            parts.append(r"\tab ")
        elif character.isascii():
            parts.append(character)
        elif character in "éèë£û":
            parts.append(rf"\'{character.encode('cp1252').hex()}")
        elif character in "“”":
            parts.append(r"\ldblquote " if character == "“" else r"{\rdblquote}")
        else:
            units = character.encode("utf-16-le")
            for low, high in zip(units[::2], units[1::2], strict=True):
                unit = low + 256 * high
                parts.append(rf"\u{unit - 65536 if unit > 32767 else unit}?")
    return "".join(parts)
