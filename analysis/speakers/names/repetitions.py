"""Mentions that a network missed: exact repetitions of a name that it found elsewhere."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterable, Sequence

from analysis.speakers.names.titles import is_title
from analysis.speakers.names.words import Range
from analysis.text.function_words import ALL, words

_WORD = re.compile(r"(?<![\w#@/.])[^\W\d_][\w'’]*")
_WORD_AFTER = re.compile(r"[^\S\n]+([^\W\d_][\w'’-]*)")
_WORD_BEFORE = re.compile(r"([^\W\d_][\w'’.-]*)[^\S\n]+$")
_SENTENCE_END = re.compile(r"(?:^|[.!?:;…•\n][\"'”’)\]]*\s*|[“\"‘(\[])$")
_REACH = 60
"""Characters around a repetition in which its neighbours are looked for."""

_SHORTEST = 3
"""Letters of a name whose repetitions are looked for, if it is one word and no acronym."""

_OTHER_MEANINGS = ALL | words(
    "january february march april may june july august september october november december monday "
    "tuesday wednesday thursday friday saturday sunday north south east west party house"
)


def repetitions(text: str, names: Iterable[tuple[Sequence[Range], str]]) -> dict[Range, str]:
    """Return the ranges, with their kind, at which a form of a name stands again, untagged.

    ``names`` are the mentions of each name and its kind. A repetition has the same capitals, and
    word borders on both sides. A name of one word must not be part of a longer one there (no
    capitalised word beside it, except at a sentence's start or a title), nor be a word that begins
    a sentence in its usual sense.
    """
    forms: dict[str, str] = {}
    taken: list[Range] = []
    for mentions, kind in names:
        taken += mentions
        for start, end in mentions:
            forms.setdefault(text[start:end], kind)
    taken.sort()
    by_first: dict[str, list[str]] = {}
    for form in sorted(forms, key=len, reverse=True):
        first = _WORD.match(form)
        if first and _is_looked_for(form) and any(map(str.isupper, form)):
            by_first.setdefault(first.group().split("'")[0].split("’")[0], []).append(form)
    found: dict[Range, str] = {}
    small = frozenset(w for w in re.findall(r"[^\W\d_]+", text) if w[0].islower())
    last = 0
    for word in _WORD.finditer(text):
        start = word.start()
        if start < last:
            continue
        for form in by_first.get(re.split("['’]", word.group())[0], ()):
            end = start + len(form)
            if not text.startswith(form, start) or not _is_free(taken, start, end):
                continue
            if _stands_alone(text, start, end, small):
                found[start, end] = forms[form]
                last = end
                break
    return found


def _is_looked_for(form: str) -> bool:
    if " " in form:
        return True
    return form.casefold() not in _OTHER_MEANINGS and (
        len(form) > _SHORTEST or (form.isupper() and len(form) > 1) or len(form) == _SHORTEST
    )


def _is_free(taken: Sequence[Range], start: int, end: int) -> bool:
    """Whether no mention that is tagged overlaps ``start`` to ``end``."""
    at = bisect_left(taken, (start, start))
    before = at > 0 and taken[at - 1][1] > start
    return not before and not (at < len(taken) and taken[at][0] < end)


def _stands_alone(text: str, start: int, end: int, small: frozenset[str]) -> bool:
    """Whether a form ends at a word border and is not part of a longer name; ``small`` are the
    words that the article has without a capital."""
    following = text[end : end + 2]
    if following[:1].isalnum() or following[:1] == "_":
        return False
    if following[:1] in ("-", "’", "'", "&", "@") and following[1:2].isupper():
        return False
    if following[:1] == "." and following[1:2].isalpha() and following[1:2].islower():
        return False  # part of a web address
    before = text[max(0, start - _REACH) : start]
    if before[-1:] in ("-", "&", "’", "'") and before[-2:-1].isalnum() and before[-2:-1] != "s":
        piece = before[:-1].split()[-1] if before[:-1].split() else ""
        if piece[:1].isupper():
            return False
    form = text[start:end]
    if " " in form:
        return True
    after = _WORD_AFTER.match(text, end, end + _REACH)
    if after and after[1][0].isupper() and not form.isupper() and not _in_capitals(text, start):
        return False
    opening = _SENTENCE_END.search(before) is not None
    previous = _WORD_BEFORE.search(before)
    if not opening and previous and previous[1][0].isupper():
        word = previous[1]
        return is_title(word) or word.isupper() or word.casefold() in ALL or word[-1] in "’'"
    if opening and not form.isupper():
        # "Rice prices rose": a word that the article also uses in its usual sense.
        return form.lower() not in small
    return True


def _in_capitals(text: str, at: int) -> bool:
    """Whether the line around ``at`` has most of its words capitalised, like a headline."""
    begin = text.rfind("\n", 0, at) + 1
    end = text.find("\n", at)
    line = text[begin : end if end >= 0 else len(text)][:300].split()
    long = [word for word in line if len(word) > 3]
    return len(long) > 2 and 10 * sum(w[0].isupper() for w in long) >= 8 * len(long)
