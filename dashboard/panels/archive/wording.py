"""The view *Wording* of the Archive page: how one measure is distributed, by group and voice."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, Any

import streamlit as st

from analysis.corpus.archive.frames import GROUPINGS, MEASURES
from analysis.output.export import records
from analysis.output.phrasing.archive import wording as said
from analysis.output.phrasing.archive.names import GROUPING_NAMES, MEASURE_NAMES
from analysis.output.phrasing.archive.notes import CANNOT_SAY, left_out_said, value_name
from analysis.output.phrasing.labels import VOICE_NAMES
from dashboard.charts.palette import palette
from dashboard.escaping import cut, for_markdown
from dashboard.panels.archive.filters import unique_labels
from dashboard.panels.archive.found import files
from dashboard.panels.html_tables import TABLES_STYLE, table_html
from dashboard.session.archive import answers
from dashboard.session.archive.address import ORDERS, Asked, ask, asked, keep_in_step

if TYPE_CHECKING:
    import pandas as pd

    from dashboard.panels.archive.record import OpenedArchive

SHOWN, MORE = 12, 50
"""Groups that are drawn at first, and where more are asked for."""

_BY, _MEASURE, _ORDER, _MORE = (
    f"archive-{name}" for name in ("by", "measure", "order", "more-groups")
)
_CHART, _POINT = "archive-boxes", "archive-point"


def view(opened: OpenedArchive) -> None:
    """Draw the view; raises CannotRead."""
    now = asked()
    with st.container(key="wording", gap="small"):
        bar = st.container(
            key="archive-choices", horizontal=True, vertical_alignment="center", gap="small"
        )
        with bar:
            _choices(now)
        most = MORE if st.session_state.get(_MORE) else SHOWN
        groups = answers.groups(opened.asking, now.by, now.measure, opened.chosen, most)
        groups = _ordered(groups, now)
        title = said.wording_title(groups, now.by, now.measure, _all_groups(opened, now, groups))
        st.header(for_markdown(title), anchor=False)
        _chart(groups, now, title)
        left_out = left_out_said(groups["group"]) if now.by == "month" else ""
        few, mixed = said.few_said(groups), said.mixed_said(groups)
        for line in (left_out, said.HOW_TO_READ, few, mixed, said.ORDER):
            if line:
                st.caption(for_markdown(line))
        with st.container(horizontal=True, vertical_alignment="bottom", gap="small"):
            _ways_on(groups)
            _order(now)
        with st.expander("What such figures cannot say", expanded=False):
            st.markdown("\n".join(f"- {for_markdown(line)}" for line in CANNOT_SAY))
        _in_words(groups, now)
        _as_table(groups, now)
        with bar:
            _downloads(groups, now)


def _choices(now: Asked) -> None:
    st.segmented_control(
        "By",
        GROUPINGS,
        required=True,
        format_func=GROUPING_NAMES.__getitem__,
        key=keep_in_step(_BY, now.by),
        on_change=lambda: ask(by=st.session_state[_BY] or now.by, group=None),
        label_visibility="collapsed",
    )
    st.selectbox(
        "Measure",
        MEASURES,
        format_func=MEASURE_NAMES.__getitem__,
        key=keep_in_step(_MEASURE, now.measure),
        on_change=lambda: ask(measure=st.session_state[_MEASURE]),
        label_visibility="collapsed",
        width=210,
    )


def _order(now: Asked) -> None:
    """Draw how the groups stand, and whether there are more of them."""
    if now.by == "month":
        return
    st.selectbox(
        "Order",
        list(ORDERS),
        format_func=ORDERS.__getitem__,
        key=keep_in_step(_ORDER, now.order),
        on_change=lambda: ask(order=st.session_state[_ORDER]),
        width=190,
    )
    st.toggle(f"Up to {MORE} groups", key=_MORE)


def _ordered(groups: pd.DataFrame, now: Asked) -> pd.DataFrame:
    """Return the groups by name where that is asked for; months stay in their order."""
    if now.order != "name" or now.by == "month":
        return groups
    names = groups["group"].str.casefold()
    order = names.sort_values(kind="stable").index
    return groups.loc[order].reset_index(drop=True)


def _all_groups(opened: OpenedArchive, now: Asked, groups: pd.DataFrame) -> int:
    """Return of how many groups those are that are shown."""
    shown = int(groups["group"].nunique())
    if now.by == "month" or shown < SHOWN:
        return shown
    wanted = getattr(opened.chosen, now.by)
    return len(wanted) or answers.count_of_values(opened.asking, now.by, opened.chosen)


def _chart(groups: pd.DataFrame, now: Asked, title: str) -> None:
    from dashboard.charts.archive.boxes import boxes_of_groups
    from dashboard.charts.archive.months import boxes_by_month

    draw = boxes_by_month if now.by == "month" else boxes_of_groups
    rows = list(zip(groups["group"].tolist(), groups["voice"].tolist(), strict=True))
    st.plotly_chart(
        draw(groups, now.measure, palette(st.context.theme.type)),
        key=_CHART,
        theme=None,
        config={"displayModeBar": False},
        alt=title,
        on_select=partial(_follow_click, rows),
        selection_mode="points",
    )


def _follow_click(rows: list[tuple[str, str]]) -> None:
    """Go to the sentences of the mark that was clicked."""
    event: Any = st.session_state.get(_CHART)
    points = event["selection"]["points"] if event else []
    number = points[0].get("customdata") if points else None
    if isinstance(number, list):
        number = number[0] if number else None
    if isinstance(number, int) and 0 <= number < len(rows):
        group, voice = rows[number]
        ask(view="sentences", group=group, voice=voice)


def _ways_on(groups: pd.DataFrame) -> None:
    """Draw the same way for the keyboard: a list of all that can be clicked."""
    rows = [row for row in records(groups) if row["articles"]]

    def follow() -> None:
        number = st.session_state.get(_POINT)
        if number is not None:
            ask(view="sentences", group=rows[number]["group"], voice=rows[number]["voice"])

    def shown(number: int) -> str:
        row = rows[number]
        name = cut(value_name(row["group"]), 50)
        return f"{name}, {VOICE_NAMES[row['voice']]} ({row['articles']:,})"

    labels = unique_labels([shown(number) for number in range(len(rows))])
    st.selectbox(
        "Read the sentences of",
        range(len(rows)),
        format_func=labels.__getitem__,
        index=None,
        key=_POINT,
        on_change=follow,
        placeholder="Choose a group and voice",
        width=420,
    )


# Made and sent once they are opened: by month they are longer than all the rest.
def _in_words(groups: pd.DataFrame, now: Asked) -> None:
    words = st.expander("In words", type="compact", key="archive-words", on_change="rerun")
    if words.open:
        words.text(said.wording_words(groups, now.measure))


def _as_table(groups: pd.DataFrame, now: Asked) -> None:
    label = "The figures as a table"
    table = st.expander(label, type="compact", key="archive-table", on_change="rerun")
    if table.open:
        head, rows = said.table_of(groups, now.by, now.measure)
        table.html(TABLES_STYLE)
        table.html(table_html("Figures of the groups", head, rows, numbers=(2, 3)))


def _downloads(groups: pd.DataFrame, now: Asked) -> None:
    table = groups.assign(by=now.by, measure=now.measure)
    figures = ("Figures", f"{now.by}-{now.measure}", lambda: table)
    files([figures], "The figures of the chart")
