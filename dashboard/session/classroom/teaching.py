"""Which class this session leads: opened here, or found by a key that the browser keeps."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

import streamlit as st

from dashboard.components.teacher_key import ClassKey
from store.classes.deletion import delete_class
from store.classes.errors import NoSuchClass, NotTheTeacher
from store.classes.opening import as_teacher, open_class
from store.classes.records import SchoolClass
from store.database import classes_database

_LED, _GONE, _SAID, _LEFT = "class-led", "class-gone", "class-said", "class-left"

OVER = (
    "This class is over: it was deleted, by its teacher or a day after it was opened. "
    "Nothing of it is kept."
)
"""Said where a class that was led is no longer there."""


def led_key() -> ClassKey | None:
    """Return the key of the class that this session leads, None for none."""
    key: ClassKey | None = st.session_state.get(_LED)
    return key


def lead(key: ClassKey) -> None:
    """Lead the class of this key from now on."""
    st.session_state[_LED] = key
    st.session_state.pop(_SAID, None)
    st.session_state.pop(_LEFT, None)


def leave() -> None:
    """Lead no class; the browser keeps its key, and the page asks which class to lead."""
    st.session_state.pop(_LED, None)
    st.session_state[_LEFT] = True


def open_new() -> None:
    """Open a class and lead it; raises StoreError."""
    opened = open_class(classes_database())
    lead(ClassKey(opened.code, opened.key))


def led_class() -> SchoolClass | None:
    """Return the class that this session leads, as it is now; None for none.

    One that is gone is led no more; its key is to be forgotten (``gone``), and ``said`` says so.
    Raises StoreError.
    """
    key = led_key()
    if key is None:
        return None
    found = _class_of(key)
    if found is None:
        leave()
        st.session_state[_SAID] = OVER
    return found


def classes_of(keys: Iterable[ClassKey]) -> list[tuple[ClassKey, SchoolClass]]:
    """Return the classes that ``keys`` open; the other keys are to be forgotten (``gone``).

    Raises StoreError.
    """
    found = []
    for key in keys:
        school = _class_of(key)
        if school is not None:
            found.append((key, school))
    return found


def lead_the_only(found: Sequence[tuple[ClassKey, SchoolClass]]) -> SchoolClass | None:
    """Lead the one class of those ``found``, as after a reload, and return it; None if there are
    several or none, or if the teacher has just left one."""
    if len(found) != 1 or st.session_state.get(_LEFT):
        return None
    key, school = found[0]
    lead(key)
    return school


def delete(school: SchoolClass) -> None:
    """Delete the class that is led with all that is kept of it, and say so; raises StoreError."""
    delete_class(classes_database(), school.id)
    _forget(school.code)
    leave()
    st.session_state[_SAID] = f"Class {school.code} is deleted. Nothing of it is kept."


def gone() -> frozenset[str]:
    """Return the codes of classes that are no more, whose keys the browser is to forget."""
    codes: frozenset[str] = st.session_state.get(_GONE, frozenset())
    return codes


def said() -> str:
    """Return what is to be said of the class that was led last; empty for nothing."""
    words: str = st.session_state.get(_SAID, "")
    return words


def _class_of(key: ClassKey) -> SchoolClass | None:
    """Return the class, None where there is none of that code or it is somebody else's."""
    try:
        return as_teacher(classes_database(), key.code, key.key)
    except (NoSuchClass, NotTheTeacher):
        _forget(key.code)
        return None


def _forget(code: str) -> None:
    st.session_state[_GONE] = gone() | {code}
