"""Quotations that two articles cut differently, or give with other words."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from itertools import combinations
from typing import TYPE_CHECKING, Any

from analysis.columns import frame
from analysis.comparison.frames import CUTS
from analysis.comparison.people import People
from analysis.comparison.saying.quoted import SHORT_RUN, Quoted, Range, quotations_of, runs
from analysis.comparison.saying.quoted_words import Word
from analysis.frames import Result

if TYPE_CHECKING:
    import pandas as pd

RUN = 5
"""Words in a row that two quotations share if they are one: shorter runs are common phrases."""

RUN_OF_TWO_SPEAKERS = 8
"""Words in a row from which quotations are one though the articles name different speakers."""

_CONTENT_WORDS = 2
"""Words of a shared run that are no function words: “it is one of the” is no quotation."""

_MOST_COMPARED = 250_000
"""Product of the lengths of two quotations, in words, above which they are not aligned word by word
but by the runs they share: the time of aligning grows with it."""


def cuts(articles: Sequence[Result], known: People) -> pd.DataFrame:
    """Return the columns declared in ``CUTS``.

    Two quotations are one if they share ``RUN`` words in a row, or if one of ``SHORT_RUN`` words or
    more has all of its words in the other and the same person may have said both. What one article
    gives in several quotations that belong to the same one of the other is one row. Those that
    differ in nothing but marks and case are left out. ``known`` are the people of ``articles``.
    """
    quoted = [quotations_of(result, place, known) for place, result in enumerate(articles)]
    starts = [result.sentences["start"].tolist() for result in articles]
    rows: list[dict[str, Any]] = []
    for a, b in combinations(range(len(articles)), 2):
        found = []
        for mine, theirs in _same(quoted[a], quoted[b]):
            side_a, side_b = _side(mine), _side(theirs)
            only_a, only_b = _differing(side_a, side_b)
            if only_a or only_b:
                row: dict[str, Any] = {"article_a": a, "article_b": b}
                row["speaker"] = _speaker((*mine, *theirs))
                for name, place, side, only in (("a", a, side_a, only_a), ("b", b, side_b, only_b)):
                    start, end = side.pieces[0][0], max(stop for _, stop in side.pieces)
                    text = articles[place].text
                    row[f"start_{name}"], row[f"end_{name}"] = start, end
                    row[f"pieces_{name}"] = list(side.pieces)
                    row[f"text_{name}"] = " … ".join(text[i:j] for i, j in side.pieces)
                    row[f"sentence_{name}"] = max(0, bisect_right(starts[place], start) - 1)
                    row[f"only_{name}"] = only
                found.append(row)
        rows += sorted(found, key=lambda row: (row["start_a"], row["start_b"]))
    return frame({name: [row[name] for row in rows] for name in CUTS}, CUTS)


@dataclass(frozen=True)
class _Side:
    """What one article gives: pieces in reading order, and their words with the piece of each."""

    pieces: tuple[Range, ...]
    words: tuple[Word, ...]
    piece_of: tuple[int, ...]


def _side(quotations: Sequence[Quoted]) -> _Side:
    pieces = sorted({piece for one in quotations for piece in one.pieces})
    words = sorted((word for one in quotations for word in one.words), key=lambda w: w.start)
    ends = [end for _, end in pieces]
    return _Side(
        tuple(pieces),
        tuple(words),
        tuple(next(n for n, end in enumerate(ends) if word.end <= end) for word in words),
    )


def _speaker(quotations: Sequence[Quoted]) -> str:
    """Return the first who is more than a pronoun."""
    return next((one.speaker for one in quotations if one.person is not None), "")


def _same(
    first: Sequence[Quoted], second: Sequence[Quoted]
) -> Iterator[tuple[list[Quoted], list[Quoted]]]:
    """Yield the quotations of two articles that are one: those of the first, of the second."""
    matched = [
        (i, j)
        for i, j in sorted(_candidates(first, second))
        if _are_one(first[i], second[j]) or _are_one(second[j], first[i])
    ]
    while matched:
        mine, theirs = {matched[0][0]}, {matched[0][1]}
        before = 0
        while before < len(mine) + len(theirs):
            before = len(mine) + len(theirs)
            for i, j in matched:
                if i in mine or j in theirs:
                    mine.add(i)
                    theirs.add(j)
        matched = [(i, j) for i, j in matched if i not in mine]
        yield [first[i] for i in sorted(mine)], [second[j] for j in sorted(theirs)]


def _candidates(first: Sequence[Quoted], second: Sequence[Quoted]) -> set[tuple[int, int]]:
    """Return which quotations share ``SHORT_RUN`` words in a row: only these are looked at."""
    holders: dict[tuple[str, ...], set[int]] = {}
    for i, one in enumerate(first):
        for run in runs(one.keys, SHORT_RUN):
            holders.setdefault(run, set()).add(i)
    return {
        (i, j)
        for j, other in enumerate(second)
        for run in runs(other.keys, SHORT_RUN)
        for i in holders.get(run, ())
    }


def _are_one(one: Quoted, other: Quoted) -> bool:
    may_be_same = None in (one.person, other.person) or one.person == other.person
    length = RUN if may_be_same else RUN_OF_TWO_SPEAKERS
    fewest = _CONTENT_WORDS
    if may_be_same and SHORT_RUN <= len(one.words) < RUN:
        length, fewest = len(one.words), 1
    content = {word.key for word in one.words if word.content}
    shared = set(runs(other.keys, length))
    return any(
        run in shared and sum(key in content for key in run) >= fewest
        for run in runs(one.keys, length)
    )


def _differing(one: _Side, other: _Side) -> tuple[list[Range], list[Range]]:
    """Return the passages that only the first and only the second gives."""
    keys = [word.key for word in one.words]
    other_keys = [word.key for word in other.words]
    if keys == other_keys:
        return [], []
    shared, other_shared = [False] * len(keys), [False] * len(other_keys)
    if len(keys) * len(other_keys) <= _MOST_COMPARED:
        matcher = SequenceMatcher(None, keys, other_keys, autojunk=False)
        for i, j, size in matcher.get_matching_blocks():
            # One function word alone fits anywhere.
            if size > 1 or (size and one.words[i].content):
                shared[i : i + size] = [True] * size
                other_shared[j : j + size] = [True] * size
    # What stands in another order is given all the same.
    _mark_runs(keys, shared, other_keys)
    _mark_runs(other_keys, other_shared, keys)
    return _passages(one, shared), _passages(other, other_shared)


def _mark_runs(keys: Sequence[str], shared: list[bool], other: Sequence[str]) -> None:
    """Mark the words of runs of ``RUN`` that the other has too."""
    given = set(runs(other, RUN))
    for at, run in enumerate(runs(keys, RUN)):
        if run in given:
            shared[at : at + RUN] = [True] * RUN


def _passages(side: _Side, shared: Sequence[bool]) -> list[Range]:
    """Return the ranges of words in a row that are not shared, none over more than one piece."""
    found: list[Range] = []
    last: tuple[int, int] | None = None
    for place, (word, piece) in enumerate(zip(side.words, side.piece_of, strict=True)):
        if shared[place]:
            continue
        if last == (place - 1, piece):
            found[-1] = (found[-1][0], word.end)
        else:
            found.append((word.start, word.end))
        last = (place, piece)
    return found
