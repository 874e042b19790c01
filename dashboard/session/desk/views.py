"""Which view of the desk is shown: the same in the session and in the page's address (``?view=``).

The address goes first where the person changed it: a link, or back and forward.
"""

from __future__ import annotations

import streamlit as st

from dashboard.panels.desk.record import VIEWS

KEY = "desk-view-chosen"
"""Key of the widget that chooses it."""

PARAMETER = "view"

_FOLLOWED = "desk-view-address"


def follow_address() -> None:
    """Show the view that the address names, if that has changed; before the widget is drawn."""
    given = st.query_params.get(PARAMETER, "")
    if given != st.session_state.get(_FOLLOWED):
        st.session_state[KEY] = given if given in VIEWS else next(iter(VIEWS))
        st.session_state[_FOLLOWED] = given


def show_view(view: str, article: int | None = None) -> None:
    """Show a view from the next run on, and with it only what is about ``article``, if given."""
    st.session_state[KEY] = view
    if article is not None:
        st.query_params["article"] = str(article)
        st.query_params.pop("flag", None)
    write_address()


def write_address() -> None:
    """Make the address that of the chosen view."""
    st.query_params[PARAMETER] = st.session_state[_FOLLOWED] = st.session_state[KEY]
