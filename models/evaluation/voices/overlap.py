"""How well attributions that were found agree with those that an annotator marked, in counts.

The measures are those that work on attribution has in common (PolNeAR: Newell et al. 2018): cues by
overlap, sources and contents by the characters that both cover.
"""

from __future__ import annotations

from collections.abc import Collection, Sequence
from typing import Protocol

Spans = Sequence[tuple[int, int]]

#: A part is linked right where half of the characters that either side covers are covered by both.
HALF = 0.5


class Attributed(Protocol):
    """An attribution, found or marked: the spans of its source (none where nobody is named), its
    cue and its content."""

    @property
    def source(self) -> Spans: ...
    @property
    def cue(self) -> Spans: ...
    @property
    def content(self) -> Spans: ...


def characters(spans: Spans, without: Collection[int] = ()) -> set[int]:
    """The offsets of the characters that the spans cover, each once, but for those in `without`."""
    covered = {place for start, end in spans for place in range(start, end)}
    return covered.difference(without)


def character_counts(
    found: Sequence[Spans], gold: Sequence[Spans], without: Collection[int] = ()
) -> tuple[int, int, int]:
    """(shared, found, marked): characters that the spans cover in one article.

    What several spans cover, such as a content inside another one's, counts once.
    """
    ours = characters([span for spans in found for span in spans], without)
    theirs = characters([span for spans in gold for span in spans], without)
    return len(ours & theirs), len(ours), len(theirs)


def pair_cues(found: Sequence[Attributed], gold: Sequence[Attributed]) -> dict[int, int]:
    """Pairs of attributions whose cues overlap, as many as there can be, each at most once.

    Returns:
        by index into `gold` the index into `found`. Of cues that could be paired with several, the
        one with the most characters in common is tried first.
    """
    ours = [characters(one.cue) for one in found]
    candidates: list[list[int]] = []
    for one in gold:
        theirs = characters(one.cue)
        shared = {number: len(cue & theirs) for number, cue in enumerate(ours) if cue & theirs}
        candidates.append(sorted(shared, key=lambda number: (-shared[number], number)))
    taken: dict[int, int] = {}

    def place(number: int, tried: set[int]) -> bool:
        """Pair `gold[number]`, moving those paired before where they have another choice (Kuhn's
        algorithm for a largest matching)."""
        for choice in candidates[number]:
            if choice in tried:
                continue
            tried.add(choice)
            if choice not in taken or place(taken[choice], tried):
                taken[choice] = number
                return True
        return False

    for number in range(len(gold)):
        place(number, set())
    return {number: choice for choice, number in taken.items()}


def alike(found: Spans, gold: Spans) -> bool:
    """Whether two parts share at least half of the characters that either covers; two empty parts
    are alike."""
    ours, theirs = characters(found), characters(gold)
    either = len(ours | theirs)
    return not either or len(ours & theirs) >= HALF * either


def linked(found: Attributed | None, gold: Attributed) -> tuple[bool, bool]:
    """Whether source and content of an attribution are right, given the attribution whose cue was
    paired with its cue; both are wrong where the cue was not found (None)."""
    if found is None:
        return False, False
    return alike(found.source, gold.source), alike(found.content, gold.content)
