"""What the teacher does to the class by a button: done in the callback, before the page is drawn.

What goes wrong is a sentence that the page shows, until something else is done. What goes wrong
with the next round stands where it was asked for.
"""

from __future__ import annotations

from collections.abc import Callable

import streamlit as st

from analysis.errors import SlantError
from dashboard.session.classroom import teaching
from dashboard.session.classroom.choices import forget_choices
from dashboard.session.classroom.figures import forget_figures
from store.classes.joining import (
    new_word,
    remove_pupil,
    remove_who_marked_nothing,
    set_joining,
)
from store.classes.records import SchoolClass
from store.classes.rounds import pause, resume, reveal
from store.database import classes_database

_TROUBLE, _NEXT = "class-trouble", "class-next-trouble"
_BEGUN, _STOPPED = "class-rounds-begun", "class-joining-stopped"


def trouble() -> str:
    """Return why the last thing that was asked for was not done; empty if it was."""
    said: str = st.session_state.get(_TROUBLE, "")
    return said


def note_trouble(said: str) -> None:
    """Have ``said`` shown until something else is done; empty for nothing."""
    st.session_state[_TROUBLE] = said
    st.session_state.pop(_NEXT, None)


def next_trouble(choice: object) -> str:
    """Return why the next round did not begin, asked for with that ``choice``; empty if it did, or
    if something else is chosen now."""
    made, said = st.session_state.get(_NEXT, (None, ""))
    return said if made == choice else ""


def note_next_trouble(said: str, choice: object) -> None:
    """Have ``said`` shown where the next round is chosen, for as long as ``choice`` is."""
    st.session_state[_NEXT] = choice, said


def note_begun() -> None:
    """Note that this session has begun a round."""
    note_trouble("")
    st.session_state[_BEGUN] = rounds_begun() + 1


def rounds_begun() -> int:
    """Return how many rounds this session has begun."""
    begun: int = st.session_state.get(_BEGUN, 0)
    return begun


def open_class() -> None:
    """Open a class and lead it."""
    _tell(teaching.open_new)


def pause_round() -> None:
    """Halt the round: the pupils read, and mark no more."""
    _do(lambda school: pause(classes_database(), school.id))


def resume_round() -> None:
    """Let the pupils mark again."""
    _do(lambda school: resume(classes_database(), school.id))


def reveal_round() -> None:
    """Show the pupils, and here, what the model makes of the text."""
    _do(lambda school: reveal(classes_database(), school.id))


def let_join(join: bool) -> None:
    """Let others join, or nobody else."""
    st.session_state[_STOPPED] = None if join else teaching.led_key()
    _do(lambda school: set_joining(classes_database(), school.id, join))


def stopped_joining(school: SchoolClass) -> bool:
    """Whether it was in this session that joining the class was stopped last."""
    key = st.session_state.get(_STOPPED)
    return key is not None and key.code == school.code


def change_word() -> None:
    """Draw another word with which pupils join."""
    _do(lambda school: new_word(classes_database(), school.id))


def remove(number: int) -> None:
    """Remove the pupil of this number with all marks."""
    _do(lambda school: remove_pupil(classes_database(), school.id, number))


def remove_idle() -> None:
    """Remove all pupils who have marked nothing so far."""
    _do(lambda school: remove_who_marked_nothing(classes_database(), school.id))


def delete() -> None:
    """Delete the class with everything that is kept of it."""
    _do(teaching.delete)
    forget_figures()
    forget_choices()


def _do(act: Callable[[SchoolClass], object]) -> None:
    """Do something to the class that is led, if it is still there."""

    def on_led_class() -> None:
        school = teaching.led_class()
        if school is not None:
            act(school)

    _tell(on_led_class)


def _tell(act: Callable[[], object]) -> None:
    note_trouble("")
    try:
        act()
    except SlantError as error:
        note_trouble(str(error))
