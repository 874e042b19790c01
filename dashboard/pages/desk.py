"""The page *Desk*: a newsroom decides on flags, and sees what its decisions say."""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING

import streamlit as st

from analysis.errors import SlantError
from dashboard.components.kept_name import kept_name, name_back
from dashboard.escaping import for_markdown
from dashboard.panels.desk import who
from dashboard.panels.desk.record import VIEWS, Desk
from dashboard.server.address import has_routes
from dashboard.session.desk import putting, signed_in, views
from dashboard.session.desk.login import current_login, login_configured
from dashboard.session.desk.switch import desk_on, others_reach
from store.desk.errors import BadName
from store.desk.opening import desk_database, desk_notices
from store.desk.records import WAITING

if TYPE_CHECKING:
    from store.database import Engine

OFF = (
    "The desk is switched off here. It holds the decisions of a newsroom, so a server that other "
    "machines reach has one only where whoever runs it says so: start Slant with SLANT_DESK=1. On "
    "one's own machine (“slant”, “make app”) it is on, unless SLANT_DESK=0 is set."
)

NO_ROUTES = (
    "The desk does not work as Slant was started: end it and start it with “slant” or “make app”."
)


def main() -> None:
    """Draw the page."""
    st.set_page_config(page_title="Desk · Slant")
    with st.container(
        key="heading", horizontal=True, vertical_alignment="center", horizontal_alignment="left"
    ):
        st.title("Desk", anchor=False, width="content")
        place = st.container(key="who", width="content")
    try:
        if not desk_on():
            st.info(OFF, icon=":material/info:")
            return
        if not has_routes():
            st.warning(NO_ROUTES, icon=":material/warning:")
            return
        desk = _desk()
        if desk is None:
            return
        with place:
            who.who_line(desk)
        _views(desk)
    except SlantError as error:
        st.error(for_markdown(str(error)), icon=":material/error:")


def _desk() -> Desk | None:
    """Return the desk of whoever is there; None where they have to say who they are first, which is
    drawn. Raises StoreError."""
    engine = desk_database()
    if login_configured():
        login = current_login()
        if login is None:
            who.log_in()
            return None
        return signed_in.desk_by_login(engine, login)
    return _by_name(engine)


def _by_name(engine: Engine) -> Desk | None:
    name, kept = signed_in.typed_name(), name_back()
    if not name and not signed_in.has_left():
        if kept is None:
            st.caption("Looking for your name …")
            kept_name("")
            return None
        name = kept
    if not name:
        kept_name("", forget=signed_in.has_left())
        who.name_form()
        return None
    try:
        desk = signed_in.desk_by_name(engine, name, first_is_admin=not others_reach())
    except BadName as error:
        kept_name("", forget=True)
        who.name_form(error.message)
        return None
    kept_name(desk.editor.name)
    return desk


def _views(desk: Desk) -> None:
    """Draw what has to be said first, the choice of a view, and the view; raises SlantError."""
    if desk.editor.role == WAITING:
        who.waiting(desk)
        return
    _notices(desk)
    putting.begin(desk)
    key, default = views.follow_address()
    with st.container(key="desk-view-chosen"):
        view = st.segmented_control(
            "View",
            list(VIEWS),
            default=default,
            required=True,
            format_func=VIEWS.__getitem__,
            key=key,
            on_change=views.follow_choice,
            label_visibility="collapsed",
        )
    views.note_shown(view)
    # One at a time: what the other views need is not imported.
    import_module(f"dashboard.panels.desk.{view}").view(desk)


def _notices(desk: Desk) -> None:
    who.open_to_others(desk.editor)
    for notice in desk_notices(desk.engine):
        st.caption(f":material/info: {for_markdown(notice)}")


if __name__ == "__main__":
    main()
