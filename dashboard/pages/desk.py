"""The page *Desk*: a newsroom decides on flags, and sees what its decisions say."""

from __future__ import annotations

import streamlit as st

from analysis.errors import SlantError
from dashboard.escaping import for_markdown
from dashboard.panels.desk.record import VIEWS, Desk
from store.desk.editors import open_session, sign_in
from store.desk.opening import desk_database


def main() -> None:
    """Draw the page."""
    st.set_page_config(page_title="Desk · Slant")
    with st.container(key="heading"):
        st.title("Desk", anchor=False)
    try:
        _page()
    except SlantError as error:
        st.error(for_markdown(str(error)), icon=":material/error:")


def _page() -> None:
    """Draw the chosen view; raises StoreError."""
    # To be completed: who, the switch, the way to add articles (see the briefs).
    engine = desk_database()
    editor = sign_in(engine, "Ann")
    desk = Desk(engine, editor, st.session_state.setdefault("desk-token", ""))
    if not desk.token:
        st.session_state["desk-token"] = open_session(engine, editor.id)
        st.rerun()
    view = st.segmented_control(
        "View", list(VIEWS), default="queue", format_func=VIEWS.__getitem__, bind="query-params"
    )
    from dashboard.panels.desk import articles, figures, learning, people, queue, sources

    panels = {
        "queue": queue.view,
        "articles": articles.view,
        "figures": figures.view,
        "sources": sources.view,
        "learning": learning.view,
        "people": people.view,
    }
    panels[view or "queue"](desk)


if __name__ == "__main__":
    main()
