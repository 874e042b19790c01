"""A sentence as the classifier should read it, and the way back to the sentence as it was written.

Words in a sense that the classifier does not know are replaced by plain ones: "A vicious circle"
is read as "A circle". Offsets are those of the sentence; a ``Reading`` translates.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from models import Span


@dataclass(frozen=True)
class Replacement:
    """``text`` is read in place of the characters ``start`` to ``end`` of a sentence.

    ``loaded`` says whether the replaced words can be loaded ("lost its mind", read as "gone
    crazy"); otherwise they never are.
    """

    start: int
    end: int
    text: str
    loaded: bool = False


@dataclass(frozen=True)
class Reading:
    """A sentence and its replacements, in order and without overlap (``reading`` makes one)."""

    sentence: str
    replacements: tuple[Replacement, ...] = ()

    @cached_property
    def text(self) -> str:
        """The sentence with its replacements put in."""
        parts: list[str] = []
        at = 0
        for replacement in self.replacements:
            parts += [self.sentence[at : replacement.start], replacement.text]
            at = replacement.end
        return "".join([*parts, self.sentence[at:]])

    @cached_property
    def _places(self) -> list[Span]:
        """Where the replacements are in ``text``."""
        places: list[Span] = []
        moved = 0
        for replacement in self.replacements:
            start = replacement.start + moved
            places.append((start, start + len(replacement.text)))
            moved = places[-1][1] - replacement.end
        return places

    def to_sentence(self, offset: int) -> int:
        """Return the offset in the sentence of an offset in ``text``.

        An offset within a replacement becomes the replaced words' end.
        """
        moved = 0
        for replacement, (start, end) in zip(self.replacements, self._places, strict=True):
            if offset <= start:
                break
            if offset < end:
                return replacement.end
            moved = replacement.end - end
        return offset + moved

    def span_in_text(self, span: Span) -> Span:
        """Return the span of ``text`` that stands for a span of the sentence.

        Every replacement that the span touches belongs to it as a whole.
        """
        start, end = span
        moved_start, moved_end = start, end
        for replacement, (begin, stop) in zip(self.replacements, self._places, strict=True):
            if replacement.end <= start:
                moved_start = start + stop - replacement.end
            elif replacement.start < start:
                moved_start = begin
            if replacement.end <= end:
                moved_end = end + stop - replacement.end
            elif replacement.start < end:
                moved_end = stop
        return moved_start, moved_end

    def spans_in_sentence(self, span: Span) -> list[Span]:
        """Return the spans of the sentence that a span of ``text`` stands for.

        What the span shares with a replacement is left out, unless that can be loaded: then its
        words are there as a whole.
        """
        start, end = span
        found: list[Span] = []
        for replacement, (begin, stop) in zip(self.replacements, self._places, strict=True):
            if stop <= start or begin >= end:
                continue
            if replacement.loaded:
                start, end = min(start, begin), max(end, stop)
                continue
            if start < begin:
                found.append((self.to_sentence(start), replacement.start))
            start = max(start, stop)
        if start < end:
            found.append((self._start_in_sentence(start), self.to_sentence(end)))
        return [trimmed for a, b in found if (trimmed := _trimmed(self.sentence, a, b))]

    def _start_in_sentence(self, offset: int) -> int:
        """Like ``to_sentence``, for an offset at which a span begins."""
        for replacement, (start, _) in zip(self.replacements, self._places, strict=True):
            if offset == start:
                return replacement.start
        return self.to_sentence(offset)


def reading(sentence: str, replacements: Iterable[Replacement]) -> Reading:
    """Return the reading of ``sentence``; of replacements that overlap, the first and longest."""
    kept: list[Replacement] = []
    for replacement in sorted(replacements, key=lambda r: (r.start, -r.end)):
        if not kept or replacement.start >= kept[-1].end:
            kept.append(replacement)
    return Reading(sentence, tuple(kept))


def in_case_of(written: str, plain: str) -> str:
    """Return ``plain`` in the case of ``written``: "Circle" for "Vicious circle"."""
    if len(written) > 1 and written.isupper():
        return plain.upper()
    return plain[:1].upper() + plain[1:] if written[:1].isupper() else plain


def touches(span: Span, others: Sequence[Span]) -> bool:
    """Return whether ``span`` shares a character with one of ``others``."""
    return any(start < span[1] and span[0] < end for start, end in others)


def _trimmed(text: str, start: int, end: int) -> Span | None:
    """Return the span without white space at its ends, None if it holds no letter or digit."""
    piece = text[start:end]
    if not any(character.isalnum() for character in piece):
        return None
    return start + len(piece) - len(piece.lstrip()), start + len(piece.rstrip())
