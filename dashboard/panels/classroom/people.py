"""Who is in the class: their number, and behind a button their nicknames, each with a way out."""

from __future__ import annotations

from collections.abc import Sequence

import streamlit as st

from dashboard.escaping import for_markdown
from dashboard.session.classroom import acting
from store.classes.records import Pupil

_ASKED = "class-asked-to-remove"
_ALL_IDLE = 0  # no pupil's number, as these begin at 1


def people(pupils: Sequence[Pupil], idle: int) -> None:
    """Draw the button that shows who is here; nothing of anyone's marks. ``idle`` pupils have
    marked nothing: all of them can be removed at once, as when strangers took the seats."""
    # Drawn only while it is open: nicknames are not sent to the projector for nothing.
    here = st.popover("Who is here", key="who-is-here", disabled=not pupils, on_change="rerun")
    if not here.open:
        return
    with here:
        st.caption("Nicknames are drawn by lot. A pupil who is removed goes with all marks.")
        asked = st.session_state.get(_ASKED)
        if idle:
            _idle(idle, asked)
        for pupil in pupils:
            name = for_markdown(pupil.nickname)
            with st.container(horizontal=True, key=f"pupil-{pupil.number}"):
                if pupil.number != asked:
                    st.button(
                        f"Remove {name}",
                        key=f"remove-{pupil.number}",
                        on_click=_ask,
                        args=(pupil.number,),
                    )
                    continue
                st.button(
                    f"Yes, remove {name}",
                    key=f"really-remove-{pupil.number}",
                    type="primary",
                    on_click=_remove,
                    args=(pupil.number,),
                )
                st.button(f"Keep {name}", key=f"keep-{pupil.number}", on_click=_ask, args=(None,))


def _idle(idle: int, asked: int | None) -> None:
    with st.container(horizontal=True, key="idle-pupils"):
        if asked != _ALL_IDLE:
            st.button(
                "Remove all who have marked nothing",
                key="remove-idle",
                on_click=_ask,
                args=(_ALL_IDLE,),
            )
            return
        st.button(
            f"Yes, remove {idle} who {'has' if idle == 1 else 'have'} marked nothing",
            key="really-remove-idle",
            type="primary",
            on_click=_remove_idle,
        )
        st.button("Keep them", key="keep-idle", on_click=_ask, args=(None,))


def _remove_idle() -> None:
    _ask(None)
    acting.remove_idle()


def _ask(number: int | None) -> None:
    st.session_state[_ASKED] = number


def _remove(number: int) -> None:
    _ask(None)
    acting.remove(number)
