"""The name that somebody typed at the desk outlives a reload: a component without anything to see.

A reload begins a new session, which would ask for the name again. So the browser keeps it in its
storage (``localStorage``). It is no proof of anything: such names are not verified.
"""

from __future__ import annotations

import streamlit as st

from dashboard.components.component import component
from store.desk.records import MOST_NAME

__all__ = ["kept_name", "name_back"]

KEY = "kept-name"

_component = component("kept_name")


def kept_name(keep: str, *, forget: bool = False) -> None:
    """Have the browser keep a name, empty for what it has, or ``forget`` it; it says what it has in
    a run of its own (``name_back``)."""
    _component(
        key=KEY, data={"keep": keep[:MOST_NAME], "forget": forget}, on_kept_change=lambda: None
    )


def name_back() -> str | None:
    """Return the name that the browser keeps, empty for none; None before its answer."""
    state = st.session_state.get(KEY)
    answer = state.get("kept") if state else None
    if not isinstance(answer, dict):
        return None
    name = answer.get("name")
    return name if isinstance(name, str) and len(name) <= MOST_NAME else ""
