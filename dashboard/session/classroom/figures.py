"""What the teacher sees of a class as it is now, worked out anew only when it has changed."""

from __future__ import annotations

from dataclasses import dataclass

import streamlit as st

from dashboard.session.classroom.round_figures import (
    TestFigures,
    TextFigures,
    answers,
    finished_in,
    forget_rounds,
    round_in,
    test_figures,
    text_figures,
)
from store.classes.joining import pupils, who_marked_nothing
from store.classes.records import MARKING, REVEALED, Pupil, Round, SchoolClass
from store.database import classes_database

_PROGRESS = "class-progress"


@dataclass(frozen=True)
class Progress:
    """How far the class is in its round: how many ``pupils`` there are, how many of them have
    ``begun`` and how many say that they are ``done``. Before the first round none has begun."""

    pupils: int
    begun: int
    done: int


@dataclass(frozen=True)
class Figures:
    """Everything that changes while a class works: the ``pupils`` who are in it, how far they are,
    and what they have done in the ``round``, which is None before the first. ``idle`` of them have
    marked nothing in any round; before the first that is said of none."""

    pupils: tuple[Pupil, ...]
    idle: int
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


def _made(school: SchoolClass) -> Figures:
    joined = tuple(pupils(classes_database(), school.id))
    if school.round is None:
        return Figures(joined, 0, Progress(len(joined), 0, 0), None)
    idle = len(who_marked_nothing(classes_database(), school.id))
    now = round_in(school, school.round)
    done = finished_in(school, now.number)
    revealed = school.state == REVEALED
    if now.kind != MARKING:
        given = answers(school, now.number)
        begun = done | {pupil for pupil, answered in given.items() if answered}
        progress = Progress(len(joined), len(begun), len(done))
        test = test_figures(school, now, revealed=revealed)
        return Figures(joined, idle, progress, now, test=test)
    text = text_figures(school, now, done, revealed=revealed)
    progress = Progress(len(joined), len(text.begun), len(done))
    return Figures(joined, idle, progress, now, text=text)


def forget_figures() -> None:
    """Forget what was worked out, with the texts of the rounds: the class is gone."""
    st.session_state.pop(_PROGRESS, None)
    forget_rounds()
