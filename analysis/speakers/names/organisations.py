"""Which mentions of organisations, places and groups are one: acronyms, and what is left out."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from analysis.speakers.names.words import Range, comparable
from analysis.text.function_words import ALL, words

_LEFT_OUT = words(
    "inc incorporated corp corporation co company ltd limited llc llp plc group holdings ag gmbh "
    "sa nv bv party"
)
"""Last words that a name of an organisation may lack: “Pell Group”, “Pell”."""

_NEWSPAPERS = words(
    "times post journal guardian telegraph tribune herald mail sun mirror express star globe "
    "chronicle gazette courier observer independent register examiner inquirer review"
)
"""Last words by which a newspaper is called alone: “the Post”."""

_IN_BRACKETS = re.compile(r"['’]?s?\s?\(\s?(?:the\s)?[“\"]?([A-Z][A-Za-z&.-]{1,11})[”\"]?\s?\)")
_CAPITAL = re.compile(r"[A-Z]{2,}s?")


def acronym_after(text: str, end: int) -> Range | None:
    """Return the range of an acronym in brackets right after a name that ends at ``end``: “Bay
    Harbour Union (BHU)”; None if there is none, or it has other letters than the name."""
    match = _IN_BRACKETS.match(text, end)
    if match is None or sum(letter.isupper() for letter in match[1]) < 2:
        return None
    return match.span(1)


def initials(name: str) -> frozenset[str]:
    """Return the acronyms that a name of several words can have, in lower case: with and without
    the initials of its small words, and of the parts of hyphenated ones."""
    pieces = [piece for piece in re.split(r"[\s/‐‑-]+", name) if piece[:1].isalnum()]
    if len(pieces) < 2:
        return frozenset()
    large = [p for p in pieces if p[0].isupper() and p.casefold() not in ALL]
    capitals = [p for p in pieces if p[0].isupper()]
    whole = [word for word in name.split() if word[:1].isupper()]
    found = {"".join(p[0] for p in each).casefold() for each in (pieces, large, capitals, whole)}
    return frozenset(each for each in found if len(each) > 1)


def group_others(text: str, mentions: Sequence[Range]) -> list[list[Range]]:
    """Return the mentions of organisations, places or groups, in order, one list for each.

    Names are one with the same words, or with a last word like “Inc.”, “Group” or “Party” more; an
    acronym is the one name that has its letters, or before which it stands in brackets; “the Post”
    is the one newspaper that ends so.
    """
    by_words: dict[tuple[str, ...], list[Range]] = {}
    for start, end in sorted(mentions):
        by_words.setdefault(other_words(text[start:end]), []).append((start, end))
    joined = _Joined(by_words)
    by_initials: dict[str, list[tuple[str, ...]]] = {}
    by_last: dict[str, list[tuple[str, ...]]] = {}
    by_shorter: dict[tuple[str, ...], list[tuple[str, ...]]] = {}
    for key, ranges in by_words.items():
        start, end = ranges[0]
        for letters in initials(text[start:end]):
            by_initials.setdefault(letters, []).append(key)
        if len(key) > 1 and key[-1] in _NEWSPAPERS:
            by_last.setdefault(key[-1], []).append(key)
        if len(key) > 1 and key[-1] in _LEFT_OUT:
            by_shorter.setdefault(key[:-1], []).append(key)
        for _, last in ranges:
            acronym = acronym_after(text, last)
            if acronym and (short := other_words(text[slice(*acronym)])) in by_words:
                joined.join(key, short)
    for key, ranges in by_words.items():
        start, end = ranges[0]
        longer = by_shorter.get(key, [])
        if len(key) == 1 and not longer:
            is_acronym = _CAPITAL.fullmatch(text[start:end].replace(".", "")) is not None
            longer = by_initials.get(key[0], []) if is_acronym else by_last.get(key[0], [])
        if len(longer) == 1:
            joined.join(longer[0], key)
    return joined.groups()


def other_words(name: str) -> tuple[str, ...]:
    """Return the comparable words of a name that is no person's, with a plural like its singular
    in the last one: the Greens, a Green."""
    found = comparable(name)
    if found and found[0] == "the" and len(found) > 1:
        found = found[1:]
    last = found[-1] if found else ""
    plural = len(last) > 3 and last.endswith("s") and not last.endswith(("ss", "us", "is"))
    return (*found[:-1], last[:-1]) if plural and last not in _LEFT_OUT else found


class _Joined:
    """Lists of mentions by their words, of which some turn out to be one name."""

    def __init__(self, by_words: dict[tuple[str, ...], list[Range]]) -> None:
        self._by_words = by_words
        self._first: dict[tuple[str, ...], tuple[str, ...]] = {key: key for key in by_words}

    def join(self, one: tuple[str, ...], other: tuple[str, ...]) -> None:
        self._first[self._root(other)] = self._root(one)

    def groups(self) -> list[list[Range]]:
        found: dict[tuple[str, ...], list[Range]] = {}
        for key, ranges in self._by_words.items():
            found.setdefault(self._root(key), []).extend(ranges)
        return sorted(map(_in_order, found.values()))

    def _root(self, key: tuple[str, ...]) -> tuple[str, ...]:
        while self._first[key] != key:
            key = self._first[key]
        return key


def _in_order(ranges: Iterable[Range]) -> list[Range]:
    return sorted(set(ranges))
