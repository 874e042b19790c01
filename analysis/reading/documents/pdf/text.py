"""Interpret the text operators of a PDF page (ISO 32000-1, section 9): strings and their positions.

pypdf parses the file and its fonts. Its own text extraction does not give the right edges of lines,
which are needed to find columns and the ends of paragraphs.
"""

from __future__ import annotations

import math
import re
from collections.abc import Iterable
from dataclasses import dataclass, field, replace
from typing import Any

from analysis.reading.documents.pdf.annotations import shown_annotations
from analysis.reading.documents.pdf.contents import Contents, Drawn
from analysis.reading.documents.pdf.matrices import (
    IDENTITY,
    Matrix,
    dictionary,
    multiply,
    number,
    numbers,
)  # fmt: skip
from analysis.reading.documents.pdf.streams import is_whole

MAX_OPERATIONS = 1_000_000
"""Most operators interpreted on one page, including those of its forms each time they are drawn."""

MAX_DEPTH = 12
"""Deepest nesting of forms; real files use two or three."""

MAX_FORMS = 2_000
"""Most forms drawn on one page; maps and charts draw about a hundred."""

MAX_POSITION = 50_000.0
"""Largest coordinate in points; a page is at most 14,400 wide (ISO 32000-1, annex C)."""

# Ligatures (U+FB00 to U+FB06) are spelled out, spaces of other widths and line ends become spaces,
# zero-width characters are removed, and the bullet of the Symbol font,
# which is in the private use area, becomes a standard one.
_REPLACEMENTS = str.maketrans(
    {
        "ﬀ": "ff", "ﬁ": "fi", "ﬂ": "fl", "ﬃ": "ffi", "ﬄ": "ffl", "ﬅ": "st", "ﬆ": "st",
        "\xa0": " ", "\u2002": " ", "\u2003": " ", "\u2009": " ", "\u200a": " ", "\u202f": " ",
        "\u200b": "", "\ufeff": "", "\u2010": "-", "\u2011": "-", "\uf0b7": "•", "\t": " ",
        "\n": " ", "\r": " ",
    }
)  # fmt: skip
_INVISIBLE = (3, 7)  # neither filled nor stroked (table 106)
_NOT_TEXT = re.compile("[\x00-\x1f\x7f-\x9f\ud800-\udfff\ue000-\uf8ff\ufffe\uffff]")


@dataclass(slots=True)
class _State:
    """The part of the graphics state that text needs (ISO 32000-1, tables 52 and 104)."""

    page: Matrix = IDENTITY
    text: Matrix = IDENTITY
    line: Matrix = IDENTITY
    font: Any = None
    size: float = 0.0
    letter_space: float = 0.0
    word_space: float = 0.0
    horizontal_scale: float = 1.0
    leading: float = 0.0
    rise: float = 0.0
    painting: float = 0.0


@dataclass(slots=True)
class _Gathered:
    """What is collected from a page and the forms drawn on it."""

    pdf: Any
    contents: Contents = field(default_factory=Contents)
    fonts: dict[int, Any] = field(default_factory=dict)
    operations: int = 0
    forms: int = 0


def contents_of(page: Any) -> Contents:
    """Return what a pypdf page shows.

    Left out are text marked as an artifact (headers and footers in tagged files) and text in fonts
    that cannot be mapped to characters. What pypdf cannot parse makes the contents incomplete,
    and what was read before it is kept. Raises MemoryError only.
    """
    gathered = _Gathered(page.pdf)
    try:
        contents = page.get("/Contents")
        if contents is not None:
            _draw(gathered, contents.get_object(), page.get("/Resources"), _State(), 0)
        for one in shown_annotations(page):
            if one.appearance is not None:
                state = _State(page=one.matrix)
                _draw(gathered, one.appearance, one.appearance.get("/Resources"), state, 1)
            gathered.contents.strings += one.strings
    except MemoryError:
        raise
    except Exception:  # pypdf raises its own errors and many of Python's on broken files
        gathered.contents.complete = False
    return gathered.contents


def _draw(gathered: _Gathered, contents: Any, resources: Any, state: _State, depth: int) -> None:
    from pypdf.generic import ContentStream

    resources = dictionary(resources)
    fonts = dictionary(resources.get("/Font"))
    saved: list[_State] = []
    hidden: list[bool] = []  # for each open marked-content sequence, whether it is an artifact
    if not is_whole(contents):
        gathered.contents.complete = False
    for operands, operator in ContentStream(contents, gathered.pdf).operations:
        gathered.operations += 1
        if gathered.operations > MAX_OPERATIONS:
            gathered.contents.complete = False
            return
        if operator == b"q":
            saved.append(replace(state))
        elif operator == b"Q":
            state = saved.pop() if saved else state
        elif operator in (b"BDC", b"BMC"):
            hidden.append(_is_margin(operands) or (bool(hidden) and hidden[-1]))
        elif operator == b"EMC":
            if hidden:
                hidden.pop()
        elif operator == b"Tf" and len(operands) > 1:
            state.font = _font(gathered, fonts, operands[0])
            state.size = number(operands[1])
        elif operator == b"Do" and operands:
            drawn = dictionary(dictionary(resources.get("/XObject")).get(operands[0]))
            if drawn.get("/Subtype") == "/Image":
                _picture(gathered, state)
            elif drawn.get("/Subtype") == "/Form" and not (hidden and hidden[-1]):
                _form(gathered, drawn, resources, state, depth)
        elif operator == b"INLINE IMAGE":
            _picture(gathered, state)
        elif operator in (b"c", b"v", b"y"):
            gathered.contents.curves += 1
        else:
            shown = _apply(state, operator, operands)
            for item in shown:
                if isinstance(item, (bytes, str)):
                    string = _show(gathered, state, item)
                    if string and not (hidden and hidden[-1]):
                        painted = state.painting not in _INVISIBLE
                        contents = gathered.contents
                        (contents.strings if painted else contents.invisible).append(string)
                else:
                    _advance(state, -number(item) / 1000 * state.size * state.horizontal_scale)


def _form(gathered: _Gathered, form: Any, resources: Any, state: _State, depth: int) -> None:
    """Draw a form; if it cannot be parsed, what is drawn after it is still read."""
    if depth >= MAX_DEPTH or gathered.forms >= MAX_FORMS:
        gathered.contents.complete = False
        return
    gathered.forms += 1
    inner = replace(state)
    matrix = numbers(form.get("/Matrix") or [], 6)
    if matrix:
        inner.page = multiply(matrix, state.page)  # type: ignore[arg-type]
    try:
        _draw(gathered, form, form.get("/Resources", resources), inner, depth + 1)
    except MemoryError:
        raise
    except Exception:  # pypdf raises its own errors and many of Python's on broken files
        gathered.contents.complete = False


def _picture(gathered: _Gathered, state: _State) -> None:
    a, b, c, d = state.page[:4]  # a picture is drawn on the unit square
    gathered.contents.picture = max(gathered.contents.picture, abs(a * d - b * c))


def _apply(state: _State, operator: bytes, operands: list[Any]) -> Iterable[Any]:
    """Change the state as a text operator requires; return the strings and gaps to show."""
    if operator == b"Tj":
        return operands[:1]
    if operator == b"TJ":
        return operands[0] if operands and isinstance(operands[0], list) else ()
    if operator == b"BT":
        state.text = state.line = IDENTITY
    elif operator in (b"cm", b"Tm"):
        matrix = numbers(operands, 6)
        if matrix and operator == b"cm":
            state.page = multiply(matrix, state.page)  # type: ignore[arg-type]
        elif matrix:
            state.text = state.line = matrix  # type: ignore[assignment]
    elif operator in (b"Td", b"TD"):
        move = numbers(operands, 2)
        if move:
            if operator == b"TD":
                state.leading = -move[1]
            _next_line(state, move[0], move[1])
    elif operator == b"T*":
        _next_line(state, 0.0, -state.leading)
    elif operator == b"'":
        _next_line(state, 0.0, -state.leading)
        return operands[:1]
    elif operator == b'"' and len(operands) > 2:
        state.word_space, state.letter_space = number(operands[0]), number(operands[1])
        _next_line(state, 0.0, -state.leading)
        return operands[2:3]
    elif operands:
        value = number(operands[0])
        if operator == b"Tc":
            state.letter_space = value
        elif operator == b"Tw":
            state.word_space = value
        elif operator == b"Tz":
            state.horizontal_scale = value / 100
        elif operator == b"TL":
            state.leading = value
        elif operator == b"Ts":
            state.rise = value
        elif operator == b"Tr":
            state.painting = value
    return ()


def _show(gathered: _Gathered, state: _State, string: bytes | str) -> Drawn | None:
    """Advance by a string's width; return it with its position, or None if it is to be left out."""
    font = state.font
    if font is None or not string:
        gathered.contents.unmapped += len(string)
        return None
    if isinstance(string, str):
        string = getattr(string, "original_bytes", b"") or string.encode("latin-1", "replace")
    if isinstance(font.encoding, str):
        codes = string.decode(font.encoding, "surrogatepass" if len(string) % 2 == 0 else "replace")
        letters: Iterable[str] = codes
        spaces = 0
    else:
        codes = string.decode("latin-1")
        letters = [font.encoding.get(code, chr(code)) for code in string]
        spaces = codes.count(" ")
    text = "".join(font.character_map.get(letter, letter) for letter in letters)
    widths = font.character_widths
    default = widths.get("default", 500)
    width = sum(
        widths.get(code, widths.get(letter, default))
        for code, letter in zip(codes, letters, strict=True)
    )
    place = multiply(state.text, state.page)
    _advance(
        state,
        (width / 1000 * state.size + len(codes) * state.letter_space + spaces * state.word_space)
        * state.horizontal_scale,
    )
    end = multiply(state.text, state.page)
    a, b, c, d, x, y = place
    rise = (state.rise * c, state.rise * d)
    size = abs(state.size) * math.hypot(c, d)
    drawn = (a, b, x, y, size, end[4], end[5])
    if not all(math.isfinite(one) and abs(one) < MAX_POSITION for one in drawn):
        return None
    if not font.interpretable:
        gathered.contents.unmapped += len(codes)
        return None
    text = _NOT_TEXT.sub("", text.translate(_REPLACEMENTS))
    if not (a or b) or size <= 0 or not text:
        return None
    sign = -1 if state.size < 0 else 1
    angle = math.degrees(math.atan2(sign * b, sign * a))
    ends = (x + rise[0], y + rise[1], end[4] + rise[0], end[5] + rise[1])
    return Drawn(text, *ends, size, angle)


def _advance(state: _State, distance: float) -> None:
    a, b, c, d, e, f = state.text
    state.text = (a, b, c, d, e + distance * a, f + distance * b)


def _next_line(state: _State, x: float, y: float) -> None:
    state.text = state.line = multiply((1.0, 0.0, 0.0, 1.0, x, y), state.line)


def _font(gathered: _Gathered, fonts: Any, name: Any) -> Any:
    from pypdf.generic._font import (
        Font,  # pypdf has no public way to a font's widths; its version is pinned
    )

    resource = dictionary(fonts.get(name))
    if not resource:
        return None
    if id(resource) not in gathered.fonts:
        try:
            gathered.fonts[id(resource)] = Font.from_font_resource(resource)
        except Exception:  # a broken font affects its own text only
            gathered.fonts[id(resource)] = None
    return gathered.fonts[id(resource)]


def _is_margin(operands: list[Any]) -> bool:
    """Whether marked content is an artifact, such as a header (ISO 32000-1, section 14.8.2.2)."""
    return bool(operands) and operands[0] == "/Artifact"
