"""Which mentions of persons are one person: a full name, its surname, a title and surname."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass, field

from analysis.speakers.names.genders import gender_of_first_name
from analysis.speakers.names.titles import SUFFIXES, gender_of_titles, titles_before
from analysis.speakers.names.words import Range, comparable

Words = tuple[str, ...]
"""A name as comparable words."""

_SHORT_FORMS = {
    short: long
    for long, shorts in {
        "william": "bill billy will willie", "robert": "bob bobby rob robbie", "james": "jim jimmy",
        "joseph": "joe joey", "michael": "mike mick mickey", "thomas": "tom tommy",
        "richard": "rick dick rich ricky", "edward": "ed eddie ted teddy", "john": "jack johnny",
        "anthony": "tony", "daniel": "dan danny", "david": "dave", "stephen": "steve steven",
        "christopher": "chris", "matthew": "matt", "andrew": "andy", "benjamin": "ben",
        "samuel": "sam", "alexander": "alex sandy", "nicholas": "nick", "peter": "pete",
        "charles": "charlie chuck", "donald": "don donny", "kenneth": "ken kenny",
        "ronald": "ron ronnie", "timothy": "tim", "gregory": "greg", "jeffrey": "jeff",
        "lawrence": "larry", "bernard": "bernie", "patrick": "pat paddy", "frederick": "fred",
        "elizabeth": "liz beth betty lizzie", "katherine": "kate kathy katie", "susan": "sue susie",
        "margaret": "maggie meg peggy", "deborah": "debbie deb", "jennifer": "jen jenny",
        "patricia": "pat patty", "barbara": "barb", "victoria": "vicky", "rebecca": "becky",
        "philip": "phil phillip", "douglas": "doug", "raymond": "ray", "leonard": "len lenny",
        "mitchell": "mitch", "newton": "newt", "randall": "randy", "theodore": "theo",
    }.items()
    for short in shorts.split()
}  # fmt: skip
"""Short forms of first names; the same person can be Mike and Michael in one article."""


@dataclass
class _Person:
    """A person in the making: comparable words of each full name, its mentions, the gender."""

    forms: list[Words] = field(default_factory=list)
    full: list[Range] = field(default_factory=list)
    others: list[Range] = field(default_factory=list)
    gender: str = ""


@dataclass
class _Register:
    """The persons of an article, and by which beginnings and ends of their names they are found."""

    persons: list[_Person] = field(default_factory=list)
    by_ending: dict[Words, list[_Person]] = field(default_factory=dict)
    by_beginning: dict[Words, list[_Person]] = field(default_factory=dict)

    def add(self, person: _Person, words: Words) -> None:
        """Enter a full name of a person, who may be new."""
        if not person.forms:
            self.persons.append(person)
        if words in person.forms:
            return
        person.forms.append(words)
        beginnings = [words[:n] for n in range(1, len(words))] + [(_short(words[0]),)]
        for found, keys in (
            (self.by_ending, [words[n:] for n in range(1, len(words))]),
            (self.by_beginning, beginnings),
        ):
            for key in keys:
                others = found.setdefault(key, [])
                if not any(other is person for other in others):
                    others.append(person)

    def alike(self, words: Words) -> list[_Person]:
        """Return the persons of whom a full name can be another way to write their name."""
        near = [
            *self.by_ending.get(words[-1:], ()),
            *self.by_beginning.get(words[:1], ()),
            *self.by_beginning.get((_short(words[0]),), ()),
        ]
        once = {id(person): person for person in near}.values()
        return [p for p in once if all(same_person(form, words) for form in p.forms)]

    def with_part(self, words: Words) -> list[_Person]:
        """Return the persons whose surname the words are, else those whose first name they are."""
        return (
            self.by_ending.get(words)
            or self.by_beginning.get(words)
            or self.by_beginning.get((_short(words[0]), *words[1:]), [])
        )


def group_persons(text: str, mentions: Sequence[Range]) -> list[list[Range]]:
    """Return the mentions of persons, in order, one list for each person.

    ``mentions`` have neither titles nor possessive endings. A surname, a first name or a title with
    one of them belongs to the one person whose full name has it. Where several have it, a title's
    gender decides; else it is the one whom alone the article has named in full until then, or whom
    alone the paragraph, or the one before, names in full. If that leaves several, the short names
    are a person of their own.
    """
    register, short = _full_names(text, mentions)
    alone: dict[Words, list[Range]] = {}
    for start, end in short:
        words = name_words(text[start:end])
        person = _person_of(text, register.with_part(words), start)
        (alone.setdefault(words, []) if person is None else person.others).append((start, end))
    groups = [sorted([*person.full, *person.others]) for person in register.persons]
    return sorted([*groups, *alone.values()])


def name_words(name: str) -> Words:
    """Return the comparable words of a person's name without “Jr.”, “III” and the like."""
    words = comparable(name)
    while len(words) > 1 and words[-1] in SUFFIXES:
        words = words[:-1]
    return words


def gender_of_mention(text: str, start: int, end: int) -> str:
    """Return the gender that a mention shows by its title or its first name, else ""."""
    by_title = gender_of_titles(titles_before(text, start))
    words = name_words(text[start:end])
    return by_title or (gender_of_first_name(words[0]) if len(words) > 1 else "")


def _full_names(text: str, mentions: Sequence[Range]) -> tuple[_Register, list[Range]]:
    """Return the persons with a name of two words or more, and the other mentions.

    A name of several words that only ends another (“bin Rahim” beside “Karim bin Rahim”) is one of
    the others.
    """
    register = _Register()
    short: list[Range] = []
    for start, end in sorted(mentions, key=lambda m: (-len(name_words(text[m[0] : m[1]])), m)):
        words = name_words(text[start:end])
        if len(words) < 2 or words in register.by_ending:
            short.append((start, end))
            continue
        alike = register.alike(words)
        person = alike[0] if len(alike) == 1 else _Person()
        register.add(person, words)
        person.full.append((start, end))
        person.gender = person.gender or gender_of_mention(text, start, end)
    for person in register.persons:
        person.full.sort()
    return register, sorted(short)


def _person_of(text: str, candidates: Sequence[_Person], start: int) -> _Person | None:
    """Return the one of several persons whom a short name at ``start`` means, or None if that is
    not sure."""
    if len(candidates) < 2:
        return candidates[0] if candidates else None
    gender = gender_of_titles(titles_before(text, start))
    if gender:
        candidates = [p for p in candidates if p.gender in ("", gender)]
        known = [p for p in candidates if p.gender]
        if len(known) == 1:
            return known[0]
    before_it = [p for p in candidates if p.full[0][0] < start]
    if len(before_it) == 1:
        return before_it[0]
    paragraph = text.rfind("\n", 0, start) + 1
    before = text.rfind("\n", 0, max(0, paragraph - 1))
    while before > 0 and not text[before:paragraph].strip():
        before = text.rfind("\n", 0, before)
    for begin in (paragraph, before):
        near = [p for p in candidates if _is_named_between(p, begin, start)]
        if near:
            return near[0] if len(near) == 1 else None
    return None


def _is_named_between(person: _Person, begin: int, end: int) -> bool:
    at = bisect_left(person.full, (begin, begin))
    return at < len(person.full) and person.full[at][0] < end


def same_person(one: Words, other: Words) -> bool:
    """Whether two full names can be one person's: the same surname, and first names of which one is
    the other, its initial or its short form; what stands between may be missing."""
    if one == other or "".join(one) == "".join(other):
        return True
    if one[-1] != other[-1]:
        # A name of three words may lose its last: "Ana Pell Rosen", "Ana Pell".
        shorter, longer = sorted((one, other), key=len)
        return len(shorter) > 1 and longer[: len(shorter)] == shorter
    first, second = one[0], other[0]
    if not (first == second or _short(first) == _short(second) or _is_initial(first, second)):
        return False
    return _middles_agree(one[1:-1], other[1:-1])


def _middles_agree(one: Words, other: Words) -> bool:
    """Whether what stands between first name and surname can be the same: one of both may lack it,
    or have an initial for it."""
    if not one or not other:
        return True
    return one[0] == other[0] or _is_initial(one[0], other[0])


def _is_initial(one: str, other: str) -> bool:
    return one[:1] == other[:1] and 1 in (len(one), len(other))


def _short(name: str) -> str:
    return _SHORT_FORMS.get(name, name)
