"""From a file, standard input, an upload or a web address to an article's text.

Plain text stays exactly as it was written: line ends, Markdown marks and odd spaces, because
offsets point into this text. Only a byte order mark, which is no part of a text, is taken off.
Web pages, PDF and Word documents go to ``analysis.reading.documents``, web addresses to
``analysis.reading.web.pages``, and their text is what comes back.
"""

from __future__ import annotations

import os
import re
from pathlib import Path
from typing import BinaryIO

from analysis.errors import CannotRead
from analysis.reading.articles import Article
from analysis.reading.decoding import MAX_BYTES, plain_text
from analysis.reading.documents.kinds import recognise
from analysis.reading.limits import MAX_FILE_BYTES

_KINDS = {"": "text", ".txt": "text", ".text": "text", ".md": "markdown", ".markdown": "markdown"}

_OTHER_DOCUMENTS = {
    ".doc": "an old Word document", ".rtf": "a rich-text document", ".odt": "an OpenDocument text",
}  # fmt: skip

_ADDRESS = re.compile(r"\s*[A-Za-z][A-Za-z0-9+.-]+://")


def read(source: str | os.PathLike[str] | bytes, name: str | None = None) -> Article:
    """Read an article from a file's path, a web address or the bytes of a file.

    What begins like ``https://`` is a web address: the page is fetched, and only that leaves the
    machine. ``name`` is what messages call a file and whose ending tells its kind where
    the content does not; a path is its own name. Encodings of plain text: UTF-8, UTF-16 with a
    byte order mark, what a web server says, else Windows-1252.

    Raises CannotRead (no such file, a document that is damaged, locked, too large or of another
    kind), its kind CannotFetch (no such page, or none that may be fetched), NotText, TextTooLong
    or EmptyText.
    """
    if isinstance(source, bytes):
        return _article(source, name or "The file")
    path = os.fspath(source)
    label = name or path
    if _ADDRESS.match(path):
        from analysis.reading.web.pages import read_address

        return read_address(path)
    try:
        with open(path, "rb") as file:
            return _article(_content(file, label), label)
    except FileNotFoundError:
        raise CannotRead(label, "does not exist", "check the file's name") from None
    except IsADirectoryError:
        raise CannotRead(label, "is a folder", "give one file in it") from None
    except ValueError:  # a NUL character in the path
        raise CannotRead(repr(label), "is no file's name", "check the file's name") from None
    except OSError as error:
        reason = f"cannot be read ({error.strerror or error})"
        raise CannotRead(label, reason, "check the file, or paste its text instead") from None


def read_stream(stream: BinaryIO) -> Article:
    """Read an article from standard input, no further than the limit. Raises as ``read`` does."""
    name = "Standard input"
    return _article(_content(stream, name), name)


def _content(file: BinaryIO, name: str) -> bytes:
    """Return a file's bytes, one more than text or a document of its kind may have at most."""
    data = file.read(MAX_BYTES + 1)
    if len(data) > MAX_BYTES and recognise(data, name):
        data += file.read(MAX_FILE_BYTES + 1 - len(data))
    return data


def _article(data: bytes, name: str) -> Article:
    kind = recognise(data, name)
    if kind:
        from analysis.reading.documents.sandbox import read_document

        return read_document(data, kind, name)
    suffix = Path(name).suffix.lower()
    if suffix in _OTHER_DOCUMENTS:
        raise CannotRead(
            name, f"is {_OTHER_DOCUMENTS[suffix]}", "save it as .docx or plain text (.txt)"
        )
    text = plain_text(data, name)
    return Article(text, None, None, None, None, _KINDS.get(suffix, "text"))
