"""The text of a Word paragraph as Word shows it, with passages in a style for quotations."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from analysis.reading.documents.prose import is_note_mark, without_raised_marks
from analysis.reading.documents.word.names import (
    ALTERNATIVES,
    CHOICE,
    FALLBACK,
    MATH_TEXT,
    W,
    on,
    value,
)  # fmt: skip
from analysis.reading.documents.word.styles import Styles
from analysis.reading.documents.word.symbols import symbol, without_private

_BOX = W + "txbxContent"

# Deleted text and text that was moved away, phonetic guides, properties. Text boxes are
# paragraphs of their own.
_IGNORED = {W + tag for tag in ("del", "moveFrom", "rt", "pPr", "rPr", "sdtPr", "tblPr")} | {_BOX}

_CHARACTERS = {
    W + "tab": " ", W + "br": "\n", W + "cr": "\n", W + "noBreakHyphen": "-", W + "ptab": " ",
}  # fmt: skip

_PLAIN = str.maketrans({"\xa0": " ", "\u2010": "-", "\u2011": "-"})
_CONTROLS = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\xad\ud800-\udfff]")


@dataclass(frozen=True)
class Piece:
    """A part of a paragraph's text; ``quoted`` says that its style is one for quotations."""

    text: str
    quoted: bool = False


class Fields:
    """The fields that are open: only their results are shown, not their instructions.

    A field begins, is separated and ends by marks in the text, and one may stand in the
    instructions of another (ECMA-376, section 17.16.18).
    """

    def __init__(self) -> None:
        self._in_result: list[bool] = []

    def mark(self, kind: str) -> None:
        """Take note of a mark: ``begin``, ``separate`` or ``end``."""
        if kind == "begin":
            self._in_result.append(False)
        elif self._in_result and kind == "separate":
            self._in_result[-1] = True
        elif self._in_result and kind == "end":
            self._in_result.pop()

    def end_paragraph(self) -> None:
        """Close the fields without a result: instructions seldom go beyond their paragraph, and in
        a damaged file the rest of the text would be lost."""
        self._in_result = [shown for shown in self._in_result if shown]

    @property
    def shown(self) -> bool:
        """Whether text at this place is shown."""
        return all(self._in_result)


def style_of(paragraph: Any, styles: Styles) -> str:
    """Return the identifier of a paragraph's style."""
    return value(paragraph.find(W + "pPr"), "pStyle") or styles.usual


def pieces_of(paragraph: Any, styles: Styles, fields: Fields) -> list[Piece]:
    """Return what Word shows of a paragraph: no hidden or deleted text, no instructions of
    fields, no marks of notes, no text boxes."""
    style = style_of(paragraph, styles)
    hidden = bool(styles.is_hidden(style))
    quoted = styles.is_quotation(style)
    pieces: list[Piece] = []
    stack = [paragraph]
    while stack:
        node = stack.pop()
        if node.tag in _IGNORED or _is_prompt(node):
            continue
        if node.tag == W + "r":
            pieces += _run(node, styles, fields, hidden, quoted, pieces)
        elif node.tag == MATH_TEXT:
            pieces.append(Piece(node.text or "", quoted))
        else:
            stack.extend(reversed(alternatives(node)))
    fields.end_paragraph()
    return pieces


def _is_prompt(node: Any) -> bool:
    """Whether a content control still shows its prompt (“Click here to enter text”)."""
    return node.tag == W + "sdt" and bool(on(node.find(W + "sdtPr"), "showingPlcHdr"))


def alternatives(node: Any) -> Sequence[Any]:
    """Return a node's children; of content in several forms, the first one with text, else the
    first."""
    if node.tag != ALTERNATIVES:
        return node  # type: ignore[no-any-return]
    forms = [one for one in node if one.tag in (CHOICE, FALLBACK)]
    with_text = (one for one in forms if next(one.iter(W + "t"), None) is not None)
    return next(with_text, forms[0] if forms else ())


def _run(
    run: Any, styles: Styles, fields: Fields, hidden: bool, quoted: bool, before: Sequence[Piece]
) -> Iterator[Piece]:
    properties = run.find(W + "rPr")
    style = value(properties, "rStyle")
    own = on(properties, "vanish")
    own = styles.is_hidden(style) if own is None else own
    if hidden if own is None else own:
        for mark in run.iter(W + "fldChar"):  # Word hides the instructions of some fields
            fields.mark(mark.get(W + "fldCharType", ""))
        return
    font = ""
    fonts = properties.find(W + "rFonts") if properties is not None else None
    if fonts is not None:
        font = fonts.get(W + "ascii") or fonts.get(W + "hAnsi") or ""
    quoted = quoted or styles.is_quotation(style)
    text = "".join(_characters(run, fields, font))
    raised = value(properties, "vertAlign") == "superscript" or styles.is_raised(style)
    line = "".join(piece.text for piece in before[-20:])
    if raised and is_note_mark(line, text):
        return
    text, _ = without_raised_marks(text, line)
    if text:
        yield Piece(text, quoted)


def _characters(run: Any, fields: Fields, font: str) -> Iterator[str]:
    """Yield the characters of a run that are shown."""
    stack = list(reversed(run))
    own_mark = False
    while stack:
        node = stack.pop()
        if node.tag in _IGNORED:
            continue
        if node.tag == W + "fldChar":
            fields.mark(node.get(W + "fldCharType", ""))
        elif node.tag in (W + "footnoteReference", W + "endnoteReference"):
            own_mark = bool(node.get(W + "customMarkFollows"))
        elif not fields.shown:
            continue
        elif node.tag == W + "t":
            if not own_mark:
                yield without_private(node.text or "", font)
            own_mark = False
        elif node.tag == MATH_TEXT:
            yield node.text or ""
        elif node.tag == W + "sym":
            yield symbol(node.get(W + "font", ""), _code(node.get(W + "char", "")))
        elif node.tag in _CHARACTERS:
            yield _CHARACTERS[node.tag]
        else:
            stack.extend(reversed(alternatives(node)))


def _code(digits: str) -> int:
    try:
        return int(digits, 16)
    except ValueError:
        return 0


def runs_on(paragraph: Any, styles: Styles) -> bool:
    """Return whether Word shows the next paragraph as part of this one, because the mark at its
    end is deleted, moved away or hidden."""
    properties = paragraph.find(W + "pPr")
    mark = properties.find(W + "rPr") if properties is not None else None
    if mark is not None and any(mark.find(W + tag) is not None for tag in ("del", "moveFrom")):
        return True
    own = on(mark, "vanish")
    if own is None:
        return bool(styles.is_hidden(style_of(paragraph, styles)))
    return own


def is_initial_frame(paragraph: Any) -> bool:
    """Return whether a paragraph holds the large first letter of the next one (a drop cap)."""
    properties = paragraph.find(W + "pPr")
    frame = properties.find(W + "framePr") if properties is not None else None
    return frame is not None and frame.get(W + "dropCap", "none") != "none"


def boxes_of(paragraph: Any) -> list[Any]:
    """Return the text boxes that are fixed to a paragraph, each once, outermost only."""
    boxes: list[Any] = []
    stack = [paragraph]
    while stack:
        node = stack.pop()
        if node.tag == _BOX:
            boxes.append(node)
        elif node.tag not in _IGNORED:
            stack.extend(reversed(alternatives(node)))
    return boxes


def tidied(pieces: Sequence[Piece]) -> tuple[str, list[tuple[int, int]]]:
    """Return the text of pieces with single spaces, and where in it the quoted ones are.

    Spaces at the ends of lines go, line ends stay.
    """
    letters: list[tuple[str, bool]] = []
    for piece in pieces:
        for letter in _CONTROLS.sub("", piece.text).translate(_PLAIN):
            space = letter.isspace() and letter != "\n"
            last = letters[-1][0] if letters else "\n"
            if space and last in " \n":
                continue
            if letter == "\n" and last == " ":
                letters.pop()
            letters.append((" " if space else letter, piece.quoted))
    while letters and letters[-1][0] in " \n":
        letters.pop()
    while letters and letters[0][0] in " \n":
        letters.pop(0)
    text = "".join(letter for letter, _ in letters)
    quoted: list[tuple[int, int]] = []
    for place, (_, is_quoted) in enumerate(letters):
        if not is_quoted:
            continue
        if quoted and quoted[-1][1] == place:
            quoted[-1] = (quoted[-1][0], place + 1)
        else:
            quoted.append((place, place + 1))
    return text, [(start, end) for start, end in quoted if any(map(str.isalnum, text[start:end]))]
