"""Documents made to do harm, each built when it is asked for."""

from __future__ import annotations

import io
import zipfile
import zlib
from itertools import accumulate
from pathlib import Path

FILES = Path(__file__).parents[3] / "gold" / "documents" / "files"
BOMB = (
    b'<?xml version="1.0"?><!DOCTYPE d [<!ENTITY a "ha ha ha ha ha ha ">'
    + b"".join(b'<!ENTITY %c "%s">' % (98 + n, b"&%c;" % (97 + n) * 20) for n in range(10))
    + b"]>"
)
WORD = b'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'


def repacked(changes: dict[str, bytes], base: str = "office.docx") -> bytes:
    """A Word file with parts replaced or added."""
    buffer = io.BytesIO()
    with (
        zipfile.ZipFile(FILES / base) as old,
        zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as new,
    ):
        for name in old.namelist():
            if name not in changes:
                new.writestr(name, old.read(name))
        for name, content in changes.items():
            new.writestr(name, content)
    return buffer.getvalue()


def body(paragraphs: bytes, doctype: bytes = b'<?xml version="1.0"?>') -> dict[str, bytes]:
    """The main part of a Word file."""
    return {
        "word/document.xml": doctype
        + b"<w:document %s><w:body>%s</w:body></w:document>" % (WORD, paragraphs)
    }


def paragraph(text: bytes) -> bytes:
    return b"<w:p><w:r><w:t>%s</w:t></w:r></w:p>" % text


def lying_sizes() -> bytes:
    """A Word file whose main part says it is small and unpacks to 64 MB."""
    data = bytearray(repacked({"word/document.xml": b" " * 64_000_000}))
    true = (64_000_000).to_bytes(4, "little")
    while true in data:
        place = data.index(true)
        data[place : place + 4] = (1000).to_bytes(4, "little")
    return bytes(data)


def pdf(*objects: bytes) -> bytes:
    """A PDF of these objects, numbered from 1; the first is the catalog."""
    parts = [b"%PDF-1.7\n"]
    parts += [b"%d 0 obj\n%s\nendobj\n" % (number, one) for number, one in enumerate(objects, 1)]
    places = list(accumulate(map(len, parts)))[:-1]
    data = b"".join(parts)
    table = b"".join(b"%010d 00000 n \n" % place for place in places)
    return data + (
        b"xref\n0 %d\n0000000000 65535 f \n%strailer << /Size %d /Root 1 0 R >>\nstartxref\n%d\n"
        b"%%%%EOF" % (len(objects) + 1, table, len(objects) + 1, len(data))
    )


def stream(content: bytes, entries: bytes = b"", packed: bool = False) -> bytes:
    if packed:
        content, entries = zlib.compress(content, 9), entries + b" /Filter /FlateDecode"
    return b"<< /Length %d %s >>\nstream\n%s\nendstream" % (len(content), entries, content)


CATALOG = b"<< /Type /Catalog /Pages 2 0 R >>"
PAGES = b"<< /Type /Pages /Kids [3 0 R] /Count 1 >>"
PAGE = (
    b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R /Resources << /Font "
    b"<< /F 5 0 R >> /XObject << /X 6 0 R >> >> >>"
)
FONT = b"<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>"
FORM = b"/Type /XObject /Subtype /Form /Resources << /XObject << /X 6 0 R >> >>"


def page(content: bytes, thing: bytes = b"null", packed: bool = False) -> bytes:
    """A PDF of one page; ``thing`` is what its resources call /X."""
    return pdf(CATALOG, PAGES, PAGE, stream(content, packed=packed), FONT, thing)


HOSTILE = {
    "zero bytes.docx.pdf": lambda: b"%PDF-",
    "zip bomb.docx": lambda: repacked({"word/media/x.png": bytes(200_000_000)}),
    "lying sizes.docx": lying_sizes,
    "6,000 parts.docx": lambda: repacked({f"word/media/{n}.png": b"" for n in range(6000)}),
    "entity bomb.docx": lambda: repacked(body(paragraph(b"&k;"), BOMB)),
    "entity file.docx": lambda: repacked(
        body(paragraph(b"&e;"), b'<!DOCTYPE d [<!ENTITY e SYSTEM "file:///etc/passwd">]>')
    ),
    "deep tables.docx": lambda: repacked(
        body(b"<w:tbl><w:tr><w:tc>" * 5000 + paragraph(b"x") + b"</w:tc></w:tr></w:tbl>" * 5000)
    ),
    "cut.docx": lambda: (FILES / "plain.docx").read_bytes()[:20_000],
    "no parts.docx": lambda: b"PK\x05\x06" + bytes(18),
    "page loop.pdf": lambda: pdf(
        CATALOG, b"<< /Type /Pages /Kids [2 0 R 3 0 R] /Count 2 >>", b"<< /Type /Pages /Kids "
        b"[2 0 R] /Count 1 /Parent 2 0 R >>",
    ),
    "self reference.pdf": lambda: pdf(CATALOG, b"2 0 R"),
    "parent loop.pdf": lambda: pdf(
        CATALOG, PAGES, b"<< /Type /Page /Parent 3 0 R /Contents 4 0 R >>", stream(b"BT ET")
    ),
    "form loop.pdf": lambda: page(b"/X Do", stream(b"/X Do /X Do /X Do", FORM)),
    "200,000 objects.pdf": lambda: pdf(CATALOG, PAGES, *([b"null"] * 200_000)),
    "stream bomb.pdf": lambda: page(bytes(200_000_000), packed=True),
    "operators.pdf": lambda: page(b"0 0 m " * 100_000, packed=True),
    "deep arrays.pdf": lambda: page(b"BT /F 9 Tf " + b"[" * 200_000 + b"] TJ ET", packed=True),
    "saved states.pdf": lambda: page(b"q " * 100_000, packed=True),
    "no end.pdf": lambda: b"%PDF-1.7\n" + b"1 0 obj << /A " * 100_000,
    "deep.html": lambda: b"<html><body>" + b"<div>" * 500_000 + b"x",
    "tags.html": lambda: b"<html>" + b"<p>" * 20_000,
    "angles.html": lambda: b"<html>" + b"<" * 3_000_000,
    "attributes.html": lambda: b"<html><p " + b'a="b" ' * 1_000_000 + b">",
    "entities.html": lambda: BOMB + b"<html><body><p>&k;</p></body></html>",
    "comment.html": lambda: b"<!--" * 2_000_000 + b"<html>",
    "tables.html": lambda: b"<html><body>" + b"<table><tr><td>" * 100_000,
    "scripts.html": lambda: b"<html>" + b"<script>document.write('x')</script>" * 30_000,
}  # fmt: skip
