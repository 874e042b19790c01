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

Matrix = tuple[float, float, float, float, float, float]
"""A transformation matrix (a, b, c, d, e, f), ISO 32000-1, section 8.3.3."""

IDENTITY: Matrix = (1.0, 0.0, 0.0, 1.0, 0.0, 0.0)
"""The transformation that changes nothing."""

MAX_OPERATIONS = 1_000_000
"""Most operators interpreted on one page, including those of its forms each time they are drawn."""

MAX_DEPTH = 12
"""Deepest nesting of forms; real files use two or three."""

MAX_FORMS = 2_000
"""Most forms drawn on one page; maps and charts draw about a hundred."""

MAX_POSITION = 50_000.0
"""Largest coordinate in points; a page is at most 14,400 wide (ISO 32000-1, annex C)."""

# Ligatures (U+FB00 to U+FB06) are spelled out, spaces of other widths and line ends become spaces,
# zero-width characters are removed, soft hyphens become hyphens, and the bullet of the Symbol font,
# which is in the private use area, becomes a standard one.
_REPLACEMENTS = str.maketrans(
    {
        "ﬀ": "ff", "ﬁ": "fi", "ﬂ": "fl", "ﬃ": "ffi", "ﬄ": "ffl", "ﬅ": "st", "ﬆ": "st",
        "\xa0": " ", "\u2002": " ", "\u2003": " ", "\u2009": " ", "\u200a": " ", "\u202f": " ",
        "\u200b": "", "\ufeff": "", "\xad": "-", "\u2010": "-", "\uf0b7": "•", "\t": " ",
        "\n": " ", "\r": " ",
    }
)  # fmt: skip
_NOT_TEXT = re.compile("[\x00-\x1f\x7f-\x9f\ud800-\udfff\ue000-\uf8ff\ufffe\uffff]")


@dataclass(frozen=True, slots=True)
class Fragment:
    """A string on a page: left and right edge, baseline and font size, in points."""

    text: str
    x0: float
    x1: float
    y: float
    size: float


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


@dataclass(slots=True)
class _Gathered:
    """What is collected from a page and the forms drawn on it."""

    pdf: Any
    fragments: list[Fragment] = field(default_factory=list)
    fonts: dict[int, Any] = field(default_factory=dict)
    operations: int = 0
    forms: int = 0


def fragments_of(page: Any) -> list[Fragment]:
    """Return the upright text of a pypdf page, in the order it is drawn.

    Left out are rotated text (watermarks, notes in the margin), text marked as an artifact (headers
    and footers in tagged files), and text in fonts that cannot be mapped to characters. Raises
    whatever pypdf raises on broken pages.
    """
    if page.rotation:
        page.transfer_rotation_to_content()
    gathered = _Gathered(page.pdf)
    contents = page.get("/Contents")
    if contents is not None:
        _draw(gathered, contents.get_object(), page.get("/Resources"), _State(), 0)
    return gathered.fragments


def has_picture(page: Any) -> bool:
    """Return whether the resources of a page include a picture."""
    objects = _dictionary(_dictionary(page.get("/Resources")).get("/XObject"))
    return any(_dictionary(one).get("/Subtype") == "/Image" for one in objects.values())


def _draw(gathered: _Gathered, contents: Any, resources: Any, state: _State, depth: int) -> None:
    from pypdf.generic import ContentStream

    resources = _dictionary(resources)
    fonts = _dictionary(resources.get("/Font"))
    saved: list[_State] = []
    hidden: list[bool] = []  # for each open marked-content sequence, whether it is an artifact
    for operands, operator in ContentStream(contents, gathered.pdf).operations:
        gathered.operations += 1
        if gathered.operations > MAX_OPERATIONS:
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
            state.size = _number(operands[1])
        elif operator == b"Do" and operands and depth < MAX_DEPTH and gathered.forms < MAX_FORMS:
            gathered.forms += 1
            form = _dictionary(_dictionary(resources.get("/XObject")).get(operands[0]))
            if form.get("/Subtype") == "/Form" and not (hidden and hidden[-1]):
                inner = replace(state)
                matrix = _numbers(form.get("/Matrix") or [], 6)
                if matrix:
                    inner.page = _multiply(matrix, state.page)  # type: ignore[arg-type]
                _draw(gathered, form, form.get("/Resources", resources), inner, depth + 1)
        else:
            shown = _apply(state, operator, operands)
            for item in shown:
                if isinstance(item, (bytes, str)):
                    fragment = _show(state, item)
                    if fragment and not (hidden and hidden[-1]):
                        gathered.fragments.append(fragment)
                else:
                    _advance(state, -_number(item) / 1000 * state.size * state.horizontal_scale)


def _apply(state: _State, operator: bytes, operands: list[Any]) -> Iterable[Any]:
    """Change the state as a text operator requires; return the strings and gaps to show."""
    if operator == b"Tj":
        return operands[:1]
    if operator == b"TJ":
        return operands[0] if operands and isinstance(operands[0], list) else ()
    if operator == b"BT":
        state.text = state.line = IDENTITY
    elif operator in (b"cm", b"Tm"):
        matrix = _numbers(operands, 6)
        if matrix and operator == b"cm":
            state.page = _multiply(matrix, state.page)  # type: ignore[arg-type]
        elif matrix:
            state.text = state.line = matrix  # type: ignore[assignment]
    elif operator in (b"Td", b"TD"):
        move = _numbers(operands, 2)
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
        state.word_space, state.letter_space = _number(operands[0]), _number(operands[1])
        _next_line(state, 0.0, -state.leading)
        return operands[2:3]
    elif operands:
        value = _number(operands[0])
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
    return ()


def _show(state: _State, string: bytes | str) -> Fragment | None:
    """Advance by a string's width; return it with its position, or None if it is to be left out."""
    font = state.font
    if font is None or not string:
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
    place = _multiply(state.text, state.page)
    _advance(
        state,
        (width / 1000 * state.size + len(codes) * state.letter_space + spaces * state.word_space)
        * state.horizontal_scale,
    )
    end = _multiply(state.text, state.page)
    a, b, c, d, x, y = place
    y += state.rise * d
    size = abs(state.size) * math.hypot(c, d)
    numbers = (a, b, x, y, size, end[4])
    if not all(math.isfinite(one) and abs(one) < MAX_POSITION for one in numbers):
        return None
    text = _NOT_TEXT.sub("", text.translate(_REPLACEMENTS))
    if a <= 0 or abs(b) > 0.05 * a or size <= 0 or not font.interpretable or not text:
        return None
    return Fragment(text, x, max(end[4], x), y, size)


def _advance(state: _State, distance: float) -> None:
    a, b, c, d, e, f = state.text
    state.text = (a, b, c, d, e + distance * a, f + distance * b)


def _next_line(state: _State, x: float, y: float) -> None:
    state.text = state.line = _multiply((1.0, 0.0, 0.0, 1.0, x, y), state.line)


def _multiply(m: Matrix, n: Matrix) -> Matrix:
    """Return the product of two transformations, ``m`` applied first."""
    return (
        m[0] * n[0] + m[1] * n[2],
        m[0] * n[1] + m[1] * n[3],
        m[2] * n[0] + m[3] * n[2],
        m[2] * n[1] + m[3] * n[3],
        m[4] * n[0] + m[5] * n[2] + n[4],
        m[4] * n[1] + m[5] * n[3] + n[5],
    )


def _number(value: Any) -> float:
    try:
        number = float(value)
    except (TypeError, ValueError, OverflowError):
        return 0.0
    return number if math.isfinite(number) and abs(number) < 1e9 else 0.0


def _numbers(values: Any, count: int) -> tuple[float, ...] | None:
    """Return the last ``count`` operands as numbers, or None if there are fewer."""
    if not isinstance(values, (list, tuple)) or len(values) < count:
        return None
    return tuple(_number(value) for value in values[-count:])


def _dictionary(value: Any) -> Any:
    """Return the dictionary that a value is or refers to, else an empty one."""
    value = value.get_object() if hasattr(value, "get_object") else value
    return value if isinstance(value, dict) else {}


def _font(gathered: _Gathered, fonts: Any, name: Any) -> Any:
    from pypdf.generic._font import (
        Font,  # pypdf has no public way to a font's widths; its version is pinned
    )

    resource = _dictionary(fonts.get(name))
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
