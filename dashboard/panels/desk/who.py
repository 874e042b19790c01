"""Who one is at the desk: logging in, typing a name, and what is shown of it."""

from __future__ import annotations

from typing import TYPE_CHECKING

import streamlit as st

from dashboard.escaping import for_markdown
from dashboard.session.desk import signed_in
from dashboard.session.desk.switch import others_reach
from store.desk.errors import NotSignedIn
from store.desk.records import ADMIN, MOST_NAME, READER, REVIEWER, WAITING

if TYPE_CHECKING:
    from dashboard.panels.desk.record import Desk
    from store.desk.records import Editor

NOT_VERIFIED = (
    "Names are not verified here: anybody who reaches this page can type any name. With a login "
    "(docs/desk.md) they are."
)

OPEN_TO_OTHERS = (
    "Other machines may reach this desk, and it has no login: whoever reaches it can type any "
    "name, yours and an admin’s too. Set up a login (docs/desk.md), or let only this machine reach "
    "it. Until then nobody becomes an admin by being the first here: “slant desk role NAME admin”, "
    "on the server’s machine, makes one."
)

ROLE_SAID = {
    WAITING: "waits to be let in",
    READER: "may look at everything",
    REVIEWER: "may decide and add articles",
    ADMIN: "may also say who may do what, remove articles, and use or undo a fit of the house",
}

WAITS = (
    "You are logged in. An admin of the desk has to let you in: ask one. This page goes on by "
    "itself then."
)

EVERY_S = 3.0
"""Seconds between two looks at the role of somebody who waits."""


def log_in() -> None:
    """Draw the way to the login."""
    st.markdown("The desk is for editors of this newsroom.")
    if st.button("Log in", type="primary", key="log-in"):
        st.login()


def name_form(trouble: str = "") -> None:
    """Draw the place where a name is typed; what was wrong with it is said there."""
    open_to_others(None)
    with st.form("who", border=False):
        st.text_input(
            "Your name, as your colleagues know it",
            key="typed-name",
            max_chars=MOST_NAME,
            placeholder="Ann Lee",
        )
        st.caption(NOT_VERIFIED)
        st.form_submit_button(
            "Go to the desk",
            type="primary",
            on_click=lambda: signed_in.note_name(st.session_state["typed-name"]),
        )
    if trouble:
        st.error(for_markdown(trouble), icon=":material/error:")


def open_to_others(editor: Editor | None) -> None:
    """Say it if anybody elsewhere may type a name here; ``editor`` is who is there, if known."""
    if (editor is None or not editor.verified) and others_reach():
        st.warning(for_markdown(OPEN_TO_OTHERS), icon=":material/warning:")


def who_line(desk: Desk) -> None:
    """Draw who one is, with what belongs to it behind a button."""
    editor = desk.editor
    with st.popover(
        f"{for_markdown(editor.name)} · {editor.role}", icon=":material/person:", key="who-menu"
    ):
        st.text(editor.name)
        st.caption(f"{editor.role}: {ROLE_SAID[editor.role]}.")
        if editor.verified:
            st.caption("Verified by your login.")
            st.button("Log out", key="log-out", on_click=_log_out, args=(desk,))
        else:
            st.caption(NOT_VERIFIED)
            st.button("Change name", key="change-name", on_click=signed_in.leave, args=(desk,))


def _log_out(desk: Desk) -> None:
    signed_in.leave(desk)
    st.logout()


@st.fragment(run_every=EVERY_S)
def waiting(desk: Desk) -> None:
    """Draw what somebody sees who was not let in yet; the page goes on once they are."""
    from store.desk.editors import session_editor

    try:
        role = session_editor(desk.engine, desk.token, needed=WAITING).role
    except NotSignedIn:
        st.rerun()
    if role != desk.editor.role:
        st.rerun()
    st.info(WAITS, icon=":material/hourglass_empty:")
