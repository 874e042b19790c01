"""What the network found in an article, in the article's offsets: attributions and names."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from analysis.speakers.statements.statement import Range
from analysis.speakers.tagging.tagged_text import TaggedText

if TYPE_CHECKING:
    from models.inference.voices import found

Ranges = Sequence[Range]


@dataclass(frozen=True)
class Attribution:
    """Words that attribute content to a source.

    ``cue`` is the verb or phrase of saying or thinking, ``source`` the words that name who says or
    thinks it, if there are any, and ``content`` what: at least one range, in order, without the
    cue and the source. ``probability`` is the network's.
    """

    cue: Range
    source: Range | None
    content: tuple[Range, ...]
    probability: float = 1.0


@dataclass(frozen=True)
class Mention:
    """A name where it stands in the article; ``kind`` is one of ``analysis.frames.NAME_KINDS``."""

    start: int
    end: int
    kind: str
    probability: float = 1.0


def attributions_of(tagged: Iterable[found.Attribution], text: TaggedText) -> list[Attribution]:
    """Return the attributions that the network found in ``text``, in the order of their cues.

    Those without a cue or without content are left out.
    """
    kept = []
    for one in tagged:
        cue = _given(text, one.cue)
        source = _given(text, one.source)
        taken = [*cue, *source[:1]]
        content = without(_given(text, one.content), taken)
        if cue and content:
            first = source[0] if source else None
            kept.append(Attribution(cue[0], first, tuple(content), one.probability))
    return sorted(kept, key=lambda attribution: attribution.cue)


def mentions_of(names: Iterable[found.NameMention], text: TaggedText) -> list[Mention]:
    """Return the names that the network found in ``text``, in order; a name is in one piece."""
    return [
        Mention(*ranges[0], one.kind, one.probability)
        for one in sorted(names, key=lambda name: name.start)
        if (ranges := text.given(one.start, one.end))
    ]


def without(ranges: Ranges, taken: Ranges) -> list[Range]:
    """Return what is left of ``ranges`` without the passages ``taken``, in order."""
    for begin, stop in taken:
        ranges = (
            [
                left
                for start, end in ranges
                for left in ((start, min(end, begin)), (max(start, stop), end))
                if left[0] < left[1]
            ]
            if any(start < stop and begin < end for start, end in ranges)
            else ranges
        )
    return sorted(set(ranges))


def _given(text: TaggedText, ranges: Ranges) -> list[Range]:
    return sorted(passage for start, end in ranges for passage in text.given(start, end))
