"""Quotations in a text, and whose voice a sentence is in.

Double marks of every style are read first, single ones (British style) in what they leave. A mark
within a quotation belongs to it. What is in doubt is no quotation: better the outlet's words
counted as its own than an apostrophe that hides half a paragraph.
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
    follows_figure,
    opens_single,
)
from analysis.text.segmentation.abbreviations import SPEECH_VERBS
from analysis.text.segmentation.sentence_ends import sentence_starts
from analysis.text.segmentation.sentences import Runs, runs

Voice = Literal["outlet", "quoted", "mixed"]

_SPEAKER_FOLLOWS = re.compile(
    rf",['’]?(?=\s++(?:\S++\s++){{0,4}}(?:{'|'.join(sorted(SPEECH_VERBS))})\b)"
)
_PARTNERS = {"„": "“", "»": "«"}


@dataclass(frozen=True)
class Quotation:
    """One quotation: ``text[start:end]``, marks included, and whether a closing mark ends it."""

    start: int
    end: int
    closed: bool


@dataclass(frozen=True)
class _Mark:
    at: int
    end: int
    role: str
    run: int


def find_quotations(text: str, paragraphs_of: Runs | None = None) -> list[Quotation]:
    """The quotations of ``text`` in order, without overlap.

    ``paragraphs_of`` is what ``sentences.runs`` says of the text, worked out here if it is None.

    A quotation over several paragraphs, each opened anew, gives one ``Quotation`` per paragraph,
    ``closed`` only for the last. One that is never closed ends with its paragraph; if another opens
    before that, with the sentence in which it began. Time grows linearly with the text.
    """
    paragraphs = runs(text) if paragraphs_of is None else paragraphs_of
    stretches = [stretch for paragraph in paragraphs for stretch in paragraph]
    double: list[Quotation] = []
    run = 0
    for paragraph in paragraphs:
        double.extend(_double_quotations(text, paragraph, run, stretches))
        run += len(paragraph)
    single = _single_quotations(text, stretches, double)
    return _outermost(double, single)


def voice_of(text: str, start: int, end: int, quotations: Sequence[Quotation]) -> Voice:
    """Whose words ``text[start:end]`` is, by its letters and digits.

    ``"outlet"`` when none is in a quotation, ``"quoted"`` when all are, else ``"mixed"``.
    ``quotations`` as ``find_quotations`` gives them for the same text.
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
    text: str, paragraph: Sequence[tuple[int, int]], run: int, stretches: Sequence[tuple[int, int]]
) -> Iterator[Quotation]:
    """Quotations in double marks in one paragraph, whose stretches are numbered from ``run``."""
    marks = [
        _Mark(match.start(), match.end(), double_role(text, *match.span()), number)
        for number, (start, end) in enumerate(paragraph, run)
        for match in DOUBLE_MARK.finditer(text, start, end)
    ]
    opened: _Mark | None = None
    i = 0
    while i < len(marks):
        mark = marks[i]
        i += 1
        if opened is not None and (
            mark.run > opened.run + 1 or (mark.run > opened.run and mark.role != "close")
        ):
            # Not closed on its line or the next: a mark was forgotten, or the next line opens anew.
            yield Quotation(opened.at, stretches[opened.run][1], False)
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
            yield Quotation(opened.at, _broken_off(text, opened.at, mark.at), False)
            opened = mark
    if opened is not None:
        yield Quotation(opened.at, stretches[opened.run][1], False)


def _means_inches(text: str, marks: Sequence[_Mark], i: int) -> bool:
    """Whether mark ``i``, after a figure, leaves the closing to the next mark."""
    return (
        follows_figure(text, marks[i].at)
        and i + 1 < len(marks)
        and marks[i + 1].run == marks[i].run
        and marks[i + 1].role == "close"
    )


def _is_nested(marks: Sequence[_Mark], i: int) -> bool:
    """Whether the opening mark before ``i`` opens one within another: two closing marks follow."""
    pair = marks[i : i + 2]
    return len(pair) == 2 and all(
        mark.role != "open" and mark.run == marks[i - 1].run for mark in pair
    )


def _broken_off(text: str, opened: int, following: int) -> int:
    """End of a quotation that lacks its closing mark, when the next opens at ``following``."""
    starts = list(islice(sentence_starts(text, opened, following), 2))
    if len(starts) == 2:
        return opened + len(text[opened : starts[1]].rstrip())
    between = text[opened:following]
    speaker = _SPEAKER_FOLLOWS.search(between)
    return opened + (speaker.end() if speaker else len(between.rstrip()))


def _single_quotations(
    text: str, stretches: Sequence[tuple[int, int]], double: Sequence[Quotation]
) -> list[Quotation]:
    """Quotations in single marks that begin outside the ``double`` ones."""
    found = []
    passed = 0
    for number, (start, end) in enumerate(stretches):
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
            elif opened == start and _reopens(text, stretches, number):
                found.append(Quotation(opened, end, False))
                break
    return found


def _closing_single(text: str, marks: Sequence[int], i: int) -> int | None:
    """Index of the mark that closes the single quotation opened by mark ``i - 1``, or None."""
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


def _reopens(text: str, stretches: Sequence[tuple[int, int]], number: int) -> bool:
    """Whether the stretch after ``number`` opens a single quotation at its very start."""
    return (
        number + 1 < len(stretches)
        and text[stretches[number + 1][0]] == "‘"
        and opens_single(text, stretches[number + 1][0])
    )


def _outermost(double: Sequence[Quotation], single: Sequence[Quotation]) -> list[Quotation]:
    """Both kinds in order; what lies inside another is left out."""
    merged: list[Quotation] = []
    for quotation in sorted([*double, *single], key=lambda quotation: quotation.start):
        if not merged or quotation.start >= merged[-1].end:
            merged.append(quotation)
    return merged
