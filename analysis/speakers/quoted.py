"""Statements as quotation marks, and the verbs of saying beside them, show them."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence

from analysis.speakers.statements import Piece, Range, Statement
from analysis.text.quotation.attribution import first_speech_verb
from analysis.text.quotation.quotation import Quotation
from analysis.text.segmentation.sentences import Sentence

SCARE_QUOTE_WORDS = 3
"""Most words in quotation marks that are a scare quote or a name if nothing attributes them."""


def quoted_statements(
    text: str, sentences: Sequence[Sentence], quotations: Sequence[Quotation]
) -> list[Statement]:
    """Return a statement for each quotation that says something, in order.

    Its cue is the verb of saying in the same sentence that is nearest to it: after it, else before
    it. A quotation of up to ``SCARE_QUOTE_WORDS`` words without a cue is no statement.
    """
    starts = [sentence.start for sentence in sentences]
    found = []
    for place, quotation in enumerate(quotations):
        first = sentences[max(0, bisect_right(starts, quotation.start) - 1)]
        last = sentences[max(0, bisect_right(starts, quotation.end - 1) - 1)]
        # A quotation has words of its own on each side, up to the next quotation.
        begin = max(first.start, quotations[place - 1].end if place else 0)
        end = min(
            last.end, quotations[place + 1].start if place + 1 < len(quotations) else len(text)
        )
        cue = first_speech_verb(text, quotation.end, end) or first_speech_verb(
            text, begin, quotation.start
        )
        if cue is None and len(text[quotation.start : quotation.end].split()) <= SCARE_QUOTE_WORDS:
            continue
        found.append(_direct(quotation, cue))
    return found


def _direct(quotation: Quotation, cue: Range | None) -> Statement:
    piece = Piece(quotation.start, quotation.end, quotation.closed)
    return Statement((piece,), "direct", cue=cue)
