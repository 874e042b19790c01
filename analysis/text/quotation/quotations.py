"""Find the quotations of a text, and the voice of a sentence (outlet, quoted or mixed).

Quotations in double marks of any style are found first, then those in single marks (British style)
outside them. A quotation within another is part of it. An ambiguous mark opens no quotation,
because an apostrophe taken for one could turn half a paragraph into quoted text.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import replace
from itertools import islice
from typing import Literal

from analysis.text.quotation.double_marks import double_quotations
from analysis.text.quotation.quotation import Quotation
from analysis.text.quotation.single_marks import single_quotations
from analysis.text.segmentation.sentences import LogicalLines, logical_lines

Voice = Literal["outlet", "quoted", "mixed"]
"""Who speaks in a sentence: the outlet, a quoted speaker, or both."""


def find_quotations(text: str, lines: LogicalLines | None = None) -> list[Quotation]:
    """Return the quotations of ``text`` in order, without overlap.

    ``lines`` is ``logical_lines(text)``, computed here if it is None.

    A quotation over several paragraphs, with an opening mark at the start of each, gives one
    ``Quotation`` per paragraph, of which only the last is ``closed``. A quotation without a closing
    mark ends before its speaker is named, else with its paragraph or, if another one opens before
    that, with the sentence in which it began. One whose opening mark is lost, but whose speaker is
    named after it, begins with its line. Time grows linearly with the text.
    """
    paragraphs = logical_lines(text) if lines is None else lines
    all_lines = [line for paragraph in paragraphs for line in paragraph]
    double: list[Quotation] = []
    first = 0
    for paragraph in paragraphs:
        double.extend(double_quotations(text, paragraph, first, all_lines))
        first += len(paragraph)
    single = single_quotations(text, all_lines, double)
    return _outermost([*double, *single])


def with_passages(
    text: str, quotations: Sequence[Quotation], passages: Sequence[tuple[int, int]]
) -> list[Quotation]:
    """Return ``quotations`` and the ``passages`` ``(start, end)`` of ``text`` that the source's or
    the text's structure marks as quoted, in order and without overlap.

    What is within another is part of it. Of two that overlap otherwise, the one that begins first
    keeps its whole length, and the other is what is left.
    """
    marked = [Quotation(start, end, True) for start, end in passages]
    merged: list[Quotation] = []
    for quotation in _in_order([*marked, *quotations]):
        if merged and quotation.start < merged[-1].end:
            rest = text[merged[-1].end : quotation.end]
            start = merged[-1].end + len(rest) - len(rest.lstrip())
            if start >= quotation.end:
                continue
            quotation = replace(quotation, start=start)
        merged.append(quotation)
    return merged


def voice_of(text: str, start: int, end: int, quotations: Sequence[Quotation]) -> Voice:
    """Return the voice of ``text[start:end]``.

    ``"outlet"`` if none of its letters and digits is in a quotation, ``"quoted"`` if all are, else
    ``"mixed"``. ``quotations`` is what ``find_quotations`` returned for the same text.
    """
    inside = 0
    first = bisect_right(quotations, start, key=lambda quotation: quotation.end)
    for quotation in islice(quotations, first, None):
        if quotation.start >= end:
            break
        inside += _word_characters(text, max(start, quotation.start), min(end, quotation.end))
    if inside == 0:
        return "outlet"
    return "quoted" if inside == _word_characters(text, start, end) else "mixed"


def _word_characters(text: str, start: int, end: int) -> int:
    return sum(c.isalnum() for c in text[start:end])


def _outermost(found: Sequence[Quotation]) -> list[Quotation]:
    """Return quotations in order, without those that begin inside another."""
    merged: list[Quotation] = []
    for quotation in _in_order(found):
        if not merged or quotation.start >= merged[-1].end:
            merged.append(quotation)
    return merged


def _in_order(found: Sequence[Quotation]) -> list[Quotation]:
    return sorted(found, key=lambda quotation: (quotation.start, -quotation.end))
