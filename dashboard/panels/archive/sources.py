"""The view *Sources* of the Archive page: speakers and verbs of saying, over time."""

from __future__ import annotations

from typing import TYPE_CHECKING

import streamlit as st

from analysis.output.phrasing.archive import sources as said
from analysis.output.phrasing.archive.notes import left_out_said
from dashboard.charts.palette import palette
from dashboard.escaping import cut, for_markdown
from dashboard.panels.archive.found import (
    A_PAGE,
    begin,
    files,
    page_asked,
    page_shown,
    pages,
    rows,
    text_of,
)
from dashboard.panels.html_tables import TABLES_STYLE, table_html
from dashboard.session.archive.address import ask, keep_in_step

if TYPE_CHECKING:
    import pandas as pd

    from analysis.output.phrasing.archive.sources import Source
    from dashboard.panels.archive.record import OpenedArchive

KIND, NAME, MONTH = "sources", "name", "month"
"""Parameters of the address: speakers or verbs, whose statements are listed, and of which month."""

_KIND_NAMES = {said.SPEAKER: "Who speaks", said.VERB: "Verbs of saying"}
_CHART, _KIND, _NAME = "archive-sources-chart", "archive-sources-kind", "archive-sources-name"


def view(opened: OpenedArchive) -> None:
    """Draw the view; raises CannotRead."""
    with begin(opened.name):
        _view(opened)


def _view(opened: OpenedArchive) -> None:
    given = st.query_params.get(KIND, said.SPEAKER)
    kind = given if given in said.KINDS else said.SPEAKER
    st.segmented_control(
        "Of what",
        said.KINDS,
        required=True,
        format_func=_KIND_NAMES.__getitem__,
        key=keep_in_step(_KIND, kind),
        on_change=lambda: ask(sources=st.session_state[_KIND] or kind, name="", month=""),
        label_visibility="collapsed",
    )
    over_time = _over_time(opened, kind)
    sources = said.sources_of(over_time)
    if not sources:
        st.info(said.NO_STATEMENTS, icon=":material/info:")
        return
    _statements(opened, kind, [one.name for one in sources])
    _chart(kind, sources)
    _table(kind, sources)
    st.caption(said.CANNOT_SHOW if kind == said.SPEAKER else said.ABOUT_VERBS)
    files(
        [
            ("Speakers by month", "speakers", lambda: _over_time(opened, said.SPEAKER)),
            ("Verbs by month", "verbs", lambda: _over_time(opened, said.VERB)),
        ],
    )


def _over_time(opened: OpenedArchive, kind: str) -> pd.DataFrame:
    asking = opened.asking
    ask_for = asking.speakers if kind == said.SPEAKER else asking.verbs
    return ask_for(opened.chosen, said.ASKED)


def _chart(kind: str, sources: list[Source]) -> None:
    from dashboard.charts.archive.sources import sources_over_time

    caption = said.over_time_caption(kind, sources)
    with st.container(gap="xxsmall", key=f"chart-{_CHART}"):
        st.header(for_markdown(caption.title), anchor=False)
        left_out = for_markdown(left_out_said(said.months_of(sources)))
        st.caption(f"{said.ABOUT_SHARES} Choose a point to read its statements. {left_out}")
        st.plotly_chart(
            sources_over_time(kind, sources, palette(st.context.theme.type or "light")),
            key=_CHART,
            theme=None,
            config={"displayModeBar": False},
            alt=caption.title,
            on_select=_follow_point,
            selection_mode="points",
        )
        with st.expander("In words", type="compact"):
            st.text(caption.words)


def _follow_point() -> None:
    points = st.session_state[_CHART].selection.points
    if points:
        name, month, *_ = points[0]["customdata"]
        ask(name=name, month=month)


def _table(kind: str, sources: list[Source]) -> None:
    if kind == said.SPEAKER:
        rows = [[said.name_said(kind, one.name), one.statements, one.articles] for one in sources]
        head = ["Speaker", "Statements", "Articles"]
    else:
        head = ["Verb", "Statements", "Articles", "What it does", "What it implies"]
        rows = [
            [
                said.name_said(kind, one.name),
                one.statements,
                one.articles,
                one.does or "neutral",
                said.implied_by(one.name),
            ]
            for one in sources
        ]
    st.html(TABLES_STYLE)
    st.html(table_html(_KIND_NAMES[kind], head, rows, numbers=(1, 2)))


def _statements(opened: OpenedArchive, kind: str, names: list[str]) -> None:
    """Draw the choice of a name, and the statements of the one that the address names."""
    name, month = st.query_params.get(NAME, ""), st.query_params.get(MONTH, "")
    options = names if name in names or not name else [*names, name]
    with st.container(horizontal=True, vertical_alignment="bottom", key="archive-sources"):
        st.selectbox(
            "Read the statements of" if kind == said.SPEAKER else "Read the statements with",
            options,
            index=None,
            key=keep_in_step(_NAME, name or None),
            format_func=lambda one: cut(one, 60),
            on_change=lambda: ask(name=st.session_state[_NAME] or "", month=""),
            placeholder="Choose one, or a point of the chart",
            width=360,
        )
        if month:
            only = for_markdown(month[:7])
            st.button(f"All months, not only {only}", on_click=ask, kwargs={"month": ""})
    if not name:
        return
    page = page_asked()
    found, total = opened.asking.statements(
        kind, name, opened.chosen, month=month, most=page * A_PAGE
    )
    shown = page_shown(total)
    st.header(for_markdown(said.statements_said(kind, name, month, total)), anchor=False)
    rows(opened.name, found, shown, text_of, said.statement_about)
    pages(total, shown)
