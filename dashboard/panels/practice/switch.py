"""The switch between the exercises, and what to do in each."""

from __future__ import annotations

from pathlib import Path

import streamlit as st

from dashboard.session.practice.address import (
    EXERCISES,
    MARK,
    REWRITE,
    VOICES,
    WORDINGS,
    current_exercise,
    open_exercise,
)

NAMES = {
    MARK: "Mark first",
    REWRITE: "Make it plain, make it loaded",
    WORDINGS: "Which is which",
    VOICES: "Who says it",
}

WHAT_TO_DO = {
    WORDINGS: "Two reports tell the same fact. Which of the two sentences is loaded?",
    VOICES: "Whose words are they: the outlet’s own voice, quoted, or reported?",
}
"""One sentence for each exercise; the text to mark and the sentence to reword say it themselves."""

_WIDGET = "exercise"


def exercise_switch() -> None:
    """Draw the page's heading, the switch and what to do in the open exercise."""
    st.html(Path(__file__).parents[2] / "assets" / "practice.css")
    with st.container(
        horizontal=True, vertical_alignment="center", key="practice-head", gap="small"
    ):
        st.title("Practice", anchor=False, width="content")
        # The address may have switched it. Only then: a value that comes with every run would
        # take back what was pressed meanwhile.
        if st.session_state.get(_WIDGET) != current_exercise():
            st.session_state[_WIDGET] = current_exercise()
        st.segmented_control(
            "Exercise",
            EXERCISES,
            key=_WIDGET,
            required=True,
            format_func=NAMES.__getitem__,
            label_visibility="collapsed",
            on_change=lambda: open_exercise(st.session_state[_WIDGET]),
        )
    if current_exercise() in WHAT_TO_DO:
        st.markdown(WHAT_TO_DO[current_exercise()])
