"""People in real sentences: where they are named, and the sentence with others in their place."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

#: Surnames that are everyday words or common first names: a person with one is only found by the
#: full name, and not by the surname in a sentence that lacks it.
WORDS = frozenset(
    """
    Bell Black Bolt Brown Burns Bush Christie Church Clay Cook Day Dean Drew Fish Fox Frank Gay
    George Gold Good Gore Grant Gray Green Grey Hall Harper Holder Hope Hunt James Jordan King Key
    Law Long Love March Marsh May Moore North Page Paul Perry Price Reed Reid Rice Rich Rose Rush
    Ryan Sanders Scott Sessions Shah Sharp Short Stewart Stone Strange Strong Swift Taylor Thomas
    Walker Warren Waters Webb White Wise Wood Wright Young
    """.split()  # noqa: SIM905
)

#: Behind a surname: part of another name (a tower, a son). A genitive may follow.
_END = r"(?!\w)(?! (?:Jr|Sr|Tower|Hotel|University|Foundation|Organization|Center|Library)\b)"

#: Before a surname: a title. Any other word with a capital may be another person's first name.
_TITLES = frozenset(
    """
    President Senator Secretary Minister Chancellor Governor Representative Speaker Sen Rep Gov Mr
    Mrs Ms Dr
    """.split()  # noqa: SIM905
)

#: Words that begin a sentence before a name; another word there may be a first name.
_OPENERS = frozenset(
    """
    A After Again Against Although An And As Asked At Because Before Both But By Can Could Did Does
    During Even For From Had Has How However If In Instead Is Last Like Many Meanwhile Neither Nor
    Now On Once Only Or Perhaps Since So Some Still Than That The Then This Though Through Under
    Unlike Until Was What When Where Whether While Who Why Will With Without Would Yesterday Yet
    """.split()  # noqa: SIM905
)
_CAPITAL_BEFORE = re.compile(r"([A-Z][\w.’'-]*) $")


@dataclass(frozen=True)
class Person:
    """A person by full name (“Angela Merkel”) and by what follows the first name (“Merkel”)."""

    full: str
    surname: str


@dataclass(frozen=True)
class Mention:
    """Where a person is named in a sentence, and whether by the full name."""

    start: int
    end: int
    person: Person
    full: bool


def person(name: str) -> Person:
    """The person of a full name; everything behind the first word is the surname, initials aside
    (“John F. Kennedy” is Kennedy, “Marine Le Pen” is Le Pen)."""
    words = name.split()
    rest = [word for word in words[1:] if not word.endswith(".")] or words[-1:]
    return Person(name, " ".join(rest))


class People:
    """People who are looked for in sentences.

    Of several with one surname the first has it.
    """

    def __init__(self, people: Sequence[Person]) -> None:
        self._of_name: dict[str, tuple[Person, bool]] = {}
        for one in people:
            self._of_name.setdefault(one.full, (one, True))
        for one in people:
            if one.surname not in WORDS and len(one.surname) > 3:
                self._of_name.setdefault(one.surname, (one, False))
        longest = sorted(self._of_name, key=lambda name: (-len(name), name))
        # Names are escaped, and alternatives without repetition can't backtrack badly.
        self._pattern = re.compile(
            rf"(?<![\w’'-])(?:{'|'.join(map(re.escape, longest)) or '(?!)'})(?!-){_END}"
        )

    def mentions(self, text: str) -> list[Mention]:
        """Everybody's mentions in a sentence, in order; none where another person's name (an
        unknown first name before a known surname) is in it, as that would be cut in two."""
        found = []
        for match in self._pattern.finditer(text):
            one, full = self._of_name[match.group()]
            if not full:
                before = _CAPITAL_BEFORE.search(text[: match.start()])
                if before and not _may_stand_before(before):
                    return []
            found.append(Mention(match.start(), match.end(), one, full))
        return found


def _may_stand_before(before: re.Match[str]) -> bool:
    """Whether a word with a capital before a surname is a title, or only begins the sentence."""
    word = before.group(1).rstrip(".")
    return word in _TITLES or (before.start() == 0 and word in _OPENERS)


def renamed(text: str, mentions: Sequence[Mention], others: Mapping[Person, Person]) -> str:
    """The sentence with each person of `others` under the other's name: full names by full names,
    surnames by surnames. Whoever is not among them keeps the name."""
    parts, at = [], 0
    for mention in mentions:
        other = others.get(mention.person, mention.person)
        parts += [text[at : mention.start], other.full if mention.full else other.surname]
        at = mention.end
    return "".join(parts) + text[at:]
