"""The view *About* of the Archive page."""

from __future__ import annotations

from typing import TYPE_CHECKING

import streamlit as st

if TYPE_CHECKING:
    from dashboard.panels.archive.record import OpenedArchive


def view(opened: OpenedArchive) -> None:
    """Draw the view."""
    st.write(str(opened.asking.articles(opened.chosen)))
