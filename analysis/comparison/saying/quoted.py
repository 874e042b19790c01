"""The quotations of an article, with the pieces of one statement put together."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property

from analysis.comparison.people import People
from analysis.comparison.saying.quoted_words import Word, words_between
from analysis.frames import FURNITURE, Result

Range = tuple[int, int]
"""``(start, end)``: offsets into the article's text, end exclusive."""

SHORT_RUN = 3
"""Fewest words of a quotation that can be found again: two words in marks are a phrase that many
use, not something that somebody said."""


_LONGEST_PIECE = 20_000
"""Characters before a quotation in which a piece that holds it begins."""


@dataclass(frozen=True)
class Quoted:
    """A quotation: its ``pieces`` in reading order, with their marks, its ``words``, and who says
    it, by name as the article has it (empty if it says nobody) and by number in the people of the
    comparison (None if that is not known)."""

    pieces: tuple[Range, ...]
    words: tuple[Word, ...]
    speaker: str
    person: int | None

    @cached_property
    def keys(self) -> tuple[str, ...]:
        """The words as they are compared."""
        return tuple(word.key for word in self.words)


def quotations_of(result: Result, article: int, known: People) -> list[Quoted]:
    """Return the quotations of the article at a place of the comparison, in reading order.

    Those of one statement are one, whatever stands between them (“…,” said Hale. “…”). Furniture,
    and quotations of fewer than ``SHORT_RUN`` words, are left out, and so is one all of whose words
    stand in a longer one of the same article, as in a headline.
    """
    text = result.text
    inside = _article_ranges(result)
    columns = (result.statements[name].tolist() for name in ("start", "end", "statement"))
    pieces = sorted(zip(*columns, strict=True))
    speakers = dict(zip(result.statements["statement"], result.statements["speaker"], strict=True))
    grouped: dict[tuple[bool, int], list[Range]] = {}
    quotations = result.quotations
    for start, end in zip(quotations["start"].tolist(), quotations["end"].tolist(), strict=True):
        if not _holds(inside, start):
            continue
        statement = _statement_of(start, end, pieces)
        # One that belongs to no statement is known by its own start.
        key = (True, start) if statement is None else (False, statement)
        grouped.setdefault(key, []).append((start, end))
    found = []
    for (alone, statement), ranges in grouped.items():
        words = tuple(word for start, end in ranges for word in words_between(text, start, end))
        speaker = "" if alone else str(speakers[statement])
        if len(words) >= SHORT_RUN:
            found.append(Quoted(tuple(ranges), words, speaker, known.number(article, speaker)))
    return _without_repeated(sorted(found, key=lambda one: one.pieces))


def _article_ranges(result: Result) -> list[Range]:
    own = result.sentences[result.sentences["part"] != FURNITURE]
    return list(zip(own["start"].tolist(), own["end"].tolist(), strict=True))


def _holds(ranges: Sequence[Range], at: int) -> bool:
    place = bisect_right(ranges, (at, float("inf"))) - 1
    return place >= 0 and at < ranges[place][1]


def _statement_of(start: int, end: int, pieces: Sequence[tuple[int, int, int]]) -> int | None:
    """Return the statement of which a piece overlaps the quotation most, or None; ``pieces`` are
    (start, end, statement) by start."""
    # A piece that began long before can still reach here, but is hardly ever so long.
    first = bisect_left(pieces, (start - _LONGEST_PIECE,))
    last = bisect_left(pieces, (end,))
    overlaps = [
        (min(end, piece_end) - max(start, piece_start), statement)
        for piece_start, piece_end, statement in pieces[first:last]
        if start < piece_end
    ]
    return max(overlaps, key=lambda overlap: overlap[0])[1] if overlaps else None


def _without_repeated(quotations: Sequence[Quoted]) -> list[Quoted]:
    """Leave out quotations whose words stand one after another in a longer one, and all but the
    first of equal ones."""
    written = [f" {' '.join(one.keys)} " for one in quotations]
    holders: dict[tuple[str, ...], set[int]] = {}
    for place, one in enumerate(quotations):
        for run in runs(one.keys, SHORT_RUN):
            holders.setdefault(run, set()).add(place)
    return [
        one
        for place, one in enumerate(quotations)
        if not any(
            written[place] in written[other]
            and (len(written[place]) < len(written[other]) or other < place)
            for other in holders[one.keys[:SHORT_RUN]] - {place}
        )
    ]


def runs(keys: Sequence[str], length: int) -> Iterator[tuple[str, ...]]:
    """Return every ``length`` words in a row."""
    return (tuple(keys[at : at + length]) for at in range(len(keys) - length + 1))
