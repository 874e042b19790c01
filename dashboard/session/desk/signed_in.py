"""Who a visitor is at the desk, and the session with which their browser asks the API."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import suppress
from typing import TYPE_CHECKING

import streamlit as st

from dashboard.panels.desk.record import Desk
from store.desk.editors import (
    close_session,
    has_login,
    open_session,
    session_editor,
    sign_in,
)
from store.desk.errors import NameOfLogin, NotSignedIn
from store.desk.records import WAITING
from store.errors import StoreError

if TYPE_CHECKING:
    from dashboard.session.desk.login import Login
    from store.database import Engine
    from store.desk.records import Editor

_HELD, _NAME, _LEFT = "desk-session", "desk-name", "desk-left"


def desk_by_login(engine: Engine, login: Login) -> Desk:
    """Return the desk of somebody who logged in; raises StoreError."""
    return _opened(
        engine,
        login.subject,
        lambda: sign_in(engine, login.name, subject=login.subject, admin=login.admin),
    )


def desk_by_name(engine: Engine, name: str, first_is_admin: bool) -> Desk:
    """Return the desk of somebody who typed a name; ``first_is_admin`` says whether the first one
    at an empty desk is its admin. Raises BadName or another StoreError."""

    def known() -> Editor:
        if has_login(engine, name):
            raise NameOfLogin
        return sign_in(engine, name, admin=None if first_is_admin else False)

    return _opened(engine, name, known)


def look_again(desk: Desk) -> None:
    """Raise NotSignedIn or NotAllowed if the visitor may not look at the desk any more: what goes
    on without a run of the page asks for itself. Raises StoreError."""
    session_editor(desk.engine, desk.token)


def typed_name() -> str:
    """Return the name that was typed in this session, empty if none was."""
    name: str = st.session_state.get(_NAME, "")
    return name


def note_name(name: str) -> None:
    """Be known by ``name`` from here on; empty: by none, until another is typed."""
    st.session_state[_NAME] = name
    st.session_state[_LEFT] = not name


def leave(desk: Desk) -> None:
    """End the session, and have the visitor say who they are; raises nothing, as it ends by itself
    some hours later."""
    note_name("")
    st.session_state.pop(_HELD, None)
    with suppress(StoreError):
        close_session(desk.engine, desk.token)


def has_left() -> bool:
    """Return whether the visitor has given up their name in this session."""
    return bool(st.session_state.get(_LEFT))


def _opened(engine: Engine, who: str, known: Callable[[], Editor]) -> Desk:
    """Return the desk with the role of now. A session that is over, or that another database than
    this one knew, is opened anew without a word."""
    held: tuple[str, str] | None = st.session_state.get(_HELD)
    if held is not None and held[0] == who:
        try:
            return Desk(engine, session_editor(engine, held[1], needed=WAITING), held[1])
        except NotSignedIn:
            pass
    editor = known()
    token = open_session(engine, editor.id)
    st.session_state[_HELD] = (who, token)
    return Desk(engine, editor, token)
