"""The view *People* of the desk: who is there, what each may do, and the trail of what was done."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

import streamlit as st

from analysis.errors import SlantError
from dashboard.escaping import for_markdown
from dashboard.panels.desk.trail import trail_of
from dashboard.panels.desk.who import NOT_VERIFIED, ROLE_SAID
from store.desk.editors import editors, set_role
from store.desk.records import ADMIN, REVIEWER, ROLES, WAITING

if TYPE_CHECKING:
    from dashboard.panels.desk.record import Desk
    from store.desk.records import Editor

_TROUBLE = "desk-people-trouble"


def view(desk: Desk) -> None:
    """Draw the view."""
    known = in_order(editors(desk.engine))
    st.header("People", anchor=False)
    if any(not one.verified for one in known):
        st.caption(NOT_VERIFIED)
    if trouble := st.session_state.get(_TROUBLE, ""):
        st.error(for_markdown(trouble), icon=":material/error:")
    for one in known:
        _row(desk, one)
    st.header("Trail", anchor=False)
    trail_of(desk, known)


def in_order(known: Sequence[Editor]) -> list[Editor]:
    """Return the editors, those first who wait to be let in, each group as they came."""
    return sorted(known, key=lambda one: (one.role != WAITING, one.id))


def _row(desk: Desk, one: Editor) -> None:
    admin = desk.editor.role == ADMIN
    with (
        st.container(border=True, key=f"desk-editor-{one.id}"),
        st.container(horizontal=True, vertical_alignment="center", gap="small"),
    ):
        with st.container(gap="xxsmall"):
            st.text(one.name + (" (you)" if one.id == desk.editor.id else ""))
            how = "verified by a login" if one.verified else "name not verified"
            st.caption(f"{one.role}: {ROLE_SAID[one.role]} · {how} · since {one.since:%Y-%m-%d}")
        if not admin:
            return
        if one.role == WAITING:
            st.button(
                "Let in",
                key=f"desk-let-in-{one.id}",
                type="primary",
                on_click=_set,
                args=(desk, one.id, REVIEWER),
            )
        key = f"desk-role-{one.id}"
        # Another key for another role: the box shows what is kept, whoever changed it.
        st.selectbox(
            f"Role of {for_markdown(one.name)}",
            ROLES,
            index=ROLES.index(one.role),
            key=f"{key}-{one.role}",
            width=160,
            label_visibility="collapsed",
            on_change=_chosen,
            args=(desk, one, f"{key}-{one.role}"),
        )


def _chosen(desk: Desk, one: Editor, key: str) -> None:
    role = st.session_state[key]
    if role != one.role:
        _set(desk, one.id, role)
        # Where it was not given, the box goes back.
        st.session_state[key] = one.role


def _set(desk: Desk, editor: int, role: str) -> None:
    """Give a role, or have it said why not."""
    st.session_state.pop(_TROUBLE, None)
    try:
        set_role(desk.engine, desk.editor.id, editor, role)
    except SlantError as error:
        st.session_state[_TROUBLE] = error.message
