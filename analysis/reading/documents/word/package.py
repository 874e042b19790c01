"""Open a Word file (a zip archive of XML parts), and refuse what is none."""

from __future__ import annotations

import io
import zipfile
from typing import Any

from analysis.errors import CannotRead

MAX_UNPACKED = 100 * 1024 * 1024
"""Most bytes of all parts of a document when decompressed: ten times the largest file."""

MAX_PARTS = 5_000
"""Most parts of a document; one with a thousand pictures has a few more than a thousand."""

_OTHER_FORMATS = {
    "xl/": "an Excel workbook", "ppt/": "a PowerPoint presentation",
    "META-INF/": "an OpenDocument file, an e-book or a program",
}  # fmt: skip


def opened(data: bytes, unpacked: int = MAX_UNPACKED, most_parts: int = MAX_PARTS) -> Any:
    """Return the python-docx document of a file of at most ``unpacked`` bytes when decompressed and
    ``most_parts`` parts.

    Raises CannotRead for a file that is damaged, locked, no Word document, or too large when
    decompressed.
    """
    _require_small(data, unpacked, most_parts)
    try:
        import docx

        document = docx.Document(io.BytesIO(data))
        body = document.element.body
    except MemoryError:
        raise
    except Exception:  # zipfile, lxml and python-docx raise many kinds on broken files
        raise damaged() from None
    if body is None:
        raise damaged()
    return document


def damaged() -> CannotRead:
    """The error for a file that cannot be taken apart."""
    return CannotRead(
        "The file",
        "is damaged or not a Word document",
        "open it in Word and save it again as .docx, or paste its text",
    )


def _require_small(data: bytes, unpacked: int, most_parts: int) -> None:
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            parts = archive.infolist()
            locked = any(part.flag_bits & 1 for part in parts)
    except Exception:  # zipfile raises BadZipFile, but also struct and Unicode errors
        raise damaged() from None
    if len(parts) > most_parts or sum(part.file_size for part in parts) > unpacked:
        raise CannotRead(
            "The file",
            f"unpacks to more than {unpacked // 1024**2} MB or {most_parts:,} parts",
            "save its text alone as .docx or .txt, or paste it",
        )
    for folder, kind in _OTHER_FORMATS.items():
        if any(part.filename.startswith(folder) for part in parts):
            raise CannotRead(
                "The file", f"is {kind}, not a Word document", "save its text as .docx or paste it"
            )
    if locked:
        raise CannotRead(
            "The file", "is locked with a password", "save a copy without one, or paste its text"
        )
