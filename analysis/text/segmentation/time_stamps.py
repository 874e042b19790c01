"""Time stamps of a live page: “Update at 10:25 a.m. ET.”, alone, before text or before a heading.

The full stop of a stamp ends a sentence before text (“Update at 8:30 a.m. ET. The pier is
closed.”), but not inside a heading (“Update at 8:30 a.m. ET. Pier Is Closed:”).
"""

from __future__ import annotations

import re

LONGEST_HEADING = 20
"""Words of the longest heading behind a stamp."""

SHORTEST_NAME = 4
"""Letters of the shortest word that a heading in title case must begin with a capital: “With” is
one, “the” and “for” are not."""

_ZONE = r"(?:E|C|M|P)[SD]?T|GMT|UTC|BST|CES?T|IST|A[EW][SD]T|Eastern|Pacific|Central"
_NAMED_ZONE = re.compile(rf"\b(?:{_ZONE})\b")
_STAMP = re.compile(
    r"[(\[]?(?:(?i:(?:last |first |originally )?(?:updated?|updates|posted|published|note))\b"
    r"[^.!?:;\n\d]{0,25}(?:\d{1,2}, (?:\d{4},? )?)?)?"
    r"\d{1,2}(?:[:.]\d{2})? ?(?i:[ap]\.?m\b\.?|noon|(?=(?:GMT|BST|UTC|CE)))"
    rf"(?: ?\(?(?:{_ZONE})\b\)?)?[.:]?[)\]]?"
)


def stamp_end(text: str, start: int, end: int) -> int | None:
    """Return where the time stamp ends with which ``text[start:end]`` begins; None without one."""
    if not text[start : min(end, start + 60)].strip("([")[:1].isalnum():
        return None
    stamp = _STAMP.match(text, start, end)
    return stamp.end() if stamp else None


def is_stamp(sentence: str) -> bool:
    """Whether a sentence is a time stamp and nothing else, with its zone or a word such as
    “Updated”: “8:30 a.m.” alone can be a part of a programme."""
    sure = sentence.lstrip("([")[:1].isalpha() or _NAMED_ZONE.search(sentence) is not None
    return sure and stamp_end(sentence, 0, len(sentence)) == len(sentence)


def is_stamped_heading(text: str, start: int, end: int) -> bool:
    """Whether the logical line ``text[start:end]`` is a time stamp and a heading behind it.

    A heading has at most ``LONGEST_HEADING`` words and ends in a colon or without a stop, or all
    its longer words have capitals.
    """
    behind = stamp_end(text, start, end)
    if behind is None or end - behind > 12 * LONGEST_HEADING or not text[behind:end].strip():
        return False
    words = text[behind:end].split()
    if len(words) > LONGEST_HEADING:
        return False
    longer = [word.lstrip("\"'“‘(") for word in words if len(word) >= SHORTEST_NAME]
    return words[-1][-1] not in ".!?…”\"'’)" or (
        len(longer) > 1 and all(not word[:1].islower() for word in longer)
    )
