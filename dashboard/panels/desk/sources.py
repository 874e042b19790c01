"""The view *Sources* of the desk: whom the house quotes, how often, with which verbs."""

from __future__ import annotations

from functools import lru_cache, partial
from typing import TYPE_CHECKING, Any

import streamlit as st

from analysis.desk.sources import (
    described_as,
    manners_used,
    room,
    source_audit,
    statements_of,
    with_sources,
)
from analysis.desk.speakers import UNNAMED
from analysis.output.export import records
from analysis.output.phrasing.desk import sources as said
from analysis.output.phrasing.numerals import counted, percent
from dashboard.charts.palette import palette
from dashboard.escaping import cut, for_markdown
from dashboard.panels.desk.figures import STYLE
from dashboard.panels.desk.parts.chart import show_chart
from dashboard.panels.desk.parts.statements import statements
from dashboard.panels.download_menu import download, download_menu
from dashboard.panels.downloads import csv_bytes
from dashboard.panels.html_tables import TABLES_STYLE, table_html
from store.desk.frames import quoted_frame
from store.desk.trail import version

if TYPE_CHECKING:
    import pandas as pd

    from dashboard.panels.desk.record import Desk

_MOST_SOURCES = 50
_MOST_DESCRIBED = 12
_MOST_VERBS = 12


def view(desk: Desk) -> None:
    """Draw the view."""
    st.html(STYLE)
    st.html(TABLES_STYLE)
    every = _told(desk.engine, version(desk.engine))
    if every.empty:
        st.info(said.NO_STATEMENTS)
        return
    with st.container(key="sources", gap="small"):
        quoted = _chosen(every)
        sources = source_audit(quoted)
        with st.container(horizontal=True, vertical_alignment="center"):
            st.markdown(for_markdown(said.sources_summary(quoted, sources)), width="stretch")
            _downloads(quoted, sources)
        if quoted.empty:
            return
        _room(quoted, sources)
        _verbs(quoted)
        _parts(quoted)
        _one_source(desk, quoted, sources)
        st.caption(said.CANNOT_SHOW)


@lru_cache(maxsize=2)
def _told(engine: Any, _version: int) -> pd.DataFrame:
    """Return all statements with their sources; one version for all visitors. Nobody changes it."""
    return with_sources(quoted_frame(engine))


def _chosen(quoted: pd.DataFrame) -> pd.DataFrame:
    """Draw the filters, and return what they leave."""
    parts = {
        "Outlet": quoted["outlet"],
        "Section": quoted["section"],
        "Month": quoted["published"].str[:7],
    }
    with st.container(horizontal=True):
        for label, values in parts.items():
            names = sorted({value for value in values.tolist() if value})
            key = f"sources-{label.lower()}"
            chosen = st.selectbox(label, [None, *names], format_func=_or_all, key=key)
            if chosen is not None:
                quoted = quoted[values.loc[quoted.index] == chosen]
    return quoted


def _or_all(name: str | None) -> str:
    return "All" if name is None else cut(name, 60)


def _downloads(quoted: pd.DataFrame, sources: pd.DataFrame) -> None:
    files = {
        "Sources": ("-sources.csv", sources),
        "Every statement": ("-statements.csv", quoted),
        "Verbs by what they imply": ("-verbs.csv", manners_used(quoted)),
        "Room by month": ("-months.csv", room(quoted, "month")),
        "Room by section": ("-sections.csv", room(quoted, "section")),
    }
    with download_menu():
        for label, (ending, frame) in files.items():
            download(label, "slant-desk", ending, "text/csv", partial(csv_bytes, frame))


def _room(quoted: pd.DataFrame, sources: pd.DataFrame) -> None:
    from dashboard.charts.desk import room_of_sources

    st.header("Who has room", anchor=False)
    colours = palette(st.context.theme.type)
    caption = said.room_caption(sources, quoted["article"].nunique())
    show_chart("room", room_of_sources(sources, colours), caption)
    head = ["Source", "Kind", "Articles", "Statements", "With quotation marks", "Words", "Share"]
    rows = [
        [
            said.source_name(row["speaker"]),
            said.KIND_NAMES[row["kind"]],
            row["articles"],
            row["statements"],
            row["direct"],
            row["words"],
            percent(row["share"]),
            said.verbs_said(row),
        ]
        for row in records(sources.iloc[:_MOST_SOURCES])
    ]
    numbers = (2, 3, 4, 5, 6)
    st.html(table_html("Sources", [*head, "Verbs"], rows, numbers=numbers))
    if len(sources) > _MOST_SOURCES:
        st.caption(f"{counted(len(sources) - _MOST_SOURCES, 'more source')} in the download.")
    if unnamed := described_as(quoted):
        shown = ", ".join(f"“{name}” ×{count:,}" for name, count in unnamed[:_MOST_DESCRIBED])
        st.markdown(for_markdown(f"Without a name: {cut(shown, 1_000)}."))


def _verbs(quoted: pd.DataFrame) -> None:
    from dashboard.charts.desk import verbs_by_manner

    st.header("With which verbs", anchor=False)
    manners = manners_used(quoted)
    figure = verbs_by_manner(manners, palette(st.context.theme.type))
    show_chart("manners", figure, said.manners_caption(manners))
    rows = [
        [
            said.manner_said(row["manner"]),
            row["statements"],
            ", ".join(said.verb_said(*verb) for verb in row["verbs"][:_MOST_VERBS]),
        ]
        for row in records(manners)
    ]
    head = ["What the verb does", "Statements", "Verbs"]
    st.html(table_html("Verbs by what they imply", head, rows, numbers=(1,)))


def _parts(quoted: pd.DataFrame) -> None:
    st.header("By month and section", anchor=False)
    names = ("Articles", "Statements", "Words", "In quotation marks", "Without a name")
    for by in ("month", "section"):
        rows = [
            [
                said.part_said(row["part"], by),
                row["articles"],
                row["statements"],
                row["words"],
                percent(row["quoted_words"] / row["words"]) if row["words"] else "–",
                percent(row["unnamed"] / row["statements"]),
            ]
            for row in records(room(quoted, by))
        ]
        head = [by.capitalize(), *names]
        st.html(table_html(f"Room by {by}", head, rows, numbers=(1, 2, 3, 4, 5)))


def _one_source(desk: Desk, quoted: pd.DataFrame, sources: pd.DataFrame) -> None:
    st.header("What a source says", anchor=False)
    rows = {(row["speaker"], row["kind"]): row for row in records(sources)}
    chosen = st.selectbox(
        "Source",
        list(rows),
        index=None,
        format_func=lambda key: _option(rows, key),
        placeholder="Choose a source to see its statements",
        key="sources-source",
    )
    if chosen not in rows:
        return
    row = rows[chosen]
    verbs = said.verbs_said(row)
    lines = [said.source_said(row), f"Verbs: {verbs}" if verbs else ""]
    for line in filter(None, lines):
        st.markdown(for_markdown(f"{line}."))
    statements(desk.engine, statements_of(quoted, *chosen))


def _option(rows: dict[tuple[str, str], dict[str, Any]], key: tuple[str, str]) -> str:
    name = said.source_name(key[0])
    kind = "" if key[1] == UNNAMED else f", {said.KIND_NAMES[key[1]]}"
    return f"{name}{kind} ({rows[key]['words']:,})" if key in rows else name
