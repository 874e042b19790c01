"""The view *Wording* of the Archive page."""

from __future__ import annotations

from typing import TYPE_CHECKING

import streamlit as st

from dashboard.session.archive.address import asked

if TYPE_CHECKING:
    from dashboard.panels.archive.record import OpenedArchive


def view(opened: OpenedArchive) -> None:
    """Draw the view."""
    now = asked()
    st.dataframe(opened.asking.groups(now.by, now.measure, opened.chosen))
