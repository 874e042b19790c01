"""Paragraphs and sentences of a text, as offsets into the text exactly as given."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from analysis.text.characters import is_invisible
from analysis.text.segmentation.line_ends import Line, line_ends
from analysis.text.segmentation.quote_prefix import quote_prefix
from analysis.text.segmentation.sentence_ends import sentence_starts

_LINE_END = re.compile(r"\r\n|[\n\r\v\f\x1c-\x1e\x85\u2028\u2029]")

LogicalLines = Sequence[Sequence[tuple[int, int]]]
"""For each paragraph its logical lines ``(start, end)``: what ``logical_lines`` returns."""


@dataclass(frozen=True)
class Sentence:
    """One sentence: ``text[start:end]``, without white space around it; paragraphs count from 0."""

    start: int
    end: int
    paragraph: int


def paragraphs(text: str) -> list[tuple[int, int]]:
    """Return the offsets ``(start, end)`` of the paragraphs: blocks separated by blank lines.

    A paragraph has no white space at either end, and every other character is in one paragraph.
    A line of invisible characters only (direction marks, zero-width spaces) counts as blank; its
    characters belong to the paragraph before it, or to the first paragraph.
    """
    return [(block[0].start, block[-1].end) for block in blocks(text)]


def logical_lines(text: str) -> list[list[tuple[int, int]]]:
    """Return, for each paragraph, its logical lines ``(start, end)``.

    A logical line is the text between two line ends that also end a sentence: a headline, a list
    item, or running text with all its wrapped lines.
    """
    found = blocks(text)
    result = []
    for block, ends in zip(found, line_ends(found), strict=True):
        last = [i for i, end in enumerate(ends) if end]
        first = [0, *(i + 1 for i in last)]
        result.append([(block[i].start, block[j].end) for i, j in zip(first, last, strict=False)])
    return result


def segment(text: str, lines: LogicalLines | None = None) -> list[Sentence]:
    """Return the sentences of ``text`` in reading order; none for white space only.

    ``lines`` is ``logical_lines(text)``, computed here if it is None.

    Sentences do not overlap and have no white space at either end; every other character is in one
    sentence. Time grows linearly with the text.
    """
    sentences = []
    for paragraph, of_paragraph in enumerate(logical_lines(text) if lines is None else lines):
        for begin, end in of_paragraph:
            bounds = [*sentence_starts(text, begin, end), end]
            for start, following in pairwise(bounds):
                sentences.append(Sentence(start, _strip_end(text, start, following), paragraph))
    return sentences


def _strip_end(text: str, start: int, end: int) -> int:
    while end > start and text[end - 1].isspace():
        end -= 1
    return end


def _visible(text: str) -> bool:
    return not all(map(is_invisible, text))


def _lines(text: str) -> Iterator[tuple[int, int]]:
    start = 0
    for match in _LINE_END.finditer(text):
        yield start, match.start()
        start = match.end()
    yield start, len(text)


def blocks(text: str) -> list[list[Line]]:
    """Return the lines of each paragraph, without white space around them.

    A line of ``>`` marks only counts as blank, like one of invisible characters only.
    """
    found: list[list[Line]] = []
    invisible: list[Line] = []
    open_block = False
    for start, end in _lines(text):
        content = text[start:end]
        stripped = content.strip()
        if not stripped:
            open_block = False
            continue
        begin = start + len(content) - len(content.lstrip())
        length, depth = quote_prefix(stripped) if ">" in stripped[:9] else (0, 0)
        line = Line(begin, begin + len(stripped), stripped[length:], depth)
        if not _visible(line.text):
            if found:
                found[-1][-1] = replace(found[-1][-1], end=line.end)
            else:
                invisible.append(line)
            open_block = False
            continue
        if invisible:
            line = replace(line, start=invisible[0].start)
            invisible = []
        if open_block:
            found[-1].append(line)
        else:
            found.append([line])
        open_block = True
    if invisible:
        found.append([replace(invisible[0], end=invisible[-1].end)])
    return found
