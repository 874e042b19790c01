"""Attributions whose cue or source the network cut out of something longer, put right.

The network decides word by word, so it can stop behind a title (“Gov.” of “Gov. Joan Hale”), before
the noun of a source (“Armchair” of “Armchair critics”), or take a part of a compound for a verb
(“called” of “so-called”).
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import replace

from analysis.speakers.names.titles import is_title
from analysis.speakers.tagging.attributions import Attribution
from analysis.text.function_words import ALL

_HYPHENS = frozenset("-‐‑")
_BETWEEN = re.compile(r"\s+[a-z]+(?:-[a-z]+)?(?:\s+[a-z]+(?:-[a-z]+)?)?\s+")
"""One or two words without capitals, between a source and its cue."""
_TITLE_END = re.compile(r"\.?\s+")


NameEnd = Callable[[int], int | None]
"""Returns the end of the name that begins at an offset of the article, None if none does."""


def whole_attributions(
    text: str, attributions: Sequence[Attribution], name_end: NameEnd
) -> list[Attribution]:
    """Return the attributions with sources that end with a name or a noun; those whose cue is only
    a part of a compound are left out. ``name_end`` is asked where it matters only."""
    return [
        replace(one, source=_whole_source(text, one, name_end))
        for one in attributions
        if not _in_compound(text, *one.cue)
    ]


def _in_compound(text: str, start: int, end: int) -> bool:
    """Whether a hyphen ties a passage to a word beside it."""
    before, after = text[max(0, start - 2) : start], text[end : end + 2]
    return (before[-1:] in _HYPHENS and before[:1].isalpha()) or (
        after[:1] in _HYPHENS and after[1:].isalpha()
    )


def _whole_source(text: str, one: Attribution, name_end: NameEnd) -> tuple[int, int] | None:
    if one.source is None:
        return None
    start, end = one.source
    words = text[start:end].split()
    if words and is_title(words[-1]) and (space := _TITLE_END.match(text, end)):
        return start, name_end(space.end()) or end
    if len(words) == 1 and end < one.cue[0]:
        between = text[end : one.cue[0]]
        nouns = [w for w in between.split() if w not in ALL and not w.endswith("ly")]
        is_cut = nouns == between.split() and _BETWEEN.fullmatch(between) is not None
        if is_cut and name_end(start) is None:
            return start, end + len(between.rstrip())
    return one.source
