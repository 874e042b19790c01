"""What a session does while it waits for the inference queue."""

from __future__ import annotations

from collections.abc import Callable

import streamlit as st

from analysis.queue.place import Waiting


def stop_if_closed(ahead: int) -> None:
    """End this run if its page was closed or something else was clicked; show nothing.

    Streamlit ends a run, by an exception, where it reads the session state.
    """
    st.session_state.get("opened")


def on_change(show: Callable[[int], object]) -> Waiting:
    """Return a callback that calls ``show`` with the number of articles ahead, and again only
    when that has changed. ``show`` draws on the page, where Streamlit ends a run too."""
    shown: int | None = None

    def waiting(ahead: int) -> None:
        nonlocal shown
        if ahead == shown:
            stop_if_closed(ahead)
        else:
            shown = ahead
            show(ahead)

    return waiting
