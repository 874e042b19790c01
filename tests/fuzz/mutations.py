"""Broken documents made of the gold files: the same number gives the same document, always."""

from __future__ import annotations

import io
import random
import zipfile
import zlib
from functools import cache
from pathlib import Path

FILES = Path(__file__).parents[1] / "gold" / "documents" / "files"
LARGEST = 12_000
"""Larger gold files are left out but for one in twenty inputs: they only take longer to break."""

ENDINGS = ((".html", ".htm"), (".pdf",), (".docx",), (".txt", ".md"))
SHARES = (35, 35, 25, 5)

NAMES = ("a.html", "a.pdf", "a.docx", "a.txt", "a.md", "a", "a.doc", "a.htm")
TOKENS = (
    b"<", b">", b"<!--", b"]]>", b"<![CDATA[", b"&#0;", b"&#xD800;", b"&amp", b"\0", b"\xff\xfe",
    b"\xef\xbb\xbf", b"\xed\xa0\x80", b"<svg>", b"<table>", b"</html>", b"<?xml?>", b"\x1b(B",
    b"<meta charset=utf-7>", b"<meta charset=base64>", b"<w:p>", b"</w:p>", b"<w:tbl>", b"w:val",
    b"endstream", b"endobj", b"obj", b"0 R", b"<<", b">>", b"[", b"]", b"(", b")", b"/Kids",
    b"/Length -1", b"99999999999999999999", b"-1", b"1e999", b"/Filter", b"/FlateDecode", b"BT",
    b"ET", b"Tj", b"q", b"Q", b"cm", b"Do", b"Tm", b"TJ", b"nan", b"0 0 0 0 0 0 Tm", b"startxref",
    b"trailer", b"/Encrypt", b"/Root", b"/Parent", b"/Contents", b"/Type /Page", b"/Subtype /Form",
    b"PK\x03\x04", b"PK\x05\x06", b"%PDF-",
)  # fmt: skip


@cache
def originals() -> tuple[tuple[str, bytes], ...]:
    """The gold files' names and bytes, in the order of their names."""
    return tuple((path.name, path.read_bytes()) for path in sorted(FILES.iterdir()))


def broken(seed: int, number: int) -> tuple[str, bytes]:
    """Return the name and bytes of input ``number`` of a run."""
    chance = random.Random(f"{seed}/{number}")
    if chance.random() < 0.05:
        return chance.choice(NAMES), _noise(chance)
    endings = chance.choices(ENDINGS, SHARES)[0]
    files = [one for one in originals() if one[0].endswith(endings)]
    small = [one for one in files if len(one[1]) <= LARGEST]
    name, data = chance.choice(files if chance.random() < 0.05 else small)
    if name.endswith(".docx") and chance.random() < 0.8:
        data = _inside_zip(chance, data)
    elif name.endswith(".pdf") and chance.random() < 0.7:
        data = _inside_streams(chance, data)
    else:
        data = _changed(chance, data)
    if chance.random() < 0.1:
        name = chance.choice(NAMES)
    return name, data


def _noise(chance: random.Random) -> bytes:
    head = chance.choice(
        (b"", b"%PDF-1.7\n", b"PK\x03\x04", b"<html>", b"\xff\xfe", b"<!doctype html>")
    )
    return head + chance.randbytes(chance.randrange(2000))


def _changed(chance: random.Random, data: bytes) -> bytes:
    """Change a few places: bits, bytes, pieces doubled, cut out, swapped in from another file."""
    changed = bytearray(data)
    for _ in range(chance.choice((1, 1, 2, 4, 16, 64))):
        place = chance.randrange(len(changed) + 1)
        end = min(len(changed), place + chance.choice((1, 8, 100, 1000)))
        kind = chance.randrange(8)
        if kind == 0 and place < len(changed):
            changed[place] ^= 1 << chance.randrange(8)
        elif kind == 1 and place < len(changed):
            changed[place] = chance.randrange(256)
        elif kind == 2:
            changed[place:place] = changed[place:end] * chance.choice((1, 3, 30))
        elif kind == 3:
            del changed[place:end]
        elif kind == 4:
            _, other = chance.choice(originals())
            start = chance.randrange(len(other))
            changed[place:end] = other[start : start + chance.choice((10, 200, 2000))]
        elif kind == 5 and chance.random() < 0.2:
            del changed[place:]
        else:
            changed[place:place] = chance.choice(TOKENS)
        if len(changed) > 200_000:
            del changed[200_000:]
    return bytes(changed)


def _inside_zip(chance: random.Random, data: bytes) -> bytes:
    """Change a part of a Word file and pack it again, so that the sums are right."""
    buffer = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as old, zipfile.ZipFile(buffer, "w") as new:
        names = old.namelist()
        wanted = "word/document.xml" if chance.random() < 0.6 else chance.choice(names)
        for name in names:
            content = old.read(name)
            if name != wanted:
                new.writestr(name, content)
            elif chance.random() < 0.95:
                new.writestr(name, _changed(chance, content))
    return buffer.getvalue()


def _inside_streams(chance: random.Random, data: bytes) -> bytes:
    """Change a packed stream of a PDF and pack it again; its length is then wrong, which is
    common in real files too."""
    pieces = data.split(b"stream\n")
    place = chance.randrange(len(pieces))
    piece, mark, rest = pieces[place].partition(b"endstream")
    try:
        unpacked = zlib.decompress(piece)
    except zlib.error:
        return _changed(chance, data)
    pieces[place] = zlib.compress(_changed(chance, unpacked)) + b"\n" + mark + rest
    return b"stream\n".join(pieces)
