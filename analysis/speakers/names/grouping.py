"""The names of an article: which mentions are of one person, organisation, place or group."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Sequence, Set
from dataclasses import dataclass
from typing import Protocol

from analysis.frames import NAME_KINDS
from analysis.speakers.names.genders import gender_of_first_name
from analysis.speakers.names.organisations import acronym_after, group_others, other_words
from analysis.speakers.names.people import group_persons, name_words
from analysis.speakers.names.repetitions import repetitions
from analysis.speakers.names.titles import (
    BEFORE_TITLES,
    HONORIFICS,
    KEPT_TITLES,
    SUFFIXES,
    TITLES,
    after_honorific,
    after_office,
    kept_title_before,
    titles_before,
)
from analysis.speakers.names.words import Range, comparable, shown, trimmed

PERSON, ORGANISATION, PLACE, GROUP = NAME_KINDS


_NEXT_WORD = re.compile(r"[ \u00a0]([^\W\d_][\w-]*)")
_DIRECTIONS = frozenset({"northern", "southern", "eastern", "western", "central", "former", "then"})
"""Words before a name that are not part of it, if they have no capital."""


class Mention(Protocol):
    """A mention as a network tags it: ``text[start:end]`` is a name of the given kind."""

    @property
    def start(self) -> int: ...
    @property
    def end(self) -> int: ...
    @property
    def kind(self) -> str: ...


@dataclass(frozen=True)
class Name:
    """A name of an article.

    ``name`` is its form as first given in full, on one line and without titles; ``kind`` one of
    ``NAME_KINDS``; ``mentions`` are its ranges ``(start, end)`` in the text, in order, without
    titles and possessive endings.
    """

    name: str
    kind: str
    mentions: tuple[Range, ...]


def group_names(text: str, mentions: Sequence[Mention]) -> list[Name]:
    """Return the names of ``text``, by first mention.

    ``mentions`` are in any order; those outside of the text are left out, and of two that overlap
    the longer counts. What they miss is added where it repeats a name that they found. A name that
    they tag in several ways is of the kind of most of its mentions; a person's surname that is a
    place as well (“Lincoln”) stays apart from it where it is tagged so.
    """
    tagged = _cleaned(text, mentions)
    tagged |= _acronyms(text, tagged)
    kinds = _kinds(text, tagged)
    found = _grouped(text, kinds)
    added = repetitions(text, [(name.mentions, name.kind) for name in found])
    if not added:
        return found
    return _grouped(text, {**kinds, **added})


def _grouped(text: str, kinds: dict[Range, str]) -> list[Name]:
    names = []
    for kind in NAME_KINDS:
        ranges = sorted(place for place, its_kind in kinds.items() if its_kind == kind)
        groups = group_persons(text, ranges) if kind == PERSON else group_others(text, ranges)
        names += [Name(_full(text, group, kind), kind, tuple(group)) for group in groups]
    return sorted(names, key=lambda name: name.mentions)


def _cleaned(text: str, mentions: Iterable[Mention]) -> dict[Range, str]:
    """Return the kind of each mention, trimmed, without titles and articles; none overlap."""
    found: dict[Range, str] = {}
    last = -1
    inside = [one for one in mentions if 0 <= one.start < one.end <= len(text)]
    placed = sorted(inside, key=lambda mention: (mention.start, -mention.end))
    # Of overlapping ones the longest: they are few, so one look back is enough.
    kept: list[Mention] = []
    for mention in placed:
        if kept and mention.start < kept[-1].end:
            if mention.end - mention.start > kept[-1].end - kept[-1].start:
                kept[-1] = mention
            continue
        kept.append(mention)
    for start, end, kind in _joined(text, kept):
        start, end = trimmed(text, max(start, last), end)
        start = _without_title(text, start, end, kind)
        if kind == PERSON and len(name_words(text[start:end])) == 1:
            start = max(kept_title_before(text, start), last, 0)
        if start < end and kind in NAME_KINDS and _can_be_name(text[start:end]):
            found[start, end] = kind
            last = end
    return found


def _can_be_name(form: str) -> bool:
    """Whether a form has letters, a capital if its letters have any, and more than “Jr.”."""
    has_capital = form != form.lower() or form == form.upper()
    return any(map(str.isalpha, form)) and has_capital and not set(comparable(form)) <= SUFFIXES


def _joined(text: str, mentions: Iterable[Mention]) -> list[tuple[int, int, str]]:
    """Return the mentions in order; two of one kind with a space between are one (“New”, “York”),
    and so are a person’s name of one word and a word of another kind (“Joan”, “Hale”)."""
    found: list[tuple[int, int, str]] = []
    for mention in mentions:
        start, end, kind = mention.start, mention.end, mention.kind
        if kind != PERSON and _has_honorific(text, start, end):
            kind = PERSON
        if found and found[-1][1] == start - 1 and text[start - 1 : start] in (" ", "\u00a0"):
            begin, _, before = found[-1]
            one_word_each = " " not in text[begin : start - 1] and " " not in text[start:end]
            same = before == kind != GROUP or (before == PERSON and one_word_each)
            if same and text[start : start + 1].isupper():
                found[-1] = (begin, end, before)
                continue
        found.append((start, end, kind))
    words = {text[start:end] for start, end, _ in found}
    return [
        (start, _with_surname(text, end, words) if _is_first_name(text[start:end]) else end, kind)
        if kind == PERSON
        else (start, end, kind)
        for start, end, kind in found
    ]


def _is_first_name(form: str) -> bool:
    return gender_of_first_name(form.casefold()) != ""


def _with_surname(text: str, end: int, words: Set[str]) -> int:
    """Return where a person’s name ends if the word after a first name is tagged elsewhere: “Joan
    Hale”, of which only “Joan” was tagged here, and “Hale” in another place."""
    match = _NEXT_WORD.match(text, end)
    return match.end() if match and match[1] in words else end


def _has_honorific(text: str, start: int, end: int) -> bool:
    """Whether “Mr.” or “President” stands before one word, not in capitals, which is a person then
    whatever the network took it for."""
    word = text[start:end]
    titles = titles_before(text, start)
    return bool(titles) and titles[-1] in HONORIFICS and " " not in word and not word.isupper()


def _without_title(text: str, start: int, end: int, kind: str) -> int:
    """Return where ``text[start:end]`` begins without an article, and for a person without titles
    and what stands before them (“US Senator”), unless nothing else would remain."""
    if kind == PERSON:
        start = after_office(text, after_honorific(text, start, end), end)
    at, name = start, start
    for word in text[start:end].split()[:-1]:
        bare = word.casefold().rstrip(".")
        is_article = bare in ("the", "a", "an")
        title = kind == PERSON and bare in TITLES - KEPT_TITLES
        is_article = is_article or word in _DIRECTIONS
        leads = kind == PERSON and (bare in BEFORE_TITLES or (word.isupper() and len(word) > 1))
        if not (is_article or title or leads):
            break
        at = text.index(word, at) + len(word)
        while text[at].isspace():
            at += 1
        name = at if is_article or title else name
    return name


def _acronyms(text: str, tagged: dict[Range, str]) -> dict[Range, str]:
    """Return the acronyms in brackets after names, where no mention is tagged."""
    found = {}
    starts = {start for start, _ in tagged}
    for (_, end), kind in tagged.items():
        acronym = acronym_after(text, end) if kind != PERSON else None
        if acronym is not None and acronym[0] not in starts:
            found[acronym] = kind
    return found


def _kinds(text: str, tagged: dict[Range, str]) -> dict[Range, str]:
    """Return the kind of each mention by the majority of those with the same words."""
    votes: dict[tuple[str, ...], Counter[str]] = {}
    for (start, end), kind in tagged.items():
        votes.setdefault(other_words(text[start:end]), Counter())[kind] += 1
    persons = [
        name_words(text[start:end]) for (start, end), kind in tagged.items() if kind == PERSON
    ]
    parts = {part for words in persons if len(words) > 1 for part in (words[-1:], words[:1])}
    parts |= {
        name_words(text[start:end])
        for (start, end), kind in tagged.items()
        if kind == PERSON and _has_honorific(text, start, end)
    }
    found = {}
    for (start, end), kind in tagged.items():
        if kind == PERSON and name_words(text[start:end]) in parts:
            found[start, end] = kind
        else:
            [(common, _)] = votes[other_words(text[start:end])].most_common(1)
            found[start, end] = common
    return found


def _full(text: str, group: Sequence[Range], kind: str) -> str:
    """Return the form of a name as first given in full, without capitals of a headline."""
    forms = [shown(text, start, end) for start, end in group]

    def completeness(form: str) -> tuple[bool, bool, int]:
        words = name_words(form) if kind == PERSON else other_words(form)
        several = len(words) > 1
        enough = min(len(words), 2) if kind == PERSON else len(words)
        return several, len(form) < 5 or not form.isupper(), enough * (len(words[:1] or "") > 0)

    best = max(map(completeness, forms))
    full = [form for form in forms if completeness(form) == best]
    # "J. Hale" is less than "Joan Hale".
    whole = [form for form in full if len(form.split()[0].rstrip(".")) > 1]
    return (whole or full)[0]
