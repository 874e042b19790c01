"""What slant-voices finds in a text. Offsets are into the text as it was given."""

from __future__ import annotations

from dataclasses import dataclass

Span = tuple[int, int]


@dataclass(frozen=True)
class NameMention:
    """A name: text[start:end]; its kind (`labels.KINDS`) and the probability of it, 0 … 1."""

    start: int
    end: int
    kind: str
    probability: float

    def moved(self, by: int) -> NameMention:
        """The name in a text with so many characters more in front."""
        return NameMention(self.start + by, self.end + by, self.kind, self.probability)


@dataclass(frozen=True)
class Attribution:
    """Who said or thought what: spans of the source (none or one), of the cue (one) and of the
    content (one or several pieces in order), and the probability of the cue, 0 … 1."""

    source: tuple[Span, ...]
    cue: tuple[Span, ...]
    content: tuple[Span, ...]
    probability: float

    def moved(self, by: int) -> Attribution:
        """The attribution in a text with so many characters more in front."""
        source, cue, content = (
            tuple((start + by, end + by) for start, end in spans)
            for spans in (self.source, self.cue, self.content)
        )
        return Attribution(source, cue, content, self.probability)


@dataclass(frozen=True)
class Tagged:
    """The names and attributions of one text, in reading order."""

    names: tuple[NameMention, ...]
    attributions: tuple[Attribution, ...]
