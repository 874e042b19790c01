"""The record of one fact that a rewriting lost or added."""

from __future__ import annotations

from dataclasses import dataclass

NAME, NUMBER, QUOTATION = KINDS = ("name", "number", "quotation")
"""The kinds of facts that are checked."""


@dataclass(frozen=True)
class Fact:
    """A fact of a sentence: ``sentence[start:end]`` is ``text``.

    ``kind`` is one of ``KINDS``. ``part`` says that these are only some words of a quotation, of
    which the others are kept.
    """

    kind: str
    text: str
    start: int
    end: int
    part: bool = False


def fact(kind: str, sentence: str, start: int, end: int, *, part: bool = False) -> Fact:
    """Return the fact of that kind that stands at ``sentence[start:end]``."""
    return Fact(kind, sentence[start:end], start, end, part)
