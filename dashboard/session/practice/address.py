"""The address of the Practice page: its exercise and, where a text is marked, that text.

``/practice?exercise=mark&sample=bus-fares-loaded``, ``/practice?exercise=voices``. As on the Read
page, a link opens on the same, and the browser's back button returns to it.
"""

from __future__ import annotations

from collections.abc import Mapping

import streamlit as st

from dashboard.session.practice.texts import text_to_mark

MARK, REWRITE, WORDINGS, VOICES = EXERCISES = ("mark", "rewrite", "wordings", "voices")
"""The exercises, as the address calls them and in the order of the page; the first is the
default."""

_NAMES = ("exercise", "sample", "text")
_WRITTEN = "practice-address"
_EXERCISE = "practice-exercise"


def current_exercise() -> str:
    """Return the exercise that is open, one of ``EXERCISES``."""
    exercise: str = st.session_state.get(_EXERCISE, MARK)
    return exercise


def open_exercise(exercise: str | None) -> None:
    """Make ``exercise`` the open one; the default where there is none of this name."""
    st.session_state[_EXERCISE] = exercise if exercise in EXERCISES else MARK


def changed_address() -> dict[str, str] | None:
    """Return the query parameters if the person changed them: a link, or back and forward.

    None if they are those the page wrote last.
    """
    given = {name: st.query_params[name] for name in _NAMES if name in st.query_params}
    return None if given == st.session_state.get(_WRITTEN) else given


def follow_exercise(given: Mapping[str, str]) -> None:
    """Open the exercise that the query parameters ``given`` name. The one that is open stays where
    they name nothing at all, as on coming from another page."""
    if given:
        open_exercise(given.get("exercise"))


def write_address() -> None:
    """Make the address that of the open exercise and its text."""
    wanted = {"exercise": current_exercise()}
    text = text_to_mark()
    if wanted["exercise"] == MARK and text is not None:
        wanted |= {"sample": text.sample} if text.sample else {"text": str(text.number)}
    given = {name: st.query_params[name] for name in _NAMES if name in st.query_params}
    if given != wanted:
        params: dict[str, str | list[str]] = {
            name: st.query_params.get_all(name) for name in st.query_params if name not in _NAMES
        }
        st.query_params.from_dict({**params, **wanted})
    st.session_state[_WRITTEN] = wanted
