"""Which view of the desk is shown: the same in the session and in the page's address (``?view=``).

The address goes first where the person changed it: a link, or back and forward.
"""

from __future__ import annotations

from collections.abc import Sequence

import streamlit as st

from dashboard.panels.desk.record import VIEWS

KEY = "desk-view-chosen"
"""Key of the widget that chooses it."""

PARAMETER = "view"

_FOLLOWED, _SHOWN, _SET = "desk-view-address", "desk-view-shown", "desk-view-set"


def follow_address() -> str | None:
    """Show the view that the address names, if that has changed; before the widget is drawn.

    Returns what the widget has to be given as its default, None where its value was set in this
    run. A value that is set before the browser has the widget may get lost on the way there.
    """
    given = st.query_params.get(PARAMETER, "")
    if given != st.session_state.get(_FOLLOWED):
        st.session_state[_FOLLOWED] = given
        _choose(given if given in VIEWS else next(iter(VIEWS)))
    shown: str = st.session_state[_SHOWN]
    return None if st.session_state.pop(_SET, False) else shown


def note_shown(view: str) -> None:
    """Note which view is drawn."""
    st.session_state[_SHOWN] = view


def show_view(view: str, articles: Sequence[int] | None = None) -> None:
    """Show a view from the next run on; with ``articles`` the queue has their open flags, and
    all open ones if there is none among them."""
    _choose(view)
    if articles is not None:
        for name in ("article", "kind", "check", "state", "flag"):
            st.query_params.pop(name, None)
        if articles:
            st.query_params["article"] = [str(one) for one in articles]
    _write_address(view)


def follow_choice() -> None:
    """Make the address that of the view that was just chosen."""
    view = st.session_state[KEY]
    if view is not None:
        _write_address(view)


def _choose(view: str) -> None:
    st.session_state[_SHOWN] = view
    if KEY in st.session_state:
        st.session_state[KEY] = view
        st.session_state[_SET] = True


def _write_address(view: str) -> None:
    st.query_params[PARAMETER] = st.session_state[_FOLLOWED] = view
