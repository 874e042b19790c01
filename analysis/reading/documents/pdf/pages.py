"""Read the pages of a PDF document, and say which could not be read."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from analysis.reading.documents.pdf.annotations import comments_on
from analysis.reading.documents.pdf.contents import Contents, Drawn, Fragment
from analysis.reading.documents.pdf.directions import upright
from analysis.reading.documents.pdf.repeats import without_repeats
from analysis.reading.documents.pdf.text import contents_of
from analysis.reading.limits import MAX_CHARACTERS

if TYPE_CHECKING:
    from pypdf import PdfReader

LETTERS_PER_PAGE = 12
"""Fewest letters of a page with text. With fewer it is a scan or a picture, as scanners add a page
number or a stamp at most."""

PICTURE_SHARE = 0.3
"""Smallest share of a page that a picture covers where a page without text is called a picture."""

LETTERS_AS_SHAPES = 300
"""Fewest curved shapes of a page without text whose letters may be drawn as shapes; a letter has
about ten, a logo fifty."""

_REREAD = "open it in a PDF reader and print it to a new PDF, or paste its text"
_OCR = "let a program for text recognition (OCR) read it, or paste its text"


@dataclass(frozen=True)
class Page:
    """A page: its passages, each of strings in one direction, the page's own first.

    ``fault`` is ``broken`` (not read at all), ``incomplete``, ``picture``, ``shapes`` (letters
    drawn as shapes), ``unmapped`` (in a font without a table of characters) or empty.
    """

    passages: tuple[list[Fragment], ...]
    fault: str = ""
    comments: int = 0

    @property
    def letters(self) -> int:
        """How many characters there are in strings with a letter."""
        return sum(
            len(one.text)
            for passage in self.passages
            for one in passage
            if any(map(str.isalpha, one.text))
        )


def pages_of(
    reader: PdfReader, most: int = MAX_CHARACTERS, most_pages: int | None = None
) -> list[Page]:
    """Return the pages of a document; those that cannot be read are empty and have a fault.

    Stops after more than ``most`` characters, which an article may have, and after ``most_pages``.
    Raises MemoryError only.
    """
    pages: list[Page] = []
    characters = 0
    for number in range(_count(reader))[:most_pages]:
        pages.append(_page(reader, number))
        characters += sum(len(one.text) for some in pages[-1].passages for one in some)
        if characters > most:
            break
    return pages


def _count(reader: PdfReader) -> int:
    try:
        return len(reader.pages)
    except MemoryError:
        raise
    except Exception:  # pypdf raises its own errors and many of Python's on broken files
        return 0


def _page(reader: PdfReader, number: int) -> Page:
    try:
        page = reader.pages[number]
        contents = contents_of(page)
        comments = comments_on(page)
        area = _area(page)
        shown = _shown(contents, page, area)
    except MemoryError:
        raise
    except Exception:  # pypdf raises its own errors and many of Python's on broken files
        return Page((), "broken")
    turned = upright(shown, _rotation(page))
    passages = tuple(without_repeats(one) for one in turned)
    made = Page(passages, "", comments)
    return Page(passages, _fault(contents, made.letters, area), comments)


def _shown(contents: Contents, page: Any, area: float) -> list[Drawn]:
    """Return the strings that a PDF reader shows: those inside the page's visible part (crop box),
    and invisible ones only over a picture, whose words they are."""
    strings = contents.strings
    if contents.picture > PICTURE_SHARE * area or not strings:
        strings = strings + contents.invisible
    box = page.cropbox
    left, right = sorted((float(box.left), float(box.right)))
    low, high = sorted((float(box.bottom), float(box.top)))
    inside = [
        one
        for one in strings
        if left <= (one.x0 + one.x1) / 2 <= right and low <= (one.y0 + one.y1) / 2 <= high
    ]
    return inside or strings


def _rotation(page: Any) -> int:
    try:
        return int(page.rotation or 0)
    except (TypeError, ValueError):  # anything but a number; PDF readers do not turn the page
        return 0


def _area(page: Any) -> float:
    box = page.mediabox
    return max(float(box.width) * float(box.height), 1.0)


def _fault(contents: Contents, letters: int, area: float) -> str:
    if letters < LETTERS_PER_PAGE:
        if not contents.complete:
            return "broken"
        if contents.unmapped >= LETTERS_PER_PAGE:
            return "unmapped"
        if contents.picture > PICTURE_SHARE * area:
            return "picture"
        return "shapes" if contents.curves >= LETTERS_AS_SHAPES else ""
    if not contents.complete:
        return "incomplete"
    return "unmapped" if contents.unmapped > 0.1 * letters else ""


_FAULTS = {
    "broken": ("could not be read and {is_} left out", _REREAD),
    "incomplete": ("could be read in part only", _REREAD),
    "picture": (
        "{is_} a picture, and text in it is not read",
        f"if it is a scan, {_OCR}",
    ),
    "shapes": ("{is_} left out, as the letters may be drawn as shapes", _OCR),
    "unmapped": (
        "{has_} text in a font that does not say which letters it shows; that text is left out",
        _OCR,
    ),
}


def notices_of(pages: Sequence[Page]) -> tuple[str, ...]:
    """Return a sentence for each kind of fault, which names the pages, and one for comments."""
    said = []
    for fault, (what, advice) in _FAULTS.items():
        numbers = [number for number, page in enumerate(pages, 1) if page.fault == fault]
        if numbers:
            several = len(numbers) > 1
            what = what.format(is_="are" if several else "is", has_="have" if several else "has")
            said.append(f"{_named(numbers, len(pages))} {what}: {advice}.")
    comments = sum(page.comments for page in pages)
    if comments:
        what = "One comment is" if comments == 1 else f"{comments} comments are"
        said.append(f"{what} left out, which a PDF reader shows only when opened.")
    return tuple(said)


def _named(numbers: Sequence[int], count: int) -> str:
    """Return “Page 2 of 5”, “Pages 2, 3 and 5 of 9” or, for a long list, “40 of 90 pages”."""
    if count == 1:
        return "The page"
    if len(numbers) == 1:
        return f"Page {numbers[0]} of {count}"
    if len(numbers) > 8:
        return f"{len(numbers)} of {count} pages"
    listed = ", ".join(map(str, numbers[:-1]))
    return f"Pages {listed} and {numbers[-1]} of {count}"
