"""In which paragraphs it matters whose words they are: there alone the voices network is asked.

What it finds in a window of paragraphs changes a finding only where there may be one: a match of a
rule, a sentence that is loaded as it stands, words of a doubting verb. In plain news most windows
hold none, and a window takes as long to read as four sentences.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence
from typing import TYPE_CHECKING

from analysis.rules.checking.doubting_verbs import may_doubt
from analysis.speakers.letters import Letters
from analysis.speakers.sentence_voices import MOSTLY
from analysis.speakers.statements.joining import says_something

if TYPE_CHECKING:
    from analysis.rules.checking.observing.observed import Range
    from analysis.scoring.prepared import Prepared
    from analysis.text.quotation.quotation import Quotation


def surely_said(one: Prepared, numbers: Iterable[int]) -> set[int]:
    """Return those of the sentences with these ``numbers`` that are mostly a statement, whatever
    the network says: at least half of their letters stand in one quotation that is no scare quote
    and no name. Their loaded words are never noted."""
    letters = Letters(one.text)
    quotations = [each for each in one.quotations if says_something(one.text, each)]
    found = set()
    for number in numbers:
        start, end = one.sentences[number].start, one.sentences[number].end
        whole = letters.within(start, end)
        if whole and any(
            letters.within(max(each.start, start), min(each.end, end)) >= MOSTLY * whole
            for each in quotations
            if each.start < end and start < each.end
        ):
            found.add(number)
    return found


def doubting_paragraphs(one: Prepared, numbers: Iterable[int]) -> set[int]:
    """Return the paragraphs of the sentences with these ``numbers`` that hold all words of a
    doubting verb of saying."""
    texts: dict[int, list[str]] = {}
    for number in numbers:
        sentence = one.sentences[number]
        texts.setdefault(sentence.paragraph, []).append(one.text[sentence.start : sentence.end])
    return {paragraph for paragraph, parts in texts.items() if may_doubt(" ".join(parts))}


def paragraphs_to_ask(
    one: Prepared, places: Iterable[Range], paragraphs: Iterable[int]
) -> set[int]:
    """Return the paragraphs whose attributions decide whose words stand at ``places`` of the text
    and in ``paragraphs``.

    An attribution reaches beyond its paragraph only through a quotation: one that goes on in the
    next, or that the paragraph before announces. So those that a quotation touches are asked for
    together, with the one before it and the one after it.
    """
    starts = [sentence.start for sentence in one.sentences]

    def paragraph(at: int) -> int:
        return one.sentences[max(0, bisect_right(starts, at) - 1)].paragraph

    wanted = set(paragraphs)
    for start, end in places:
        wanted.update(range(paragraph(start), paragraph(max(start, end - 1)) + 1))
    beside: set[int] = set()
    for start, end in _passages(one.quotations):
        touched = range(paragraph(start), paragraph(max(start, end - 1)) + 1)
        if not wanted.isdisjoint(touched):
            beside.update(range(touched.start - 1, touched.stop + 1))
    return wanted | beside


def _passages(quotations: Sequence[Quotation]) -> Iterator[Range]:
    """Yield the ranges of quotations, those as one that go on after one without a closing mark."""
    start: int | None = None
    for each in quotations:
        start = each.start if start is None else start
        if each.closed:
            yield start, each.end
            start = None
    if start is not None:
        yield start, quotations[-1].end
