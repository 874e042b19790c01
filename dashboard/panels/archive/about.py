"""The view *About* of the Archive page: what is in the archive, and what it cannot say."""

from __future__ import annotations

from typing import TYPE_CHECKING

import streamlit as st

from analysis.output.phrasing.archive import about as said
from analysis.output.phrasing.archive.notes import CANNOT_SAY
from dashboard.escaping import for_markdown
from dashboard.panels.html_tables import TABLES_STYLE, table_html

if TYPE_CHECKING:
    from dashboard.panels.archive.record import OpenedArchive


def view(opened: OpenedArchive) -> None:
    """Draw the view; raises CannotRead."""
    about = opened.asking.about()
    st.html(TABLES_STYLE)
    with st.container(key="archive-about", gap="small"):
        st.header("What is in it", anchor=False)
        st.markdown("\n".join(f"- {for_markdown(line)}" for line in said.about_said(about)))
        if rows := said.skipped_rows(about):
            st.header("What was skipped", anchor=False)
            st.html(table_html("Skipped articles", said.SKIPPED_HEAD, rows, numbers=(1,)))
            st.caption(said.SKIPPED_NOTE)
        if rows := said.claims_rows(about):
            st.header("What its files say they hold", anchor=False)
            head = said.CLAIMS_HEAD
            st.html(table_html("Articles claimed and found", head, rows, numbers=(1, 2)))
        st.header("What its figures cannot say", anchor=False)
        st.markdown("\n".join(f"- {for_markdown(line)}" for line in CANNOT_SAY))
