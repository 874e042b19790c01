"""The way from a passage of the prose back to the passage of the content that it comes from."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import NamedTuple


class Piece(NamedTuple):
    """A run of prose that begins at ``at`` and comes from ``content[start:end]``.

    A piece that is ``literal`` is the same text there, character by character. Any other comes
    from the passage as a whole: a decoded entity, the space for a line end, the gap between two
    paragraphs.
    """

    at: int
    start: int
    end: int
    literal: bool


@dataclass(frozen=True)
class Mapping:
    """The pieces of a prose of ``length`` characters, in order and without a hole, and so that what
    comes later in the prose comes later in the content."""

    pieces: tuple[Piece, ...]
    length: int
    _begins: list[int] = field(init=False, repr=False, compare=False)

    def __post_init__(self) -> None:
        object.__setattr__(self, "_begins", [piece.at for piece in self.pieces])

    def place(self, start: int, end: int) -> tuple[int, int]:
        """Return where ``prose[start:end]`` stands in the content.

        Offsets outside the prose count as its begin or end. Of a passage without characters the
        place is one point.
        """
        start = min(max(start, 0), self.length)
        end = min(max(end, start), self.length)
        if not self.pieces:
            return 0, 0
        if start == end:
            point = self._begin(start) if start < self.length else self._end(start - 1)
            return point, point
        return self._begin(start), self._end(end - 1)

    def _piece(self, character: int) -> Piece:
        return self.pieces[bisect_right(self._begins, character) - 1]

    def _begin(self, character: int) -> int:
        piece = self._piece(character)
        return piece.start + character - piece.at if piece.literal else piece.start

    def _end(self, character: int) -> int:
        piece = self._piece(character)
        return piece.start + character - piece.at + 1 if piece.literal else piece.end


def of_kept(kept: Sequence[tuple[int, int]]) -> Mapping:
    """Return the mapping of a prose that is the passages ``kept`` of the content, in order."""
    pieces: list[Piece] = []
    length = 0
    for start, end in kept:
        if start < end:
            pieces.append(Piece(length, start, end, True))
            length += end - start
    return Mapping(tuple(pieces), length)
