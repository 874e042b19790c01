"""Where a hit stands in an article, told without the networks: paragraph, sentence, quotation."""

from __future__ import annotations

import re
from bisect import bisect_right
from functools import cache

from analysis.text.quotation.quotation import Quotation
from analysis.text.quotation.quotations import find_quotations, voice_of, with_passages
from analysis.text.quotation.structure import structural_passages
from analysis.text.segmentation.sentences import segment

# A line end, a line of white space, and what follows of it: the border of two paragraphs.
_BLANK_LINE = re.compile(r"\n[^\S\n]*\n\s*|\r[^\S\r\n]*\r\s*|\u2029\s*")


class Places:
    """Answers where passages of one text stand; looks only at the paragraphs that are asked for."""

    def __init__(self, text: str) -> None:
        self._text = text
        borders = [match.span() for match in _BLANK_LINE.finditer(text)]
        self._starts = [0, *(end for _, end in borders)]
        self._ends = [*(start for start, _ in borders), len(text)]
        self._quotations = cache(self._quotations_of)
        self._sentences = cache(self._sentences_of)

    def paragraph(self, offset: int) -> int:
        """Return the number of the paragraph, from 0, that holds an offset."""
        return bisect_right(self._starts, offset) - 1

    def sentence(self, offset: int) -> tuple[int, int]:
        """Return the numbers of the paragraph and of the sentence in it that hold an offset."""
        paragraph = self.paragraph(offset)
        inside = offset - self._starts[paragraph]
        return paragraph, max(0, bisect_right(self._sentences(paragraph), inside) - 1)

    def crosses(self, start: int, end: int) -> bool:
        """Whether a passage begins in one paragraph and ends in another."""
        return end > self._ends[self.paragraph(start)]

    def quoted(self, start: int, end: int) -> bool:
        """Whether all letters and digits of ``text[start:end]`` are inside quotation marks, or in
        lines that are quoted in another way (``>``, the label of a speaker)."""
        paragraph = self.paragraph(start)
        begin, stop = self._starts[paragraph], self._ends[paragraph]
        quotations = self._quotations(paragraph)
        if not quotations:
            return False
        inside = self._text[begin:stop]
        return voice_of(inside, start - begin, end - begin, quotations) == "quoted"

    def _quotations_of(self, paragraph: int) -> list[Quotation]:
        inside = self._text[self._starts[paragraph] : self._ends[paragraph]]
        return with_passages(inside, find_quotations(inside), structural_passages(inside))

    def _sentences_of(self, paragraph: int) -> list[int]:
        inside = self._text[self._starts[paragraph] : self._ends[paragraph]]
        return [sentence.start for sentence in segment(inside)]
