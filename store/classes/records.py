"""What the store gives back of a class: frozen records, no rows of a table."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from analysis.practice.marks import Mark

KINDS = MARKING, BEFORE, AFTER = ("marking", "before", "after")
"""What a round is: a text to mark, or the test before or after the practice."""

STATES = WAITING, OPEN, PAUSED, REVEALED = ("waiting", "open", "paused", "revealed")
"""Where a class is: before its first round; in a round; halted; looking at what came of it."""

FORMS = ("A", "B")
"""The two forms of the test. Odd pupils get A before and B after, even ones the other way round."""

HOURS_KEPT = 24
"""A class is deleted this long after it was opened, whatever happens in it."""

MOST_PUPILS = 60
"""Most pupils in a class: two school classes in one hall."""

MOST_ROUNDS = 40
"""Most rounds in a class, so that nobody fills the memory."""

MOST_MATERIAL = 1_000_000
"""Most characters of a round's material as JSON; an article of 1,200 words takes about 20,000."""

MOST_CLASSES = 200
"""Most classes in one store: anybody who reaches the server can open one."""


@dataclass(frozen=True)
class Opened:
    """A class that was just opened: its ``code`` of six signs, the ``word`` that the teacher shows,
    and the teacher's ``key``, of which the store keeps a digest only."""

    code: str
    word: str
    key: str


@dataclass(frozen=True)
class SchoolClass:
    """A class as it is now.

    ``id`` is the store's own number, never shown; ``joining`` says whether others may join;
    ``round`` is the number (from 1) of the round that is on, None before the first. ``version``
    counts changes that pupils see (rounds, states), ``marks_version`` those that only the teacher
    sees (marks, pupils who join, finish or leave). ``opened`` and ``ends`` are in UTC.
    """

    id: int
    code: str
    word: str
    joining: bool
    state: str
    round: int | None
    version: int
    marks_version: int
    opened: datetime
    ends: datetime


@dataclass(frozen=True)
class Seat:
    """A pupil's place as it is given out, once: the ``nickname`` and the secret ``token`` of the
    browser it was given to."""

    nickname: str
    token: str


@dataclass(frozen=True)
class Pupil:
    """A pupil: the number within the class (from 1), the generated nickname, and the class."""

    class_id: int
    number: int
    nickname: str


@dataclass(frozen=True)
class Round:
    """A round of a class: ``number`` from 1, ``kind`` as in ``KINDS``, its ``material``.

    For a marking round the material is ``analysis.practice.material.as_json`` of a text; for a test
    it is ``analysis.practice.items.as_json`` of both forms. ``revealed`` says whether the teacher
    has shown what came of it.
    """

    number: int
    kind: str
    material: Mapping[str, Any]
    revealed: bool


@dataclass(frozen=True)
class KeptMark:
    """A ``mark`` with the browser's own count ``seq``: of two for one sentence the higher counts.

    In a test ``mark.sentence`` is the item, from 0.
    """

    mark: Mark
    seq: int


def form_of(pupil: int, kind: str) -> str:
    """Return the form of the test that the pupil of this number gets in a round of this kind.

    Odd pupils get the forms in the one order, even ones in the other, so that a form which happens
    to be easier is before for one half of the class and after for the other.
    """
    first, second = FORMS if pupil % 2 else FORMS[::-1]
    return first if kind == BEFORE else second
