"""The end of a class: when it goes by itself, and the button that deletes it now."""

from __future__ import annotations

from datetime import UTC, datetime
from zoneinfo import ZoneInfo

import streamlit as st

from analysis.output.phrasing.practice.classroom import ends_said
from dashboard.session.classroom import acting, teaching
from store.classes.records import SchoolClass

WHAT_GOES = (
    "The nicknames, all marks and answers, the texts of the rounds, the code and the word go at "
    "once, here and for the pupils. Nothing of it can be brought back."
)


def ending(school: SchoolClass) -> None:
    """Draw when the class ends, and the ways to delete it or to turn to another."""
    st.caption(ends_said(_here(school.ends)))
    with st.container(horizontal=True, key="class-end"):
        with st.popover("Delete this class", key="delete-class"):
            st.markdown(WHAT_GOES)
            st.button(
                "Delete everything now", key="delete-now", type="primary", on_click=acting.delete
            )
        st.button("Turn to another class", key="leave-class", on_click=teaching.leave)
    st.page_link("dashboard/pages/privacy.py", label="Privacy for schools")


def _here(moment: datetime) -> datetime:
    """Return a moment in the time zone of the teacher's browser."""
    try:
        return moment.astimezone(ZoneInfo(st.context.timezone or "UTC"))
    except (ValueError, OSError, KeyError):  # a name of a zone that this machine does not know
        return moment.astimezone(UTC)
