"""What the teacher sees of a round as it is now, worked out anew only when something has changed.

No figure of a group below five is made, and nothing of a single pupil's marks.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import streamlit as st

from analysis.output.phrasing.practice.agreement import REVEAL_NOTE
from analysis.output.phrasing.practice.classes import alpha_said, class_and_model_said
from analysis.practice.class_figures import ClassFigures, class_figures, most_split
from analysis.practice.completed import completed
from analysis.practice.gain import Gain, gain
from analysis.practice.items import from_json as items_of_round
from analysis.practice.items import score
from analysis.practice.material import Material, from_json
from dashboard.components.class_text import Drawn, drawn_figures, drawn_text
from store.classes.joining import pupils
from store.classes.marks import finished, marks_of, test_answers
from store.classes.records import (
    AFTER,
    BEFORE,
    MARKING,
    REVEALED,
    Pupil,
    Round,
    SchoolClass,
    form_of,
)
from store.classes.rounds import round_of
from store.database import classes_database

if TYPE_CHECKING:
    from collections.abc import Mapping

_ROUNDS, _PROGRESS, _TEXT = "class-rounds", "class-progress", "class-text"

MOST_LISTED = 5
"""Most sentences in the list of those that split the class."""


@dataclass(frozen=True)
class Progress:
    """How far the class is in its round: how many ``pupils`` there are, how many of them have
    ``begun`` and how many say that they are ``done``. Before the first round none has begun."""

    pupils: int
    begun: int
    done: int


@dataclass(frozen=True)
class TextFigures:
    """A marking round: its ``material``, the ``figures`` of the class (None below five), and both
    as ``class_text`` draws them."""

    material: Material
    figures: ClassFigures | None
    text: Drawn
    drawn: Drawn


@dataclass(frozen=True)
class TestFigures:
    """A round of the test: how many have done ``both`` tests, and the class's ``gain`` (None below
    five), and how many ``sentences`` a form has. Both are None until a test after the practice is
    revealed."""

    both: int | None = None
    gain: Gain | None = None
    sentences: int = 0


@dataclass(frozen=True)
class Figures:
    """Everything that changes while a class works: the ``pupils`` who are in it, how far they are,
    and what they have done in the ``round``, which is None before the first."""

    pupils: tuple[Pupil, ...]
    progress: Progress
    round: Round | None
    text: TextFigures | None = None
    test: TestFigures | None = None


def figures_of(school: SchoolClass) -> Figures:
    """Return what is to be seen of ``school`` in its present state; raises StoreError.

    The same object as before if neither rounds nor marks have changed since.
    """
    stamp = (school.id, school.opened, school.version, school.marks_version)
    kept: tuple[tuple[object, ...], Figures] | None = st.session_state.get(_PROGRESS)
    if kept is None or kept[0] != stamp:
        kept = (stamp, _made(school))
        st.session_state[_PROGRESS] = kept
    return kept[1]


def latest_round(school: SchoolClass, *kinds: str) -> Round | None:
    """Return the last round of these ``kinds`` that ``school`` has had, of any kind where none is
    named; None without one."""
    for number in range(school.round or 0, 0, -1):
        found = _round(school, number)
        if found.kind in kinds or not kinds:
            return found
    return None


def _made(school: SchoolClass) -> Figures:
    engine = classes_database()
    joined = tuple(pupils(engine, school.id))
    if school.round is None:
        return Figures(joined, Progress(len(joined), 0, 0), None)
    now = _round(school, school.round)
    done = finished(engine, school.id, now.number)
    if now.kind != MARKING:
        begun = done | {pupil for pupil, given in _answers(school, now.number).items() if given}
        progress = Progress(len(joined), len(begun), len(done))
        return Figures(joined, progress, now, test=_test_figures(school, now))
    marks = marks_of(engine, school.id, now.number)
    begun = done | frozenset(marks["participant"].tolist())
    material, text = _text(school, now)
    counts = [line.counts for line in material.lines]
    revealed = school.state == REVEALED
    # Once it is over, whoever has marked anything has judged every sentence.
    found = class_figures(completed(marks, begun if revealed else done, counts), material)
    split, said = [], []
    if found is not None:
        split = most_split(found, MOST_LISTED)
        said = [alpha_said(found.alpha, found.participants)]
        if revealed:
            said += [class_and_model_said(found), REVEAL_NOTE]
    drawn = drawn_figures(found, split, said, revealed=revealed)
    return Figures(
        joined,
        Progress(len(joined), len(begun), len(done)),
        now,
        text=TextFigures(material, found, text, drawn),
    )


def _test_figures(school: SchoolClass, now: Round) -> TestFigures:
    """Return the gain, once a test after the practice is revealed: of the pupils who answered in
    both, each by the key of the form that was given."""
    before = latest_round(school, BEFORE)
    if now.kind != AFTER or school.state != REVEALED or before is None:
        return TestFigures()
    first, second = _scores(school, before), _scores(school, now)
    both = sorted(first.keys() & second.keys())
    found = gain([first[pupil] for pupil in both], [second[pupil] for pupil in both])
    return TestFigures(len(both), found, len(items_of_round(now.material).a))


def _scores(school: SchoolClass, test: Round) -> dict[int, int]:
    items = items_of_round(test.material)
    return {
        pupil: score(given, items, form_of(pupil, test.kind))
        for pupil, given in _answers(school, test.number).items()
        if given
    }


def _answers(school: SchoolClass, number: int) -> Mapping[int, Mapping[int, bool]]:
    return test_answers(classes_database(), school.id, number)


def _round(school: SchoolClass, number: int) -> Round:
    """Return a round; those that are over are read from the store once, as texts are long."""
    rounds: dict[tuple[object, ...], Round] = st.session_state.setdefault(_ROUNDS, {})
    key = (school.id, school.opened, number)
    found = rounds.get(key)
    if found is None:
        found = rounds[key] = round_of(classes_database(), school.id, number)
    return found


def _text(school: SchoolClass, now: Round) -> tuple[Material, Drawn]:
    """Return the material of a round and what the browser draws of it, made once a round."""
    key = (school.id, school.opened, now.number)
    kept: tuple[tuple[object, ...], Material, Drawn] | None = st.session_state.get(_TEXT)
    if kept is None or kept[0] != key:
        material = from_json(now.material)
        kept = (key, material, drawn_text(material))
        st.session_state[_TEXT] = kept
    return kept[1], kept[2]


def forget_figures() -> None:
    """Forget what was worked out, with the texts of the rounds: the class is gone."""
    for key in (_ROUNDS, _PROGRESS, _TEXT):
        st.session_state.pop(key, None)
