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


@dataclass(frozen=True)
class Attribution:
    """Who said or thought what: spans of the source (none or one), of the cue (one) and of the
    content (one or several pieces in order), and the probability of the cue, 0 … 1."""

    source: tuple[Span, ...]
    cue: tuple[Span, ...]
    content: tuple[Span, ...]
    probability: float


@dataclass(frozen=True)
class Tagged:
    """The names and attributions of one text, in reading order."""

    names: tuple[NameMention, ...]
    attributions: tuple[Attribution, ...]
