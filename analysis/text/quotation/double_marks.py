"""Find the quotations in double marks of one paragraph, and those in marks that nothing else uses
(``‹ ›``, ``「 」``)."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import islice

from analysis.text.quotation.attribution import (
    comma_before_speaker,
    has_speech_verb,
    speaker_follows,
)
from analysis.text.quotation.marks import DOUBLE_MARK, double_role, follows_digit, inside_word
from analysis.text.quotation.quotation import Quotation
from analysis.text.segmentation.sentence_ends import sentence_starts

_PARTNERS = {"„": "“", "»": "«", "›": "‹"}

# Marks that pair only with their like: others inside them are nested, and the reverse.
_FAMILIES = {"‹": 1, "›": 1, "「": 2, "」": 2, "『": 3, "』": 3}

_STOPS = ".,!?…—–-"

_LONGEST_SEARCH = 2000
"""Most characters in which the sentence of a closing mark is looked for, to keep time linear."""


@dataclass(frozen=True)
class _Mark:
    """A double mark: offsets, role (see ``double_role``), the number of its logical line, and
    whether it stands between two letters."""

    at: int
    end: int
    role: str
    line: int
    inside_word: bool


def double_quotations(
    text: str,
    paragraph: Sequence[tuple[int, int]],
    first: int,
    lines: Sequence[tuple[int, int]],
) -> Iterator[Quotation]:
    """Yield the quotations of one paragraph, whose logical lines are numbered from ``first``.

    ``lines`` are all logical lines of the text.
    """
    marks = [
        _Mark(
            *match.span(),
            double_role(text, *match.span()),
            number,
            inside_word(text, *match.span()),
        )
        for number, (start, end) in enumerate(paragraph, first)
        for match in DOUBLE_MARK.finditer(text, start, end)
    ]
    opened: _Mark | None = None
    closed_until = 0
    i = 0
    while i < len(marks):
        mark = marks[i]
        i += 1
        if opened is not None and (
            mark.line > opened.line + 1 or (mark.line > opened.line and mark.role != "close")
        ):
            # Not closed on its line or the next: the mark is missing, or the next line opens again.
            yield Quotation(opened.at, _end_of_line(text, opened.at, opened.line, lines), False)
            opened = None
        if opened is None:
            if mark.role == "close":
                begin = _lost_opening(text, marks, i - 1, lines[mark.line], closed_until)
                if begin is not None:
                    yield Quotation(begin, mark.end, True)
                    closed_until = mark.end
            elif not mark.inside_word or _closes_next(marks, i) or _ends_a_part(text, marks, i):
                opened = mark
        elif _FAMILIES.get(text[opened.at]) != _FAMILIES.get(text[mark.at]):
            continue
        elif mark.role != "open" or _PARTNERS.get(text[opened.at]) == text[mark.at]:
            if not _means_inches(text, marks, i - 1) and not _in_a_word(text, opened, marks, i - 1):
                yield Quotation(opened.at, mark.end, True)
                closed_until = mark.end
                opened = None
        elif _is_nested(marks, i):
            i += 1
        else:
            yield Quotation(opened.at, _end_of_unclosed(text, opened.at, mark.at), False)
            opened = mark
    if opened is not None:
        yield Quotation(opened.at, _end_of_line(text, opened.at, opened.line, lines), False)


def _closes_next(marks: Sequence[_Mark], i: int) -> bool:
    """Whether mark ``i`` closes, on the line of the mark before it."""
    return i < len(marks) and marks[i].line == marks[i - 1].line and marks[i].role == "close"


def _ends_a_part(text: str, marks: Sequence[_Mark], i: int) -> bool:
    """Whether mark ``i`` and the one before it mark a part of one word (``re"form"ers``)."""
    return (
        i < len(marks)
        and marks[i].inside_word
        and not any(map(str.isspace, text[marks[i - 1].at : marks[i].at]))
    )


def _means_inches(text: str, marks: Sequence[_Mark], i: int) -> bool:
    """Whether mark ``i``, after a digit, means inches, as the next mark can close the quotation."""
    return follows_digit(text, marks[i].at) and _closes_next(marks, i + 1)


def _in_a_word(text: str, opened: _Mark, marks: Sequence[_Mark], i: int) -> bool:
    """Whether mark ``i`` is part of a word (``Tzaha"l``), as the next mark can close the quotation
    and this one does not end the first word of it (``"un"employed``)."""
    mark = marks[i]
    if not mark.inside_word or not _closes_next(marks, i + 1):
        return False
    return any(map(str.isspace, text[opened.at : mark.at]))


def _is_nested(marks: Sequence[_Mark], i: int) -> bool:
    """Whether mark ``i - 1`` opens a nested quotation: two closing marks follow on its line."""
    pair = marks[i : i + 2]
    return len(pair) == 2 and all(
        mark.role != "open" and mark.line == marks[i - 1].line for mark in pair
    )


def _end_of_unclosed(text: str, opened: int, following: int) -> int:
    """Return the end of a quotation without a closing mark, if the next opens at ``following``."""
    starts = list(islice(sentence_starts(text, opened, following), 2))
    if len(starts) == 2:
        return opened + len(text[opened : starts[1]].rstrip())
    speaker = comma_before_speaker(text, opened, following)
    return speaker or opened + len(text[opened:following].rstrip())


def _end_of_line(text: str, opened: int, line: int, lines: Sequence[tuple[int, int]]) -> int:
    """Return the end of a quotation that nothing closes on its line.

    It is the line's end, as the next paragraph goes on with the quotation; but if that does not
    open again, it is the comma before a speaker.
    """
    end = lines[line][1]
    if line + 1 < len(lines):
        following = DOUBLE_MARK.match(text, lines[line + 1][0])
        if following and double_role(text, *following.span()) != "close":
            return end
    return comma_before_speaker(text, opened, end, surely=True) or end


def _lost_opening(
    text: str, marks: Sequence[_Mark], i: int, line: tuple[int, int], closed_until: int
) -> int | None:
    """Return where the quotation begins that mark ``i`` closes although none is open, or None.

    A punctuation mark must stand before it or a comma after it, and a speaker must follow, or the
    end of a line without any other mark or verb of saying. The quotation begins with the line (a
    drop cap takes its opening mark along), or after an earlier quotation with the sentence of the
    mark.
    """
    mark = marks[i]
    start, end = line
    if mark.at == start or (
        text[mark.at - 1] not in _STOPS and text[mark.end : mark.end + 1] != ","
    ):
        return None
    alone = (
        mark.end == end
        and text[mark.at - 1] in _STOPS
        and (i == 0 or marks[i - 1].line != mark.line)
    )
    if not speaker_follows(text, mark.end, end) and not (
        alone and not has_speech_verb(text, start, mark.at)
    ):
        return None
    if closed_until <= start:
        unpaired = i > 0 and marks[i - 1].at >= start
        return marks[i - 1].at if unpaired else start
    if mark.at - closed_until > _LONGEST_SEARCH:
        return None
    starts = list(sentence_starts(text, closed_until, mark.at))
    return starts[-1] if len(starts) > 1 else None
