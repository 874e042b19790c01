"""What is marked in a sentence beside its partners: loaded words, words that differ, numbers."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import chain, pairwise

from analysis.comparison.frames import NO_MATCH, Comparison
from analysis.output.export import records

Interval = tuple[int, int]
"""The (start, end) offsets of a passage, end exclusive."""

LOADED, DIFFERS, CONFLICTS = MARKS = ("word", "differs", "conflicts")
"""A loaded word; words that no partner of the sentence has; a number that counts the same thing
as a partner's and has another value."""


@dataclass(frozen=True)
class MarkedRun:
    """A part of a sentence with the same marks (of ``MARKS``) throughout."""

    text: str
    marks: tuple[str, ...]


class Marks:
    """Everything that is marked in the sentences of a comparison."""

    def __init__(self, comparison: Comparison) -> None:
        self._articles = comparison.articles
        self._pairs: dict[tuple[int, int], list[int]] = {}
        for row, pair in enumerate(records(comparison.pairs)):
            if pair["band"] != NO_MATCH:
                for side in ("a", "b"):
                    key = (pair[f"article_{side}"], pair[f"sentence_{side}"])
                    self._pairs.setdefault(key, []).append(row)
        self._differing: dict[tuple[int, int], list[Interval]] = {}
        for wording in records(comparison.wordings):
            self._differing.setdefault((wording["pair"], wording["article"]), []).append(
                (wording["start"], wording["end"])
            )
        # By sentence: going through all of an article's for each sentence is slow in long ones.
        self._numbers: dict[tuple[int, int], list[Interval]] = {}
        pairs = comparison.pairs
        for number in records(comparison.numbers):
            pair = pairs.iloc[number["pair"]]
            for side in ("a", "b"):
                key = (int(pair[f"article_{side}"]), int(pair[f"sentence_{side}"]))
                passage = (number[f"start_{side}"], number[f"end_{side}"])
                self._numbers.setdefault(key, []).append(passage)
        self._loaded: dict[tuple[int, int], list[Interval]] = {}
        for place, article in enumerate(comparison.articles):
            for span in records(article.spans):
                passage = (span["start"], span["end"])
                self._loaded.setdefault((place, span["sentence"]), []).append(passage)

    def runs(self, article: int, sentence: int) -> list[MarkedRun]:
        """Return a sentence as runs, which joined are the sentence, character for character."""
        row = self._articles[article].sentences.iloc[sentence]
        passages = {
            LOADED: self._loaded.get((article, sentence), []),
            DIFFERS: self.differing(article, sentence),
            CONFLICTS: self._numbers.get((article, sentence), []),
        }
        text = self._articles[article].text
        return marked_runs(text, int(row["start"]), int(row["end"]), passages)

    def differing(self, article: int, sentence: int) -> list[Interval]:
        """Return the passages of a sentence that differ from each of its partners."""
        pairs = self._pairs.get((article, sentence), [])
        return common([self._differing.get((pair, article), []) for pair in pairs])


def marked_runs(
    text: str, start: int, end: int, passages: Mapping[str, Iterable[Interval]]
) -> list[MarkedRun]:
    """Return text[start:end] as runs, cut where a passage of any mark begins or ends.

    ``passages`` are offsets by mark; they may overlap each other and the borders in any way.
    """
    kept = {
        mark: [(max(a, start), min(b, end)) for a, b in some if max(a, start) < min(b, end)]
        for mark, some in passages.items()
    }
    borders = sorted({start, end}.union(*chain.from_iterable(kept.values())))
    return [
        MarkedRun(
            text[a:b],
            tuple(mark for mark, some in kept.items() if any(x <= a and b <= y for x, y in some)),
        )
        for a, b in pairwise(borders)
    ]


def common(lists: Sequence[Sequence[Interval]]) -> list[Interval]:
    """Return the passages that lie in an interval of every list, as long as possible."""
    borders = sorted(set(chain.from_iterable(chain.from_iterable(lists))))
    found: list[Interval] = []
    for a, b in pairwise(borders):
        if all(any(x <= a and b <= y for x, y in some) for some in lists):
            if found and found[-1][1] == a:
                found[-1] = (found[-1][0], b)
            else:
                found.append((a, b))
    return found
