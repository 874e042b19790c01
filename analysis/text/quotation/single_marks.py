"""Find the quotations in single marks (British style), and tell them from apostrophes."""

from __future__ import annotations

from collections.abc import Sequence

from analysis.text.quotation.attribution import comma_before_speaker, speaker_follows
from analysis.text.quotation.marks import (
    MAX_WORDS_TO_POSSESSIVE,
    SINGLE_MARK,
    closes_single,
    opens_single,
)
from analysis.text.quotation.quotation import Quotation

_SCARE_QUOTE_WORDS = 3
"""Most words of a quotation that begins in lower case and ends in an s (the ‘hard men’), before a
later closing mark: after more words the mark is a possessive in a longer quotation."""


def single_quotations(
    text: str, lines: Sequence[tuple[int, int]], double: Sequence[Quotation]
) -> list[Quotation]:
    """Return the quotations in single marks that begin outside the ``double`` ones.

    ``lines`` are the logical lines of the text.
    """
    found = []
    passed = 0
    for number, (start, end) in enumerate(lines):
        marks = []
        for match in SINGLE_MARK.finditer(text, start, end):
            at = match.start()
            while passed < len(double) and double[passed].end <= at:
                passed += 1
            if passed == len(double) or at < double[passed].start:
                marks.append(at)
        closed_until = start
        i = 0
        while i < len(marks):
            opened = marks[i]
            i += 1
            if not opens_single(text, opened):
                if _lost_opening(text, opened, closed_until, start, end):
                    found.append(Quotation(start, opened + 1, True))
                    closed_until = opened + 1
                continue
            reopens = _reopens(text, lines, number, opened)
            closing = _closing(text, marks, i, reopens)
            if closing is not None:
                closed_until = marks[closing] + 1
                found.append(Quotation(opened, closed_until, True))
                i = closing + 1
            elif reopens:
                found.append(Quotation(opened, end, False))
                break
            elif text[opened] == "‘":
                next_mark = marks[i] if i < len(marks) else end
                speaker = comma_before_speaker(text, opened, next_mark, surely=True)
                if speaker:
                    found.append(Quotation(opened, speaker, False))
    return found


def _closing(text: str, marks: Sequence[int], i: int, reopens: bool) -> int | None:
    """Return the index of the mark that closes the single quotation opened by mark ``i - 1``, or
    None.

    A mark that may be a possessive closes it only if no surer one follows, or if it ends a word or
    two in lower case; and not in a paragraph after which the next one ``reopens``.
    """
    opened = marks[i - 1]
    lower = text[opened + 1].islower()
    maybe: int | None = None
    words_to_maybe = 0
    j = i
    while j < len(marks):
        if text[opened] == text[marks[j]] == "`":
            # Code in Markdown.
            return None
        if opens_single(text, marks[j]):
            if not _is_nested(text, marks, j):
                break
            j += 2
            continue
        grade = closes_single(text, marks[j], opened)
        if grade in ("sure", "likely"):
            scare_quote = maybe is not None and lower and words_to_maybe <= _SCARE_QUOTE_WORDS
            words = len(text[opened : marks[j]].split()) if scare_quote else 0
            return maybe if words > MAX_WORDS_TO_POSSESSIVE else j
        if grade and maybe is None:
            maybe, words_to_maybe = j, len(text[opened : marks[j]].split())
        j += 1
    if maybe is None or reopens or words_to_maybe > MAX_WORDS_TO_POSSESSIVE:
        return None
    inside = text[opened + 1 : marks[maybe]]
    return None if any(mark in inside for mark in ",;:.!?") else maybe


def _is_nested(text: str, marks: Sequence[int], j: int) -> bool:
    """Whether mark ``j`` opens a quotation within another: two marks that surely close follow."""
    pair = marks[j + 1 : j + 3]
    return len(pair) == 2 and all(
        not opens_single(text, at) and closes_single(text, at, marks[j]) == "sure" for at in pair
    )


def _reopens(text: str, lines: Sequence[tuple[int, int]], number: int, opened: int) -> bool:
    """Whether the quotation opened at ``opened`` can go on in the line after ``number``, which then
    begins with the same mark.

    A straight mark, which can be an apostrophe, must stand where a quotation begins.
    """
    if number + 1 == len(lines):
        return False
    following = lines[number + 1][0]
    if text[following] != text[opened] or not opens_single(text, following):
        return False
    if text[opened] == "‘" or opened == lines[number][0]:
        return True
    before = text[max(0, opened - 3) : opened].rstrip()[-1:]
    return before in (".", ",", ":", "!", "?", "…") and text[opened + 1].isupper()


def _lost_opening(text: str, at: int, closed_until: int, start: int, end: int) -> bool:
    """Whether the mark at ``at`` closes a quotation whose opening mark, at the start of the line,
    is lost: a punctuation mark stands before it, or a comma after it, and a speaker follows."""
    return (
        closed_until == start
        and at > start
        and text[at] in "'’"
        and (text[at - 1] in ",.!?" or (text[at + 1 : at + 2] == "," and text[at - 1] not in "sS"))
        and speaker_follows(text, at + 1, end)
    )
