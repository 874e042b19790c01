"""The view *Search* of the Archive page: a phrase with what stands around it."""

from __future__ import annotations

from typing import TYPE_CHECKING

import streamlit as st

from analysis.output.export import records
from analysis.output.phrasing.archive.finding import (
    SEARCHED,
    found_said,
    hit_about,
    months_found_caption,
)
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
    row,
)
from dashboard.panels.desk.parts.chart import show_chart
from dashboard.session.archive.address import ask, keep_in_step

if TYPE_CHECKING:
    from dashboard.panels.archive.record import OpenedArchive

PHRASE = "q"
"""The parameter of the address."""

MOST_CHARACTERS = 200
"""Characters of a phrase that can be typed; what reads the archive has its own limits."""

_KEY = "archive-phrase"


def view(opened: OpenedArchive) -> None:
    """Draw the view; raises CannotRead, and SlantError for a phrase that cannot be searched for."""
    begin(opened.name)
    phrase = st.query_params.get(PHRASE, "")
    st.text_input(
        "Find a phrase in the articles that are chosen",
        key=keep_in_step(_KEY, phrase),
        on_change=lambda: ask(q=st.session_state[_KEY], page=""),
        placeholder="A word or several, as they stand in the text",
        max_chars=None if len(phrase) > MOST_CHARACTERS else MOST_CHARACTERS,
    )
    if not phrase.strip():
        return
    page = page_asked()
    found, places, articles = opened.asking.find(phrase, opened.chosen, most=page * A_PAGE)
    shown = page_shown(places)
    st.subheader(for_markdown(found_said(places, articles)), anchor=False)
    if not places:
        return
    months = opened.asking.found_over_time(phrase, opened.chosen)
    if len(months) > 1:
        from dashboard.charts.archive_sources import months_found

        theme = st.context.theme.type or "light"
        show_chart(
            "archive-months", months_found(months, palette(theme)), months_found_caption(months)
        )
    st.caption(SEARCHED)
    with st.container(key="archive-found", gap="small"):
        for one in records(found.iloc[(shown - 1) * A_PAGE : shown * A_PAGE]):
            label = in_context(one["before"], one["phrase"], one["after"])
            row(opened.name, one["article"], one["sentence"], label, hit_about(one))
    pages(places, shown, "archive-pages")
    if places > MOST_ROWS:
        st.caption(f"The files have the first {MOST_ROWS:,} places.")
    files(
        "slant-archive",
        [
            (
                "Places",
                "places",
                lambda: opened.asking.find(phrase, opened.chosen, most=MOST_ROWS)[0],
            ),
            ("Months", "places-months", lambda: months),
        ],
    )
