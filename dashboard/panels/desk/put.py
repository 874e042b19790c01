"""The Read page's way to the desk: the open article, put there with one click."""

from __future__ import annotations

import streamlit as st

from dashboard.session.desk.putting import note_article
from dashboard.session.desk.switch import desk_works
from dashboard.session.open_article import OpenArticle


def put_on_desk(opened: OpenArticle) -> None:
    """Draw the button, where the desk is on."""
    if desk_works() and st.button(
        "Put on the desk", key="put-on-desk", icon=":material/checklist:"
    ):
        note_article(opened.article, opened.source)
        st.switch_page("dashboard/pages/desk.py")
