"""The button that begins a round: where something would be lost by it, it asks once."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

import streamlit as st

_ASKED = "class-asked-to-start"


def start_button(
    label: str,
    key: str,
    ask: Callable[[], None],
    question: str,
    *,
    suggested: bool,
    turn: tuple[object, ...],
) -> None:
    """Draw the button ``label``, which calls ``ask``; where there is a ``question``, only once it
    is answered with yes. The question is forgotten when the class goes on to another ``turn``.
    ``suggested`` says whether the button is the one that the page suggests."""
    if not question or st.session_state.get(_ASKED) != turn:
        act: Callable[[], None] = partial(_note, turn) if question else ask
        st.button(label, key=key, type="primary" if suggested else "secondary", on_click=act)
        return
    st.warning(question, icon=":material/help:")
    with st.container(horizontal=True, key=f"{key}-asked"):
        st.button(
            f"Yes, {label[0].lower()}{label[1:]}",
            key=f"{key}-yes",
            type="primary",
            on_click=_answer,
            args=(ask,),
        )
        st.button("No, stay here", key=f"{key}-no", on_click=_note, args=(None,))


def _note(turn: tuple[object, ...] | None) -> None:
    st.session_state[_ASKED] = turn


def _answer(ask: Callable[[], None]) -> None:
    _note(None)
    ask()
