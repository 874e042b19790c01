"""An article that another page puts on the desk: noted there, added once the desk is open."""

from __future__ import annotations

from typing import TYPE_CHECKING

import streamlit as st

from dashboard.session.desk.rules import desk_rules
from dashboard.session.desk.views import show_view

if TYPE_CHECKING:
    from analysis import Article
    from dashboard.panels.desk.record import Desk

_KEY = "desk-put"


def note_article(article: Article, source: str) -> None:
    """Have the desk add ``article``, read from ``source``, when its page opens."""
    st.session_state[_KEY] = (article, source)


def begin(desk: Desk) -> None:
    """Begin to add what was noted, and show the articles; nothing if nothing was. Raises
    SlantError for rules that cannot be used."""
    noted: tuple[Article, str] | None = st.session_state.get(_KEY)
    if noted is None:
        return
    from analysis.desk.adding import article_source
    from dashboard.session.desk.adding import Adding, begin

    rules = desk_rules()
    del st.session_state[_KEY]
    show_view("articles")
    begin(Adding(desk.engine, desk.editor.id, [article_source(*noted)], rules.rules))
