"""Find the headline: the line above the article that says what it is about."""

from __future__ import annotations

from collections.abc import Sequence

from analysis.text.parts.lines import PageLine

LONGEST = 25
"""Words of the longest headline, with room: 99 of 100 headlines of news have 19 or fewer."""

MOST_BETWEEN = 3
"""Most lines without a stop between headline and prose: the lines of a summary."""

_LIST_MARKS = tuple(f"{mark} " for mark in "•‣-–*·▪")


def headline(lines: Sequence[PageLine], furniture: Sequence[bool], title: str | None) -> int | None:
    """Return the number of the line that is the headline, None if there is none.

    It is the first line that is not furniture, if it says the same as ``title``, the article's
    title if known, or if it is short, has no full stop and prose that is longer follows.
    """
    own = [number for number, line in enumerate(lines) if not furniture[number]]
    if len(own) < 2:
        return None
    first = own[0]
    if title and _words(lines[first].text) == _words(title) != []:
        return first
    return first if _heads(lines, own) else None


def _heads(lines: Sequence[PageLine], own: Sequence[int]) -> bool:
    line = lines[own[0]]
    text = line.text.rstrip("'\"”’ ")
    if line.words > LONGEST or text.endswith((".", "…", ":", ",", ";", "-")):
        return False
    if text.startswith(_LIST_MARKS) or lines[own[1]].text.startswith(_LIST_MARKS):
        return False
    if text.endswith(("?", "!")) and lines[own[1]].paragraph == line.paragraph:
        return False
    for number in own[1 : MOST_BETWEEN + 2]:
        if lines[number].prose:
            return lines[number].words > line.words or len(own) > 2
    return False


def _words(text: str) -> list[str]:
    return text.casefold().strip(" #*_.\n").split()
