"""Quotations that one of two wordings of a sentence has and the other lacks, or has cut short.

What counts are the words between the marks, not the marks: “…”, "…" and ‘…’ are the same. One or
two words in marks without a verb of saying beside them are no quotation but a writer's distance
(the “experts”), which a rewriting may add or drop. Two words that the other sentence does not have
at all are a quotation wherever they do not name something (they sang “Go home”).
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher

from analysis.comparison.saying.quoted_words import Word, words_between
from analysis.practice.exercises.facts.fact import QUOTATION, Fact, fact
from analysis.text.quotation.quotations import find_quotations
from analysis.text.segmentation.abbreviations import SPEECH_VERBS

_FEW = 2
"""Most words in marks that may be a writer's distance."""

_REACH = 60
"""Characters beside a short quotation among which a verb of saying makes it one."""

_MOST_COMPARED = 250_000
"""Product of two lengths in words above which quotations are not aligned word by word, since the
time grows with it; a sentence has some forty words."""

_ALIKE = 0.5
"""Share of equal words from which two quotations are one with words changed."""

_NAMING = "call calls calling describe describes described describing dub dubs dubbed brand brands "
_NAMING += "branded label labels labelled labeled term termed saying telling according words "
_NAMING += "read reads reading sing sings sang sung singing paint painted painting"
_SAYING = re.compile(
    rf"(?<![-\w])(?:{'|'.join(sorted(SPEECH_VERBS | set(_NAMING.split())))})(?![-\w])",
    re.IGNORECASE,
)
_OF_THE_WRITER = re.compile(
    r"\b(?:the|this|that|these|those|its|their|his|her|our|your|so[- ]called)\s$", re.IGNORECASE
)
"""Before a short quotation these say that the writer names something with it: the “reform”."""


@dataclass(frozen=True)
class _Quoted:
    """A quotation of a sentence: where it stands with its marks, and its words."""

    start: int
    end: int
    words: tuple[Word, ...]

    @property
    def keys(self) -> list[str]:
        return [word.key for word in self.words]


def lost_quotations(before: str, after: str) -> tuple[list[Fact], list[Fact]]:
    """Return the quotations of ``before`` that ``after`` lacks, and those that only ``after`` has.

    Of one that is given in part, the words that are missing are the fact, each passage for itself.
    """
    one, other = _quoted(before), _quoted(after)
    return _missing(before, one, other, after), _missing(after, other, one, before)


def _quoted(sentence: str) -> list[_Quoted]:
    return [
        _Quoted(each.start, each.end, tuple(words_between(sentence, each.start, each.end)))
        for each in find_quotations(sentence)
    ]


def _missing(
    sentence: str, own: Sequence[_Quoted], others: Sequence[_Quoted], other_sentence: str
) -> list[Fact]:
    given = [key for other in others for key in other.keys]
    there = [word.key for word in words_between(other_sentence, 0, len(other_sentence))]
    found = []
    for quoted in own:
        if not quoted.words or _is_distance(sentence, quoted, there):
            continue
        kept = _kept(quoted, given)
        if not any(kept):
            found.append(fact(QUOTATION, sentence, quoted.start, quoted.end))
            continue
        found += [
            fact(QUOTATION, sentence, start, end, part=True)
            for start, end in _passages(quoted.words, kept)
        ]
    return found


def _is_distance(sentence: str, quoted: _Quoted, there: Sequence[str]) -> bool:
    """Whether the marks are a writer's distance; ``there`` are all words of the other sentence."""
    if len(quoted.words) > _FEW:
        return False
    beside = (
        sentence[max(0, quoted.start - _REACH) : quoted.start],
        sentence[quoted.end : quoted.end + _REACH],
    )
    if _OF_THE_WRITER.search(beside[0]):
        return True
    if beside[0].rstrip().endswith(":") or any(map(_SAYING.search, beside)):
        return False
    return len(quoted.words) == 1 or _stands_in(quoted.keys, there)


def _kept(quoted: _Quoted, given: Sequence[str]) -> list[bool]:
    """Return for each word of a quotation whether the other sentence quotes it, in this order."""
    keys = quoted.keys
    if len(keys) * len(given) > _MOST_COMPARED:
        known = set(given)
        return [key in known for key in keys]
    if _stands_in(keys, given):
        return [True] * len(keys)
    kept = [False] * len(keys)
    matcher = SequenceMatcher(None, keys, given, autojunk=False)
    alike = matcher.ratio() >= _ALIKE
    end = -1
    for at, place, size in matcher.get_matching_blocks():
        # A function word alone fits anywhere, unless it follows right on what was found before.
        one = quoted.words[at] if size == 1 else None
        if alike or place == end or one is None or one.content:
            kept[at : at + size] = [True] * size
            end = place + size
    return kept


def _stands_in(keys: Sequence[str], given: Sequence[str]) -> bool:
    length = len(keys)
    return any(list(given[at : at + length]) == list(keys) for at in range(len(given) - length + 1))


def _passages(words: Sequence[Word], kept: Sequence[bool]) -> list[tuple[int, int]]:
    """Return the ranges of words in a row that are not kept."""
    found: list[tuple[int, int]] = []
    before = True
    for word, is_kept in zip(words, kept, strict=True):
        if not is_kept:
            start = word.start if before else found.pop()[0]
            found.append((start, word.end))
        before = is_kept
    return found
