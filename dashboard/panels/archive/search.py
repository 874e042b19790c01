"""The view *Search* of the Archive page: a phrase with what stands around it."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any

import streamlit as st

from analysis.output.phrasing.archive.finding import (
    SEARCHED,
    found_said,
    hit_about,
    months_found_caption,
)
from analysis.output.phrasing.archive.notes import left_out_said
from dashboard.charts.palette import palette
from dashboard.escaping import for_markdown
from dashboard.panels.archive.found import (
    A_PAGE,
    MOST_ROWS,
    begin,
    files,
    in_context,
    page_asked,
    page_shown,
    pages,
    rows,
)
from dashboard.panels.desk.parts.chart import show_chart
from dashboard.session.archive.address import ask, keep_in_step

if TYPE_CHECKING:
    import pandas as pd

    from dashboard.panels.archive.record import OpenedArchive

PHRASE, WHOLE = "q", "whole"
"""Parameters of the address: what is searched for, and 1 for whole words only."""

_PHRASE, _WHOLE = "archive-phrase", "archive-whole"


def view(opened: OpenedArchive) -> None:
    """Draw the view; raises CannotRead, and SlantError for a phrase that cannot be searched for."""
    with begin(opened.name):
        _view(opened)


def _view(opened: OpenedArchive) -> None:
    phrase, whole = st.query_params.get(PHRASE, ""), st.query_params.get(WHOLE) == "1"
    st.text_input(
        "Find a phrase in the articles that are chosen",
        key=keep_in_step(_PHRASE, phrase),
        on_change=lambda: ask(q=st.session_state[_PHRASE]),
        placeholder="A word or several, as they stand in the text",
    )
    st.toggle(
        "Whole words",
        key=keep_in_step(_WHOLE, whole),
        on_change=lambda: ask(whole="1" if st.session_state[_WHOLE] else ""),
    )
    if phrase:
        _found(opened, phrase, whole)


def _found(opened: OpenedArchive, phrase: str, whole: bool) -> None:
    asking, chosen = opened.asking, opened.chosen

    def first(most: int) -> tuple[pd.DataFrame, int, int]:
        return asking.find(phrase, chosen, most, whole_words=whole)

    found, places, articles = first(page_asked() * A_PAGE)
    if not places:
        st.info(found_said(places, articles), icon=":material/info:")
        return
    st.header(for_markdown(found_said(places, articles)), anchor=False)
    months = asking.found_over_time(phrase, chosen, whole_words=whole)
    _chart(months)
    shown = page_shown(places)
    rows(opened.name, found, shown, _in_context, hit_about)
    pages(places, shown)
    if places > MOST_ROWS:
        st.caption(f"The files have the first {MOST_ROWS:,} places.")
    files(
        [
            ("Places", "places", lambda: first(MOST_ROWS)[0]),
            ("Months", "places-months", lambda: months),
        ],
    )


def _in_context(row: Mapping[str, Any]) -> str:
    return in_context(row["before"], row["phrase"], row["after"])


def _chart(months: pd.DataFrame) -> None:
    """Draw where the phrase is by month, unless all is of one."""
    if sum(months["month"] != "") > 1:
        from dashboard.charts.archive.sources import months_found

        drawn = months_found(months, palette(st.context.theme.type or "light"))
        show_chart("archive-months", drawn, months_found_caption(months))
        if left_out := left_out_said(months["month"]):
            st.caption(for_markdown(left_out))
    st.caption(SEARCHED)
