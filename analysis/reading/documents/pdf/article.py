"""Read articles from PDF documents, with pypdf."""

from __future__ import annotations

import io
from collections.abc import Callable, Iterator
from contextlib import suppress
from typing import TYPE_CHECKING, Any, TypeVar

from analysis.errors import CannotRead
from analysis.reading.articles import Article
from analysis.reading.documents.byline import byline_in, date_in, property_or_none
from analysis.reading.documents.pdf.columns import Line, reading_order, runs_of
from analysis.reading.documents.pdf.headers_footers import without_headers_and_footers
from analysis.reading.documents.pdf.paragraphs import headline_of, paragraphs_of
from analysis.reading.documents.pdf.text import Fragment, fragments_of, has_picture
from analysis.reading.limits import MAX_CHARACTERS, require_words

if TYPE_CHECKING:
    from pypdf import PdfReader

Found = TypeVar("Found")

LETTERS_PER_PAGE = 12
"""Fewest letters a page of a document with text. With fewer it is a scan, as scanners add a page
number or a stamp at most."""


def read_pdf(data: bytes) -> Article:
    """Read an article from a PDF document.

    Columns are read in order, lines joined to paragraphs, words hyphenated at line ends rejoined,
    ligatures spelled out, and headers, footers and page numbers left out. The title is the headline
    on the first page, else the file's property; the author a byline, else the property; the date
    only a dateline, because a file's own date is the day it was printed.

    Raises CannotRead (damaged, locked, a scan) or TextTooLong.
    """
    reader = _open(data)
    pages: list[list[Fragment]] = []
    letters = characters = 0
    pictured = False
    for page in _pages(reader):
        fragments = _fragments(page)
        pages.append(fragments)
        count = sum(len(fragment.text) for fragment in fragments)
        characters += count
        letters += sum(any(map(str.isalpha, fragment.text)) for fragment in fragments) and count
        pictured = pictured or (not count and _picture(page))
        if characters > MAX_CHARACTERS:
            break
    if letters < LETTERS_PER_PAGE * max(len(pages), 1):
        raise _without_text(pictured or any(map(_picture, _pages(reader))))
    lines: list[list[Line]] = []
    for number, runs in enumerate(without_headers_and_footers([runs_of(page) for page in pages])):
        lines += reading_order(runs, number)
    paragraphs = paragraphs_of(lines)
    text = "\n\n".join(paragraph.text for paragraph in paragraphs)
    if not any(map(str.isalpha, text)):
        raise _without_text(pictured)
    require_words(text)
    first = [paragraph.text for paragraph in paragraphs[:8]]
    title, author = _properties(reader)
    return Article(
        text,
        headline_of(paragraphs) or property_or_none(title),
        byline_in(first) or property_or_none(author),
        date_in(first),
        None,
        "pdf",
    )


def _damaged() -> CannotRead:
    return CannotRead(
        "The file",
        "is damaged or not a PDF document",
        "open it in a PDF reader and print it to a new PDF, or paste its text",
    )


def _without_text(pictured: bool) -> CannotRead:
    if pictured:
        return CannotRead(
            "The file",
            "is a scan, pictures of pages without text",
            "let a program for text recognition (OCR) read it first, or paste its text",
        )
    return CannotRead("The file", "is a PDF document that holds no text", "paste its text")


def _open(data: bytes) -> PdfReader:
    """Return a reader of the document, unlocked where no password is needed to read it."""
    try:
        from pypdf import PdfReader
        from pypdf.errors import DependencyError

        reader = PdfReader(io.BytesIO(data))
        locked = reader.is_encrypted
        # Many publishers restrict copying only, and such files open with an empty password. AES
        # needs the package cryptography; without it the file stays locked.
        with suppress(DependencyError, NotImplementedError):
            locked = locked and not reader.decrypt("")
        if not locked:
            len(reader.pages)
            return reader
    except MemoryError:
        raise
    except Exception:  # pypdf raises its own errors and many of Python's on broken files
        raise _damaged() from None
    raise CannotRead(
        "The file",
        "is locked with a password",
        "open it with the password and print it to a new PDF, or paste its text",
    )


def _pages(reader: PdfReader) -> Iterator[Any]:
    """Yield the pages up to the first damaged one, so that those before it can be read."""
    try:
        yield from reader.pages
    except MemoryError:
        raise
    except Exception:  # pypdf raises its own errors and many of Python's on broken files
        return


def _or_if_damaged(instead: Found, read: Callable[[], Found]) -> Found:
    """Return ``read()``, or ``instead`` if that part of the document is damaged, so that the rest
    can be read. MemoryError is raised, as it does not mean damage."""
    try:
        return read()
    except MemoryError:
        raise
    except Exception:  # pypdf raises its own errors and many of Python's on broken files
        return instead


def _fragments(page: Any) -> list[Fragment]:
    return _or_if_damaged([], lambda: fragments_of(page))


def _picture(page: Any) -> bool:
    return _or_if_damaged(False, lambda: has_picture(page))


def _properties(reader: PdfReader) -> tuple[str, str]:
    def read() -> tuple[str, str]:
        found = reader.metadata
        return (str(found.title or ""), str(found.author or "")) if found else ("", "")

    return _or_if_damaged(("", ""), read)
