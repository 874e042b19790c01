"""Read articles from PDF documents, with pypdf."""

from __future__ import annotations

import io
import re
from collections.abc import Callable, Sequence
from contextlib import suppress
from typing import TYPE_CHECKING, TypeVar

from analysis.errors import CannotRead
from analysis.reading.articles import Article
from analysis.reading.documents.byline import byline_in, date_in, property_or_none
from analysis.reading.documents.pdf.layout.article_text import laid_out
from analysis.reading.documents.pdf.layout.paragraphs import headline_of
from analysis.reading.documents.pdf.matrices import dictionary
from analysis.reading.documents.pdf.pages import LETTERS_PER_PAGE, Page, notices_of, pages_of
from analysis.reading.limits import require_words

if TYPE_CHECKING:
    from pypdf import PdfReader

Found = TypeVar("Found")

LETTERS_OF_A_TEXT = 200
"""Fewest letters of one page that make a document of scanned pages worth reading."""


_WAIT = re.compile(r"Please wait\b")


def read_pdf(data: bytes) -> Article:
    """Read an article from a PDF document.

    Columns are read in order, lines joined to paragraphs, words hyphenated at line ends rejoined,
    ligatures spelled out, and headers, footers, page and line numbers, marks of notes and lines
    that send readers to another page left out; footnotes come last. Values of form fields and text
    typed onto the page are read. What could not be read is said in ``notices``. The title is the
    headline on the first page, else the file's property; the author a byline, else the property;
    the date only a dateline, because a file's own date is the day it was printed.

    Raises CannotRead (damaged, locked, a scan) or TextTooLong.
    """
    reader = opened(data)
    pages = pages_of(reader)
    require_text(pages)
    paragraphs = laid_out([page.passages for page in pages])
    text = "\n\n".join(paragraph.text for paragraph in paragraphs)
    if not any(map(str.isalpha, text)):
        raise _without_text(pages)
    if _WAIT.match(text) and _is_dynamic_form(reader):
        raise CannotRead(
            "The file",
            "is a form whose pages only Adobe's own reader makes",
            "open it there and print it to a new PDF, or paste its text",
        )
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
        notices=notices_of(pages),
    )


def require_text(pages: Sequence[Page]) -> None:
    """Raise CannotRead for a document without text. A scan of many pages with a page or two of
    text, such as a cover, is none."""
    letters = [page.letters for page in pages]
    few = sum(letters) < LETTERS_PER_PAGE * max(len(pages), 1)
    if few and max(letters, default=0) < LETTERS_OF_A_TEXT:
        raise _without_text(pages)


def _is_dynamic_form(reader: PdfReader) -> bool:
    """Whether the document is a form in XFA, with a single page that asks to wait."""
    return _or_if_damaged(False, lambda: "/XFA" in dictionary(reader.root_object.get("/AcroForm")))


def _damaged() -> CannotRead:
    return CannotRead(
        "The file",
        "is damaged or not a PDF document",
        "open it in a PDF reader and print it to a new PDF, or paste its text",
    )


def _without_text(pages: Sequence[Page]) -> CannotRead:
    faults = {page.fault for page in pages}
    if "broken" in faults:
        return _damaged()
    if "unmapped" in faults:
        return CannotRead(
            "The file",
            "has fonts that do not say which letters they show",
            "let a program for text recognition (OCR) read it first, or paste its text",
        )
    if faults & {"picture", "shapes"}:
        return CannotRead(
            "The file",
            "is a scan, pictures of pages without text",
            "let a program for text recognition (OCR) read it first, or paste its text",
        )
    return CannotRead("The file", "is a PDF document that holds no text", "paste its text")


def opened(data: bytes) -> PdfReader:
    """Return a reader of the document, unlocked where no password is needed to read it; raises
    CannotRead."""
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


def _or_if_damaged(instead: Found, read: Callable[[], Found]) -> Found:
    """Return ``read()``, or ``instead`` if that part of the document is damaged, so that the rest
    can be read. MemoryError is raised, as it does not mean damage."""
    try:
        return read()
    except MemoryError:
        raise
    except Exception:  # pypdf raises its own errors and many of Python's on broken files
        return instead


def _properties(reader: PdfReader) -> tuple[str, str]:
    def read() -> tuple[str, str]:
        found = reader.metadata
        return (str(found.title or ""), str(found.author or "")) if found else ("", "")

    return _or_if_damaged(("", ""), read)
