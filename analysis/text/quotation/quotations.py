"""Find the quotations of a text, and the voice of a sentence (outlet, quoted or mixed).

Quotations in double marks of any style are found first, then those in single marks (British style)
outside them. A quotation within another is part of it. An ambiguous mark opens no quotation,
because an apostrophe taken for one could turn half a paragraph into quoted text.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import islice
from typing import Literal

from analysis.text.quotation.marks import (
    DOUBLE_MARK,
    MAX_WORDS_TO_POSSESSIVE,
    SINGLE_MARK,
    closes_single,
    double_role,
    follows_digit,
    opens_single,
)
from analysis.text.segmentation.abbreviations import SPEECH_VERBS
from analysis.text.segmentation.sentence_ends import sentence_starts
from analysis.text.segmentation.sentences import LogicalLines, logical_lines

Voice = Literal["outlet", "quoted", "mixed"]
"""Who speaks in a sentence: the outlet, a quoted speaker, or both."""

_SPEAKER_FOLLOWS = re.compile(
    rf",['’]?(?=\s++(?:\S++\s++){{0,4}}(?:{'|'.join(sorted(SPEECH_VERBS))})\b)"
)
_PARTNERS = {"„": "“", "»": "«"}


@dataclass(frozen=True)
class Quotation:
    """One quotation: ``text[start:end]`` with its marks, and whether a closing mark ends it."""

    start: int
    end: int
    closed: bool


@dataclass(frozen=True)
class _Mark:
    """A double mark: offsets, role (see ``double_role``) and the number of its logical line."""

    at: int
    end: int
    role: str
    line: int


def find_quotations(text: str, lines: LogicalLines | None = None) -> list[Quotation]:
    """Return the quotations of ``text`` in order, without overlap.

    ``lines`` is ``logical_lines(text)``, computed here if it is None.

    A quotation over several paragraphs, with an opening mark at the start of each, gives one
    ``Quotation`` per paragraph, of which only the last is ``closed``. A quotation without a closing
    mark ends with its paragraph or, if another one opens before that, with the sentence in which it
    began. Time grows linearly with the text.
    """
    paragraphs = logical_lines(text) if lines is None else lines
    all_lines = [line for paragraph in paragraphs for line in paragraph]
    double: list[Quotation] = []
    first = 0
    for paragraph in paragraphs:
        double.extend(_double_quotations(text, paragraph, first, all_lines))
        first += len(paragraph)
    single = _single_quotations(text, all_lines, double)
    return _outermost([*double, *single])


def with_passages(
    quotations: Sequence[Quotation], passages: Sequence[tuple[int, int]]
) -> list[Quotation]:
    """Return ``quotations`` and the ``passages`` ``(start, end)`` that the source's structure marks
    as quoted, in order; of two that overlap, the one that begins first counts, and of two that
    begin together the longer."""
    marked = [Quotation(start, end, True) for start, end in passages]
    return _outermost([*marked, *quotations])


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


def _double_quotations(
    text: str, paragraph: Sequence[tuple[int, int]], first: int, lines: Sequence[tuple[int, int]]
) -> Iterator[Quotation]:
    """Yield the quotations in double marks of one paragraph, whose logical lines are numbered from
    ``first``."""
    marks = [
        _Mark(match.start(), match.end(), double_role(text, *match.span()), number)
        for number, (start, end) in enumerate(paragraph, first)
        for match in DOUBLE_MARK.finditer(text, start, end)
    ]
    opened: _Mark | None = None
    i = 0
    while i < len(marks):
        mark = marks[i]
        i += 1
        if opened is not None and (
            mark.line > opened.line + 1 or (mark.line > opened.line and mark.role != "close")
        ):
            # Not closed on its line or the next: the mark is missing, or the next line opens again.
            yield Quotation(opened.at, lines[opened.line][1], False)
            opened = None
        if opened is None:
            if mark.role != "close":
                opened = mark
        elif mark.role != "open" or _PARTNERS.get(text[opened.at]) == text[mark.at]:
            if not _means_inches(text, marks, i - 1):
                yield Quotation(opened.at, mark.end, True)
                opened = None
        elif _is_nested(marks, i):
            i += 1
        else:
            yield Quotation(opened.at, _end_of_unclosed(text, opened.at, mark.at), False)
            opened = mark
    if opened is not None:
        yield Quotation(opened.at, lines[opened.line][1], False)


def _means_inches(text: str, marks: Sequence[_Mark], i: int) -> bool:
    """Whether mark ``i``, after a digit, means inches, as the next mark can close the quotation."""
    return (
        follows_digit(text, marks[i].at)
        and i + 1 < len(marks)
        and marks[i + 1].line == marks[i].line
        and marks[i + 1].role == "close"
    )


def _is_nested(marks: Sequence[_Mark], i: int) -> bool:
    """Whether mark ``i - 1`` opens a nested quotation: two closing marks follow on its line."""
    pair = marks[i : i + 2]
    return len(pair) == 2 and all(
        mark.role != "open" and mark.line == marks[i - 1].line for mark in pair
    )


def _end_of_unclosed(text: str, opened: int, following: int) -> int:
    """Return the end of a quotation without a closing mark, if the next opens at ``following``."""
    starts = list(islice(sentence_starts(text, opened, following), 2))
    if len(starts) == 2:
        return opened + len(text[opened : starts[1]].rstrip())
    between = text[opened:following]
    speaker = _SPEAKER_FOLLOWS.search(between)
    return opened + (speaker.end() if speaker else len(between.rstrip()))


def _single_quotations(
    text: str, lines: Sequence[tuple[int, int]], double: Sequence[Quotation]
) -> list[Quotation]:
    """Return the quotations in single marks that begin outside the ``double`` ones."""
    found = []
    passed = 0
    for number, (start, end) in enumerate(lines):
        marks = []
        for match in SINGLE_MARK.finditer(text, start, end):
            at = match.start()
            while passed < len(double) and double[passed].end <= at:
                passed += 1
            if passed == len(double) or at < double[passed].start:
                marks.append(at)
        i = 0
        while i < len(marks):
            opened = marks[i]
            i += 1
            if not opens_single(text, opened):
                continue
            closing = _closing_single(text, marks, i)
            if closing is not None:
                found.append(Quotation(opened, marks[closing] + 1, True))
                i = closing + 1
            elif opened == start and _reopens(text, lines, number):
                found.append(Quotation(opened, end, False))
                break
    return found


def _closing_single(text: str, marks: Sequence[int], i: int) -> int | None:
    """Return the index of the mark that closes the single quotation opened by mark ``i - 1``, or
    None."""
    opened = marks[i - 1]
    maybe = None
    for j in range(i, len(marks)):
        if opens_single(text, marks[j]):
            break
        sure = closes_single(text, marks[j], opened)
        if sure == "sure":
            return j
        if sure and maybe is None:
            maybe = j
    if maybe is not None and len(text[opened : marks[maybe]].split()) > MAX_WORDS_TO_POSSESSIVE:
        return None
    return maybe


def _reopens(text: str, lines: Sequence[tuple[int, int]], number: int) -> bool:
    """Whether the line after ``number`` begins with an opening single mark."""
    return (
        number + 1 < len(lines)
        and text[lines[number + 1][0]] == "‘"
        and opens_single(text, lines[number + 1][0])
    )


def _outermost(found: Sequence[Quotation]) -> list[Quotation]:
    """Return quotations in order, without those inside another."""
    merged: list[Quotation] = []
    for quotation in sorted(found, key=lambda quotation: (quotation.start, -quotation.end)):
        if not merged or quotation.start >= merged[-1].end:
            merged.append(quotation)
    return merged
