"""Which view of the desk is shown: the same in the session and in the page's address (``?view=``).

The address goes first where the person changed it: a link, or back and forward.
"""

from __future__ import annotations

from collections.abc import Sequence

import streamlit as st

from dashboard.panels.desk.record import VIEWS

PARAMETER = "view"

_FOLLOWED, _SHOWN, _TURN = "desk-view-address", "desk-view-shown", "desk-view-turn"


def follow_address() -> tuple[str, str]:
    """Show the view that the address names, if that has changed; before the widget is drawn.

    Returns the widget's key and its default. A view that comes from the address or a link has a
    widget of its own: in the one that is drawn already the browser's older value would win.
    """
    given = st.query_params.get(PARAMETER, "")
    if given != st.session_state.get(_FOLLOWED):
        st.session_state[_FOLLOWED] = given
        _choose(given if given in VIEWS else next(iter(VIEWS)))
        if given:
            # A link from one view to another tells the server what it leads to, but leaves the
            # browser's address as it was.
            st.query_params[PARAMETER] = given
    return _key(), st.session_state[_SHOWN]


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
    view = st.session_state[_key()]
    if view is not None:
        _write_address(view)


def _choose(view: str) -> None:
    st.session_state[_SHOWN] = view
    st.session_state[_TURN] = st.session_state.get(_TURN, 0) + 1


def _key() -> str:
    return f"desk-view-{st.session_state.get(_TURN, 0)}"


def _write_address(view: str) -> None:
    st.query_params[PARAMETER] = st.session_state[_FOLLOWED] = view
