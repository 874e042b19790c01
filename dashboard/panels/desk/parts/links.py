"""Links from a figure into the queue of the desk."""

from __future__ import annotations

import streamlit as st

from dashboard.escaping import cut, for_markdown

PAGE = "dashboard/pages/desk.py"

_LONGEST = 120


def queue_link(label: str, icon: str = ":material/list:", **asked: str | int) -> None:
    """Draw a link to the queue; ``asked`` says what it shows (check, state, article, flag).

    ``label`` is plain text.
    """
    query = {"view": "queue", **{name: str(value) for name, value in asked.items()}}
    shown = for_markdown(cut(label, _LONGEST))
    st.page_link(PAGE, label=shown, icon=icon, query_params=query)
