"""The verb of saying beside a quotation, by rule: for quotations that the network leaves alone."""

from __future__ import annotations

import re

from analysis.speakers.statements import Range
from analysis.text.quotation.attribution import first_speech_verb, speaker_follows
from analysis.text.quotation.quotation import Quotation

_REACH = 160
"""Characters before a quotation in which its verb is looked for."""

_LEADS_IN = re.compile(r"\s*+(?:[^\W\d_]++\s*+){0,4}[,:]?\s*+")
"""What stands between a verb of saying and the quotation that it leads in."""

_LABEL = re.compile(r"(?P<name>[A-Z][\w.’'-]*(?:\s+[A-Z][\w.’'-]*){0,3})(?P<cue>:)\s*$")
"""A name and a colon (``Hale: “We will not yield”``)."""

_NOT_NAMED = ',;:—–"“”‘’\n'


def nearby_verb(
    text: str, begin: int, quotation: Quotation, end: int
) -> tuple[Range, Range | None] | None:
    """Return the ranges of the verb of saying and of the words that name its subject, or None.

    ``text[begin:end]`` is what may belong to the quotation, the quotation included: its sentences,
    without other quotations. A verb after it comes first (``“…,” said Ann Lee``), then one that
    leads it in (``Lee told them: “…”``), then a name with a colon.
    """
    if speaker_follows(text, quotation.end, end):
        cue = first_speech_verb(text, quotation.end, end)
        if cue is not None:
            return cue, _subject(text, quotation.end, cue, end)
    begin = max(begin, quotation.start - _REACH)
    cue = _last_verb(text, begin, quotation.start)
    if cue is not None and _LEADS_IN.fullmatch(text, cue[1], quotation.start):
        return cue, _words(text, _clause_start(text, begin, cue[0]), cue[0])
    label = _LABEL.search(text, begin, quotation.start)
    if label is not None:
        return label.span("cue"), label.span("name")
    return None


def _last_verb(text: str, begin: int, end: int) -> Range | None:
    found = None
    cue = first_speech_verb(text, begin, end)
    while cue is not None:
        found = cue
        cue = first_speech_verb(text, cue[1], end)
    return found


def _subject(text: str, begin: int, cue: Range, end: int) -> Range | None:
    """Return the words before the verb, or after it where it comes first (``said Ann Lee``)."""
    return _words(text, begin, cue[0]) or _words(text, cue[1], _clause_end(text, cue[1], end))


def _clause_start(text: str, begin: int, at: int) -> int:
    while at > begin and text[at - 1] not in _NOT_NAMED:
        at -= 1
    return at


def _clause_end(text: str, at: int, end: int) -> int:
    while at < end and text[at] not in _NOT_NAMED:
        at += 1
    return at


def _words(text: str, start: int, end: int) -> Range | None:
    """Return the range from the first letter to the last, None if there is no letter."""
    while start < end and not text[start].isalnum():
        start += 1
    while end > start and not text[end - 1].isalnum():
        end -= 1
    return (start, end) if start < end else None
