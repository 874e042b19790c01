"""What the classifier reads: sentences, and the content of statements as if it stood alone.

A statement inside its sentence is not judged by itself: ``Smith said that …`` lowers the loaded
probability of what it reports. So the classifier reads the content alone, without the quotation
marks around it and without *that*, with a capital first letter and a full stop, as it knows
sentences from its training.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass

from analysis.speakers.statements.statement import Range, Statement
from analysis.text.quotation.marks import DOUBLE, SINGLE
from analysis.text.segmentation.sentences import Sentence
from analysis.text.words.normalised import Normalised, normalised

_AROUND = DOUBLE + SINGLE + ",;:–—-…"
"""Marks that stand around content and are not part of its wording."""

_STOPS = ".!?…"

# "That" before a verb is a subject of its own ("said that was a lie").
_CONJUNCTION = re.compile(
    r"that\s+(?!(?:is|was|will|would|has|had|can|could|may|might|must|should|does|did)\b)", re.I
)


@dataclass(frozen=True)
class _Segment:
    """A passage of the article without a gap, and where its normalised text begins in what is
    read."""

    at: int
    start: int
    normal: Normalised

    @property
    def end(self) -> int:
        return self.at + len(self.normal.text)


@dataclass(frozen=True)
class Reading:
    """``text`` as the classifier reads it, and the passages of the article that it is made of."""

    text: str
    segments: tuple[_Segment, ...]

    def given(self, start: int, end: int) -> list[Range]:
        """Return the ranges of the article that ``text[start:end]`` stands for, in order: one for
        each passage that it touches, none for a full stop that was added."""
        return [
            (segment.start + begin, segment.start + stop)
            for segment, (first, last) in self._touched(start, end)
            for begin, stop in [segment.normal.given(first - segment.at, last - segment.at)]
        ]

    def cut(self, start: int, end: int) -> list[Range]:
        """Return ``text[start:end]`` cut where passages of the article meet: one range of ``text``
        for each range of ``given``."""
        return [inside for _, inside in self._touched(start, end)]

    def _touched(self, start: int, end: int) -> Iterator[tuple[_Segment, Range]]:
        for segment in self.segments:
            first, last = max(start, segment.at), min(end, segment.end)
            if first < last:
                yield segment, (first, last)


@dataclass(frozen=True)
class Content:
    """What the sentence with the number ``sentence`` holds of the statement ``statement``."""

    statement: int
    sentence: int
    reading: Reading


def sentence_reading(sentence: Sentence, normal: Normalised) -> Reading:
    """Return a sentence of the article, whose normalised text is ``normal``, as it is read."""
    return Reading(normal.text, (_Segment(0, sentence.start, normal),))


def contents_of(
    text: str,
    sentences: Sequence[Sentence],
    statements: Sequence[Statement],
    words: AbstractSet[str] = frozenset(),
) -> list[Content]:
    """Return the content of each of ``statements`` cut at the sentences of ``text``, in order.

    Pieces in the same sentence become one text (``“This is,” she said, “a disgrace.”`` is read as
    *This is a disgrace.*). ``words`` is ``words_of(text)``. A piece without letters gives nothing.
    """
    starts = [sentence.start for sentence in sentences]
    found: list[Content] = []
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
            Content(number, place, _standing_alone(text, ranges, words))
            for place, ranges in inside.items()
        ]
    return found


def _bare(text: str, start: int, end: int) -> Range | None:
    """Return the range without the marks and spaces around it, None if it holds no letters."""
    marked = text[start] in DOUBLE + SINGLE
    while start < end and (text[start].isspace() or text[start] in _AROUND):
        start += 1
    while end > start and (text[end - 1].isspace() or text[end - 1] in _AROUND):
        end -= 1
    conjunction = None if marked else _CONJUNCTION.match(text, start, end)
    if conjunction and any(map(str.isalnum, text[conjunction.end() : end])):
        return _bare(text, conjunction.end(), end)
    return (start, end) if any(map(str.isalnum, text[start:end])) else None


def _standing_alone(text: str, ranges: Sequence[Range], words: AbstractSet[str]) -> Reading:
    segments: list[_Segment] = []
    for start, end in ranges:
        at = segments[-1].end + 1 if segments else 0
        segments.append(_Segment(at, start, normalised(text[start:end], words)))
    whole = " ".join(segment.normal.text for segment in segments)
    first = whole[:1].upper()
    # Some letters have capitals of two letters, which would shift what follows.
    whole = (first if len(first) == 1 else whole[:1]) + whole[1:]
    if not whole.endswith(tuple(_STOPS)):
        whole += "."
    return Reading(whole, tuple(segments))
