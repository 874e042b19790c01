"""In which office articles introduce a person: “Mr Justice Lowther”, “Joan Hale, the mayor”.

An article that never names the judge still means the one whom another names.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import takewhile
from typing import TYPE_CHECKING

from analysis.speakers.names.titles import HONORIFICS, TITLES, titles_before
from analysis.speakers.names.words import comparable
from analysis.text.function_words import PREPOSITIONS, words

if TYPE_CHECKING:
    from analysis.frames import Result

_FORMS_OF_ADDRESS = words("mr mister mrs ms miss sir lord madam madame monsieur st hon")
OFFICES = (TITLES | HONORIFICS) - _FORMS_OF_ADDRESS
"""Titles that say what somebody is, not only how they are spoken to."""

_SAME = {"justice": "judge", "gov": "governor", "sen": "senator", "rep": "representative"}

_AFTER = re.compile(r",\s(?:the|a|an|its|their|his|her)?\s?([^,.;:!?“”\"\n]{2,60})[,.;]")
_BEFORE = re.compile(r"(?:^|[\s“\"])(?:the|The|its|their|his|her)\s([^,.;:!?“”\"\n]{2,60}),\s$")
_ENDS = PREPOSITIONS | words("who which whose")
_FARTHEST = 80
"""Characters before and after a name in which its introduction is looked for."""


def offices_of(result: Result, mentions: Sequence[tuple[int, int]]) -> set[str]:
    """Return the offices in which an article introduces a person: titles in lower case.

    They stand directly before one of the ``mentions`` (“Judge *Hale*”), or between commas after or
    before it (“*Joan Hale*, the city's mayor,”).
    """
    found: set[str] = set()
    for start, end in mentions:
        found.update(_offices(titles_before(result.text, start)))
        found.update(_beside(result.text, start, end))
    return found


def _offices(given: Sequence[str]) -> Iterator[str]:
    """Yield the offices among titles: a prime minister is no minister."""
    for before, word in zip(("", *given), given, strict=False):
        office = _SAME.get(word, word)
        if office in OFFICES and before != "prime":
            yield office


def _beside(text: str, start: int, end: int) -> Iterator[str]:
    after = _AFTER.match(text, end, min(len(text), end + _FARTHEST))
    before = _BEFORE.search(text[max(0, start - _FARTHEST) : start])
    for match in (after, before):
        if match is None:
            continue
        titles = list(takewhile(lambda word: word not in _ENDS, comparable(match[1])))
        yield from _offices(titles[-2:])
