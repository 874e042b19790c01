"""Where a passage stands, and whose words it is: the outlet's own, reported, or quoted.

* ``quoted``: inside a quotation that somebody says, or inside a passage that the text's structure
  gives as somebody's words. Quotation marks outside all statements are scare quotes or names, and
  what they hold is the outlet's; but in a headline, which quotes in a word or two what somebody
  says, and in a sentence that the network cannot read, all marks count.
* ``reported``: inside a reported statement. The words that attribute it (“claimed”, “according
  to”) are not inside: they are the outlet's.
* ``outlet``: everywhere else.

A passage that belongs to several counts for the one nearest to the outlet (outlet, then reported,
then quoted), because it was the outlet that put these words together.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Sequence

from analysis.frames import HEADLINE
from analysis.rules.checking.observed import Observed, Quotation, Range, Statement
from analysis.rules.rule import RULE_VOICES
from analysis.speakers.tagging.attributions import without
from analysis.text.quotation.marks import DOUBLE, SINGLE

OUTLET, REPORTED, QUOTED = RULE_VOICES


class Places:
    """Answers in which sentence a passage of an article stands, and whose words it is."""

    def __init__(self, observed: Observed) -> None:
        self._text = observed.text
        self._starts = [sentence.start for sentence in observed.sentences]
        pieces = _united(piece for one in observed.statements for piece in one.pieces)
        marked = [(one.start, one.end) for one in _spoken(observed, self._starts, pieces)]
        direct = [p for one in observed.statements if one.form == "direct" for p in one.pieces]
        self._quoted = _united([*marked, *direct])
        self._said = _united([*self._quoted, *_reported(observed.statements)])

    def sentences(self, start: int, end: int) -> tuple[int, int]:
        """Return the numbers of the first and the last sentence that ``text[start:end]`` touches.

        White space at its ends does not count; a passage of white space only is in the sentence
        before it.
        """
        passage = self._text[start:end]
        begin = start + len(passage) - len(passage.lstrip())
        first = max(0, bisect_right(self._starts, begin if begin < end else start) - 1)
        last = start + len(passage.rstrip())
        return first, max(first, bisect_right(self._starts, last - 1) - 1)

    def voice(self, start: int, end: int) -> str:
        """Return whose words ``text[start:end]`` is: outlet, reported or quoted.

        Letters and digits count; where there are none, all characters do.
        """
        passage = self._text[start:end]
        places = [start + at for at, one in enumerate(passage) if one.isalnum()]
        places = places or list(range(start, end))
        if not _holds_all(self._said, places):
            return OUTLET
        return QUOTED if _holds_all(self._quoted, places) else REPORTED


def _spoken(
    observed: Observed, starts: Sequence[int], pieces: Sequence[Range]
) -> Iterable[Quotation]:
    """Yield the quotations that are somebody's words, not scare quotes or names."""
    for one in observed.quotations:
        sentence = observed.sentences[max(0, bisect_right(starts, one.start) - 1)]
        if (
            sentence.part == HEADLINE
            or not sentence.english
            or not _has_marks(observed.text, one)
            or _shares(pieces, one.start, one.end)
        ):
            yield one


def _has_marks(text: str, one: Quotation) -> bool:
    marks = DOUBLE + SINGLE
    return text[one.start] in marks and (not one.closed or text[one.end - 1] in marks)


def _reported(statements: Iterable[Statement]) -> Iterable[Range]:
    """Yield the content of statements that are not all in marks, without the own cue of each."""
    for one in statements:
        if one.form != "direct":
            yield from without(one.pieces, [one.cue] if one.cue else [])


def _united(ranges: Iterable[Range]) -> list[Range]:
    """Return ranges in order, those that touch or overlap as one."""
    united: list[Range] = []
    for start, end in sorted(ranges):
        if united and start <= united[-1][1]:
            united[-1] = (united[-1][0], max(end, united[-1][1]))
        else:
            united.append((start, end))
    return united


def _range_at(ranges: Sequence[Range], at: int) -> Range | None:
    """Return the one of disjoint ranges that holds an offset, or None."""
    place = bisect_right(ranges, at, key=lambda one: one[0]) - 1
    return ranges[place] if place >= 0 and at < ranges[place][1] else None


def _shares(ranges: Sequence[Range], start: int, end: int) -> bool:
    place = bisect_right(ranges, start, key=lambda one: one[1])
    return place < len(ranges) and ranges[place][0] < end


def _holds_all(ranges: Sequence[Range], places: Sequence[int]) -> bool:
    """Whether each of the offsets, which are in order, is in one of disjoint ranges."""
    at = 0
    while at < len(places):
        found = _range_at(ranges, places[at])
        if found is None:
            return False
        at = bisect_right(places, found[1] - 1, at)
    return True
