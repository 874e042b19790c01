"""What a PDF reader shows on top of a page: values of form fields, text typed onto the page.

ISO 32000-1, section 12.5 (annotations) and 12.7 (forms).
"""

from __future__ import annotations

import re
import textwrap
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from analysis.reading.documents.pdf.contents import Drawn
from analysis.reading.documents.pdf.matrices import IDENTITY, Matrix, dictionary, multiply, numbers

MAX_ANNOTATIONS = 2_000
"""Most annotations of a page that are read; forms of authorities have a few hundred fields."""

_HIDDEN = 0b100010  # bit 2, hidden, and bit 6, no view (table 165)
_PASSWORD = 1 << 13  # bit 14 of a field's flags (table 228)
_COMMENTS = ("/Text", "/Highlight", "/Underline", "/StrikeOut", "/Squiggly", "/Caret")
_TYPED = ("/FreeText", "/Stamp", "/Line", "/Callout")
_SIZE = re.compile(r"(\d{1,3}(?:\.\d{1,3})?) +Tf\b")

USUAL_SIZE = 11.0
"""Font size of a field that gives none."""


@dataclass(frozen=True, slots=True)
class Shown:
    """An annotation that is shown: its appearance, a form to draw with this matrix, or where it
    has none its text as strings."""

    appearance: Any
    matrix: Matrix
    strings: tuple[Drawn, ...] = ()


def shown_annotations(page: Any) -> Iterator[Shown]:
    """Yield what form fields and typed annotations show on a pypdf page.

    Buttons, signatures and passwords are no text. Raises whatever pypdf raises on broken pages.
    """
    for annotation in _annotations(page):
        kind = annotation.get("/Subtype")
        if int(annotation.get("/F", 0) or 0) & _HIDDEN:
            continue
        if kind == "/Widget":
            if _inherited(annotation, "/FT") not in ("/Tx", "/Ch"):
                continue
            if int(_inherited(annotation, "/Ff") or 0) & _PASSWORD:
                continue
            value = _text(_inherited(annotation, "/V"))
        elif kind in _TYPED:
            value = _text(annotation.get("/Contents")) if kind == "/FreeText" else ""
        else:
            continue
        rectangle = numbers(annotation.get("/Rect"), 4)
        if rectangle is None:
            continue
        left, right = sorted(rectangle[::2])
        low, high = sorted(rectangle[1::2])
        form = _appearance(annotation)
        if form is not None and _shows_text(form):
            matrix = _matrix(form, left, low, right, high)
            yield Shown(form, matrix)
        elif value.strip():
            style = _text(_inherited(annotation, "/DA"))
            yield Shown(None, IDENTITY, tuple(_lines(value, style, left, low, right, high)))


def comments_on(page: Any) -> int:
    """Return how many comments a pypdf page has, which are shown only when they are opened."""
    return sum(
        annotation.get("/Subtype") in _COMMENTS
        and any(map(str.isalpha, _text(annotation.get("/Contents"))))
        for annotation in _annotations(page)
    )


def _annotations(page: Any) -> Iterator[Any]:
    found = page.get("/Annots")
    found = found.get_object() if hasattr(found, "get_object") else found
    if isinstance(found, list):
        yield from map(dictionary, found[:MAX_ANNOTATIONS])


def _inherited(field: Any, key: str) -> Any:
    """Return a field's entry, or that of the field it is a part of."""
    for _ in range(10):
        if key in field:
            return field[key]
        field = dictionary(field.get("/Parent"))
    return None


def _text(value: Any) -> str:
    value = value.get_object() if hasattr(value, "get_object") else value
    if isinstance(value, list):  # several choices
        return "\n".join(_text(one) for one in value[:100])
    if isinstance(value, bytes):
        return value.decode("latin-1")
    return str(value) if isinstance(value, str) and not value.startswith("/") else ""


def _appearance(annotation: Any) -> Any:
    """Return the form that draws an annotation, or None."""
    form = dictionary(dictionary(annotation.get("/AP")).get("/N"))
    if form and "/BBox" not in form:  # one form for each state
        form = dictionary(form.get(annotation.get("/AS", "/Off")))
    return form if "/BBox" in form and hasattr(form, "get_data") else None


def _shows_text(form: Any) -> bool:
    """Whether a form draws text; the empty ones of fields filled in by programs do not."""
    data = form.get_data()
    return b"Tj" in data or b"TJ" in data or b" Do" in data or b"'" in data


def _matrix(form: Any, left: float, low: float, right: float, high: float) -> Matrix:
    """Return the transformation that puts a form into an annotation's rectangle (section
    12.5.5)."""
    own: Matrix = numbers(form.get("/Matrix") or [], 6) or IDENTITY  # type: ignore[assignment]
    x0, y0, x1, y1 = numbers(form.get("/BBox"), 4) or (0.0, 0.0, 1.0, 1.0)
    corners = [multiply((1, 0, 0, 1, x, y), own)[4:] for x in (x0, x1) for y in (y0, y1)]
    box_left, box_right = min(x for x, _ in corners), max(x for x, _ in corners)
    box_low, box_high = min(y for _, y in corners), max(y for _, y in corners)
    wide = (right - left) / (box_right - box_left) if box_right > box_left else 1.0
    tall = (high - low) / (box_high - box_low) if box_high > box_low else 1.0
    return multiply(own, (wide, 0, 0, tall, left - box_left * wide, low - box_low * tall))


def _lines(
    value: str, style: str, left: float, low: float, right: float, high: float
) -> Iterator[Drawn]:
    """Yield a field's value in lines from the top of its rectangle, as a PDF reader draws it.

    Letters are taken to be half as wide as the font size.
    """
    found = _SIZE.search(style)
    size = (float(found[1]) if found else 0.0) or USUAL_SIZE
    width = max(int((right - left) / (0.5 * size)), 1)
    rows = [
        row
        for line in value.splitlines()
        for row in (textwrap.wrap(line, width, break_long_words=False) or [""])
    ]
    top = high - size if len(rows) > 1 else (low + high) / 2 - 0.35 * size
    for place, row in enumerate(rows):
        if row.strip():
            y = top - 1.2 * size * place
            yield Drawn(row, left, y, left + 0.5 * size * len(row), y, size, 0.0)
