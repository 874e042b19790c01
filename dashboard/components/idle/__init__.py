"""Draw what stands further down only when the browser has painted what stands first.

The text and its strip are what somebody came for. The table and the other charts take the browser
as long again, so they come in a second run of the page, which this component asks for as soon as
the browser is at rest.
"""

from __future__ import annotations

import streamlit as st

from dashboard.components.component import component

__all__ = ["all_is_drawn", "ask_for_the_rest"]

_KEY = "idle"
DRAWN = "rest-is-drawn"
"""Key in the session: whether the whole page is drawn. Set for good in a session's second run."""

_component = component("idle")


def all_is_drawn() -> bool:
    """Return whether this run draws the whole page; False in a session's first run."""
    state = st.session_state.get(_KEY)
    if state and state.get("idle"):
        st.session_state[DRAWN] = True
    return bool(st.session_state.get(DRAWN, False))


def ask_for_the_rest() -> None:
    """Have the browser ask for the rest when it is at rest; draws nothing to see."""
    with st.container(key="rest-to-come"):
        _component(key=_KEY, on_idle_change=lambda: None)
