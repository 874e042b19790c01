"""Read an article from a file, standard input, an upload or a web address.

Plain text is kept as written, with line ends and unusual spaces, because offsets point into this
text (``analysis.reading.text_files.reading``). Web pages, PDF and Word documents, e-mails, feeds,
Markdown and subtitles are read in a child process (``analysis.reading.documents``), web addresses
by ``analysis.reading.web``.
"""

from __future__ import annotations

import os
import re
from pathlib import Path
from typing import BinaryIO

from analysis.errors import CannotRead
from analysis.reading.articles import Article
from analysis.reading.decoding import MAX_BYTES
from analysis.reading.documents.kinds import ReadDocument, recognise
from analysis.reading.limits import MAX_FILE_BYTES
from analysis.reading.text_files.reading import read_text_file

_SAVE_AS = "save it as .docx or plain text (.txt)"
_OTHER_DOCUMENTS = {
    ".doc": ("an old Word document", _SAVE_AS),
    ".dot": ("an old Word document", _SAVE_AS),
    ".rtf": ("a rich-text document", _SAVE_AS),
    ".odt": ("an OpenDocument text", _SAVE_AS),
    ".fodt": ("an OpenDocument text", _SAVE_AS),
    ".pages": ("a Pages document", "export it as .docx, PDF or plain text (.txt)"),
    ".wpd": ("a WordPerfect document", _SAVE_AS),
    ".wps": ("a Works document", _SAVE_AS),
    ".epub": ("an e-book", "paste the article's text"),
    ".mobi": ("an e-book", "paste the article's text"),
    ".azw3": ("an e-book", "paste the article's text"),
    ".msg": ("an Outlook message", "save it as .eml or paste its text"),
    ".xls": ("a spreadsheet", "paste the article's text"),
    ".xlsx": ("a spreadsheet", "paste the article's text"),
    ".ods": ("a spreadsheet", "paste the article's text"),
    ".ppt": ("a presentation", "paste the article's text"),
    ".pptx": ("a presentation", "paste the article's text"),
    ".odp": ("a presentation", "paste the article's text"),
    ".webarchive": ("a web archive of Safari", "save the page as HTML (page source)"),
    ".url": ("a shortcut to a web address", "give that address itself"),
    ".webloc": ("a shortcut to a web address", "give that address itself"),
    ".zip": ("a ZIP archive", "unpack it and give the article in it"),
    ".gz": ("a gzip archive", "unpack it and give the article in it"),
}
"""What is not read, by the ending of its file's name, and what to do instead."""

_ADDRESS = re.compile(r"\s*[A-Za-z][A-Za-z0-9+.-]+://")


def read(
    source: str | os.PathLike[str] | bytes,
    name: str | None = None,
    *,
    documents: ReadDocument | None = None,
) -> Article:
    """Read an article from a file's path, a web address or the bytes of a file.

    A string that begins with a scheme such as ``https://`` is a web address, and the page is
    fetched; nothing but the request leaves the machine. ``name`` is the file's name in messages, by
    default the path; its suffix decides the kind of file if the content does not. Encodings of
    plain text: what a byte order mark says, what a web server declares, UTF-16 and UTF-32 by their
    zero bytes, UTF-8 also with a few stray bytes, Mac Roman by its apostrophes, else Windows-1252.
    What was repaired or left out is said in the article's notices. ``documents`` reads what needs a
    child process, by default a new one for each document.

    Raises CannotRead (no such file, a document that is damaged, locked, too large or of another
    kind, or what is no article: a table, a log, program code), its subclass CannotFetch (the page
    does not exist or may not be fetched), NotText, TextTooLong or EmptyText.
    """
    if isinstance(source, bytes):
        return _article(source, name or "The file", documents)
    path = os.fspath(source)
    label = name or path
    if _ADDRESS.match(path):
        from analysis.reading.web.pages import read_address

        return read_address(path)
    try:
        with open(path, "rb") as file:
            return _article(_content(file, label), label, documents)
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
    """Read an article from standard input, up to the size limit. Raises what ``read`` raises."""
    name = "Standard input"
    return _article(_content(stream, name), name)


def _content(file: BinaryIO, name: str) -> bytes:
    """Return a file's bytes, at most one more than the limit for text or for its kind of document,
    so that the caller can tell that the file is too large."""
    data = file.read(MAX_BYTES + 1)
    if len(data) > MAX_BYTES and recognise(data, name):
        data += file.read(MAX_FILE_BYTES + 1 - len(data))
    return data


def _article(data: bytes, name: str, documents: ReadDocument | None = None) -> Article:
    kind = recognise(data, name)
    if kind:
        from analysis.reading.documents.sandbox import read_document

        return (documents or read_document)(data, kind, name)
    suffix = Path(name).suffix.lower()
    if suffix in _OTHER_DOCUMENTS:
        what, advice = _OTHER_DOCUMENTS[suffix]
        raise CannotRead(name, f"is {what}", advice)
    return read_text_file(data, name, suffix, documents=documents)
