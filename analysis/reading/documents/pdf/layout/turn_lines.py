"""Leave out the lines that send readers to another page (“Continued on page 4”)."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from analysis.reading.documents.pdf.layout.columns import Line

MAX_WORDS = 10
"""Most words of a line that sends readers to another page."""

_NUMBER = r"(?:[A-Z]{1,2}-?\d{1,3}|\d{1,3}[A-Z]?|(?i:one|two|three|four|five|six|seven|eight|nine))"
_PAGE = (
    r"(?:(?i:(?:the )?(?:next|back|front|following|previous|facing|opposite) page|overleaf"
    r"|inside|over)"
    rf"|(?i:(?:page|pages|pg\.?|p\.|pp\.|column|col\.?) ?){_NUMBER}|[A-Z]{{1,2}}-?\d{{1,3}}"
    r"|\d{1,3}[A-Z])"
)
_TO = r"(?i:(?:on|to|from|at|in) ?)"
_CONTINUED = r"(?i:continue[sd]|cont(?:['’]d|d)?\.?)"
# A story's short name: “PIER”, “Pier closed”.
_NAME = r"[A-Z][\w’'&-]{0,20}(?: [\w’'&-]{1,20}){0,3}"

_SENDS = (
    rf"(?:(?:{_NAME}|(?i:story|article)),? ?[—–:-]? ?)?{_CONTINUED},? {_TO}?{_PAGE}",
    r"C(?i:ontinue[sd] (?:on|from) )\d{1,3}",
    rf"(?i:(?:please )?(?:turn|jump|skip|go) to )(?:{_NAME},? )?{_TO}?{_PAGE}",
    rf"(?i:(?:for more|more on this|full story|report),? ?[—–:-]? ?(?:see )?){_TO}?{_PAGE}",
    rf"(?i:(?:please )?see (?:also )?)(?:{_NAME},? )?{_TO}?{_PAGE}",
    rf"(?:{_NAME}[,:;]? ?[—–|/>»-]? ?\(?)?(?:{_CONTINUED},? )?(?i:from ){_PAGE}",
    rf"{_NAME} ?[|>»→] ?{_PAGE}",
    rf"[A-Z][A-Z’' -]{{1,30}}, ?{_PAGE}",
    r"\(?(?i:continued|cont['’]d|more)\)?",
)
_WHOLE = re.compile(rf"[^\w]{{0,4}}(?:{'|'.join(_SENDS)})[^\w]{{0,4}}")
_WITHIN = rf"C(?i:ontinue[sd]|ont['’]?d\.?) {_TO}{_PAGE}"
_AT_END = re.compile(rf"[ (\[►▶→]{{1,3}}{_WITHIN}[^\w]{{0,3}}$")
_AT_START = re.compile(rf"[^\w]{{0,3}}{_WITHIN}[^\w]{{0,3}} +(?=[a-z])")


def without_turn_lines(blocks: Sequence[Sequence[Line]]) -> list[list[Line]]:
    """Return the blocks without lines that send readers to another page.

    A block is cut where such a line was, so that the sentence goes on as it does from one column
    to the next, however wide the gap is.
    """
    kept: list[list[Line]] = []
    for block in blocks:
        part: list[Line] = []
        for line in block:
            text = line.text
            short = len(text.split()) <= MAX_WORDS
            if short and _WHOLE.fullmatch(text) and not _is_in_a_sentence(part, text):
                kept.append(part)
                part = []
            elif at_end := _AT_END.search(text):
                kept.append([*part, replace(line, text=text[: at_end.start()])])
                part = []
            elif at_start := _AT_START.match(text):
                kept.append(part)
                part = [replace(line, text=text[at_start.end() :])]
            else:
                part.append(line)
        kept.append(part)
    return [part for part in kept if part]


def _is_in_a_sentence(before: Sequence[Line], text: str) -> bool:
    """Whether a line that could send readers on is the end of a sentence broken over two lines:
    it begins in lower case, as in “a story that is / continued on page 4.”"""
    return bool(before) and text[:1].islower() and text.endswith(".")
