"""The record of one statement: what one speaker says or thinks, and where the article gives it."""

from __future__ import annotations

from dataclasses import dataclass

Range = tuple[int, int]
"""``(start, end)``: offsets into the article's text, end exclusive."""


@dataclass(frozen=True)
class Piece:
    """One piece of a statement's content, without a gap.

    ``start`` and ``end`` take quotation marks along. ``closed`` is false for a quotation whose
    closing mark is missing.
    """

    start: int
    end: int
    closed: bool = True


@dataclass(frozen=True)
class Statement:
    """One statement.

    ``pieces`` are its content in reading order. ``form`` is one of
    ``analysis.frames.FORMS``. ``source`` is the range of the words that name the
    speaker, ``cue`` that of the words that attribute it, each None if there are none; ``speaker``
    is the speaker's name, empty if it is not known.
    """

    pieces: tuple[Piece, ...]
    form: str
    source: Range | None = None
    cue: Range | None = None
    speaker: str = ""
