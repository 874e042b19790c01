"""The content of statements as sentences that stand alone, which the classifier can score.

A statement inside its sentence is not judged by itself: ``Smith said that …`` lowers the loaded
probability of what it reports. So the classifier reads the content alone, without the quotation
marks around it, with a capital first letter and a full stop, which it knows from its training.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass

from analysis.speakers.statements import Range, Statement
from analysis.text.quotation.marks import DOUBLE, SINGLE
from analysis.text.segmentation.sentences import Sentence
from analysis.text.words.normalised import Normalised, normalised

_AROUND = DOUBLE + SINGLE + ",;:–—-…"
"""Marks that stand around content and are not part of its wording."""

_STOPS = ".!?…"


@dataclass(frozen=True)
class _Segment:
    """A passage of the article without a gap, and where its normalised text begins in the content
    sentence."""

    at: int
    start: int
    normal: Normalised


@dataclass(frozen=True)
class ContentSentence:
    """What one sentence of the article holds of a statement.

    ``statement`` and ``sentence`` are the numbers of both; ``text`` is what the classifier reads;
    ``letters`` is how many letters and digits of the article's sentence it holds.
    """

    statement: int
    sentence: int
    text: str
    letters: int
    segments: tuple[_Segment, ...]

    def given(self, start: int, end: int) -> list[Range]:
        """Return the ranges of the article that ``text[start:end]`` stands for, in order: one for
        each of the passages that it touches, none for the full stop that was added."""
        found = []
        for segment in self.segments:
            first = max(start - segment.at, 0)
            last = min(end - segment.at, len(segment.normal.text))
            if first < last:
                begin, stop = segment.normal.given(first, last)
                found.append((segment.start + begin, segment.start + stop))
        return found


def content_sentences(
    text: str,
    sentences: Sequence[Sentence],
    statements: Sequence[Statement],
    words: AbstractSet[str] = frozenset(),
) -> list[ContentSentence]:
    """Return the content of each of ``statements`` cut at the sentences of ``text``, in order.

    Pieces in the same sentence become one text (``“This is,” she said, “a disgrace.”`` is read as
    *This is a disgrace.*). ``words`` is ``words_of(text)``. A piece without letters gives nothing.
    """
    starts = [sentence.start for sentence in sentences]
    found: list[ContentSentence] = []
    for number, statement in enumerate(statements):
        inside: dict[int, list[Range]] = {}
        for piece in statement.pieces:
            place = max(0, bisect_right(starts, piece.start) - 1)
            while place < len(sentences) and sentences[place].start < piece.end:
                start = max(piece.start, sentences[place].start)
                end = min(piece.end, sentences[place].end)
                bare = _bare(text, start, end)
                if bare is not None:
                    inside.setdefault(place, []).append(bare)
                place += 1
        found += [
            _content_sentence(text, number, place, ranges, words)
            for place, ranges in inside.items()
        ]
    return found


def _bare(text: str, start: int, end: int) -> Range | None:
    """Return the range without the marks and spaces around it, None if it holds no letters."""
    while start < end and (text[start].isspace() or text[start] in _AROUND):
        start += 1
    while end > start and (text[end - 1].isspace() or text[end - 1] in _AROUND):
        end -= 1
    return (start, end) if any(map(str.isalnum, text[start:end])) else None


def _content_sentence(
    text: str, statement: int, sentence: int, ranges: Sequence[Range], words: AbstractSet[str]
) -> ContentSentence:
    segments = tuple(_segments(text, ranges, words))
    whole = " ".join(segment.normal.text for segment in segments)
    first = whole[:1].upper()
    # Some letters have capitals of two letters, which would shift what follows.
    whole = (first if len(first) == 1 else whole[:1]) + whole[1:]
    if whole[-1] not in _STOPS:
        whole += "."
    letters = sum(c.isalnum() for start, end in ranges for c in text[start:end])
    return ContentSentence(statement, sentence, whole, letters, segments)


def _segments(text: str, ranges: Sequence[Range], words: AbstractSet[str]) -> Iterator[_Segment]:
    at = 0
    for start, end in ranges:
        normal = normalised(text[start:end], words)
        yield _Segment(at, start, normal)
        at += len(normal.text) + 1
