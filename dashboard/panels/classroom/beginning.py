"""The Class page before a class: what it is, what is kept, and the button that opens one."""

from __future__ import annotations

from collections.abc import Sequence

import streamlit as st

from dashboard.components.teacher_key import ClassKey
from dashboard.escaping import for_markdown
from dashboard.session.classroom import acting, teaching
from store.classes.records import HOURS_KEPT, SchoolClass

WHAT = (
    "Your pupils join with their phones, without accounts and without names, and mark what seems "
    "loaded in a text. You see here, as they work, which sentences split the class. Then you show "
    "what the model makes of the text and talk about where you differ: the model can be wrong."
)

KEPT = (
    f"A class is kept for {HOURS_KEPT} hours and then deleted by itself, or sooner by a button. "
    "Two pupils can share a phone: each has a turn and marks alone."
)

PLANS = (
    "A lesson in short: everybody marks alone, neighbours compare, you look where the class is "
    "split, then you show the model's view and ask why you differ. Plans for 15 minutes, for 45 "
    "and for three lessons are in the folder docs/lessons of Slant's source."
)

NO_ROUTES = (
    "Pupils cannot join as Slant was started: end it and start it with “slant serve” or “make app "
    "ADDRESS=0.0.0.0”."
)

ONLY_HERE = (
    "Only this machine can reach Slant as it was started. For a class, end it and start it with "
    "“slant serve” or “make app ADDRESS=0.0.0.0”."
)

NOT_STORED = (
    "This browser stores nothing for this page: after a reload it would not know that the class is "
    "yours. Keep this page open until the lesson is over."
)


def beginning(
    found: Sequence[tuple[ClassKey, SchoolClass]], *, routes: bool, only_here: bool
) -> None:
    """Draw what a class is and the ways to one: a new one, or one of those ``found`` by the keys
    of this browser. ``routes`` says whether pupils can join at all, ``only_here`` whether this
    server answers its own machine only."""
    st.markdown(WHAT)
    st.caption(KEPT)
    if not routes:
        st.warning(NO_ROUTES, icon=":material/warning:")
        return
    if only_here:
        st.warning(ONLY_HERE, icon=":material/warning:")
    if found:
        st.markdown("Your classes in this browser:")
        with st.container(horizontal=True, key="own-classes"):
            for key, school in found:
                st.button(
                    f"Go on with {for_markdown(school.code)}",
                    key=f"lead-{school.code}",
                    on_click=teaching.lead,
                    args=(key,),
                )
    st.button(
        "Open another class" if found else "Open a class",
        key="open-class",
        type="primary",
        on_click=acting.open_class,
    )
    st.page_link("dashboard/pages/privacy.py", label="Privacy for schools")
    st.caption(PLANS)
