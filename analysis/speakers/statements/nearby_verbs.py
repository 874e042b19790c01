"""The verb of saying beside a quotation, by rule: for quotations that the network leaves alone."""

from __future__ import annotations

import re

from analysis.speakers.statements.reporting_clauses import subject_before
from analysis.speakers.statements.statement import Range
from analysis.text.function_words import words
from analysis.text.quotation.attribution import first_speech_verb, speaker_follows
from analysis.text.quotation.speaker_labels import label_name
from analysis.text.segmentation.abbreviations import SPEECH_VERBS

_REACH = 160
"""Characters before a quotation in which its verb is looked for."""

_LEADS_IN = re.compile(r"\s*+(?:[^\W\d_]++\s*+){0,4}[,:]?\s*+")
"""What stands between a verb of saying and the quotation that it leads in."""

_VERB = re.compile(
    r"(?<![-‐‑])\b(?:"
    + "|".join(
        sorted(
            SPEECH_VERBS
            | words(
                """urged urges described describes dismissed accused denied denies promised vowed
                criticised criticized praised blamed ordered advised told telling saying calling
                adding warning urging claiming insisting asking"""
            )
        )
    )
    + r")\b(?![-‐‑])"
)
"""Not a part of a compound (*so-called*)."""

_LABEL = re.compile(r"(?P<name>[A-Z][\w.’'-]*(?:\s+[A-Z][\w.’'-]*){0,3})(?P<cue>:)\s*$")
"""A name and a colon (``Hale: “We will not yield”``)."""

_NOT_NAMED = ',;:—–"“”‘’\n'


Found = tuple[Range, Range | None]
"""The ranges of a verb of saying (or a colon) and of the words that name its subject, if any do."""


def verb_after(text: str, start: int, end: int) -> Found | None:
    """Return the verb of saying that follows a quotation in ``text[start:end]``, the rest of its
    sentence (``“…,” said Ann Lee``), or None."""
    if speaker_follows(text, start, end):
        cue = first_speech_verb(text, start, end)
        if cue is not None:
            return cue, _subject(text, start, cue, end)
    return None


def verb_before(text: str, begin: int, end: int) -> Found | None:
    """Return the verb of saying that leads in a quotation at ``end`` (``Lee told them: “…”``), or
    the colon after a name (``Hale: “…”``), or None; ``text[begin:end]`` is what stands before the
    quotation in its sentence."""
    begin = max(begin, end - _REACH)
    cue = _last_verb(text, begin, end)
    if cue is not None and _LEADS_IN.fullmatch(text, cue[1], end):
        subject = subject_before(text, begin, cue[0])
        return cue, subject or _words(text, _clause_start(text, begin, cue[0]), cue[0])
    label = _LABEL.search(text, begin, end)
    if label is not None:
        return label.span("cue"), label.span("name")
    return None


def label_before(text: str, at: int) -> Found | None:
    """Return the colon and the name of the speaker label that ends at ``at``, or None."""
    name = label_name(text, at)
    colon = max(text.rfind(":", name[1], at), text.rfind("：", name[1], at)) if name else -1
    if name is None:
        return None
    return (colon, colon + 1) if colon >= 0 else (name[1], at), name


def _last_verb(text: str, begin: int, end: int) -> Range | None:
    found = list(_VERB.finditer(text, begin, end))
    return found[-1].span() if found else None


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
