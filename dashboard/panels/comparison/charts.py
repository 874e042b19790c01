"""The charts of a comparison on the page: made once per comparison and theme."""

from __future__ import annotations

from typing import TYPE_CHECKING

import streamlit as st

from analysis.output.export import records
from analysis.output.phrasing.comparison import charts as said
from dashboard.charts.palette import palette
from dashboard.panels.charts import STRIPS, Chart, show
from dashboard.server.cached_with import cached_with
from dashboard.session.comparing.opening import select

if TYPE_CHECKING:
    from analysis import Comparison

MOST_SPEAKERS = 12
"""Most speakers in a chart: those that come first in their frame."""

MOST_DIFFERENCES = 9
"""Most differences in a chart: those of whole articles, the clear ones, then the largest."""


def strips(comparison: Comparison) -> None:
    """Draw the strips of all articles; a click on a bar selects its sentence."""
    theme = _theme()
    chart = cached_with(comparison, (STRIPS, theme), lambda: _strips(theme, comparison))
    show(chart, on_click=_select_clicked)


def _select_clicked() -> None:
    """Select the sentence of the bar that was clicked; the bar's trace is the article."""
    points = st.session_state[STRIPS].selection.points
    if points:
        select((int(points[0]["curve_number"]), int(points[0]["point_index"])))


def differences(comparison: Comparison, pair: tuple[int, int]) -> None:
    """Draw the differences between two articles, if there are any."""
    theme = _theme()
    chart = cached_with(
        comparison, ("differences", pair, theme), lambda: _differences(theme, comparison, pair)
    )
    if chart is not None:
        show(chart)


def room(comparison: Comparison) -> None:
    """Draw how much of each article its speakers are given, if any speaks."""
    theme = _theme()
    chart = cached_with(comparison, ("room", theme), lambda: _room(theme, comparison))
    if chart is not None:
        show(chart)


def _theme() -> str:
    return st.context.theme.type or "light"


def _strips(theme: str, comparison: Comparison) -> Chart:
    from dashboard.charts import comparison as drawn

    frames = [article.sentences for article in comparison.articles]
    return Chart(STRIPS, drawn.strips(frames, palette(theme)), said.strips_caption(frames))


def _differences(theme: str, comparison: Comparison, pair: tuple[int, int]) -> Chart | None:
    from dashboard.charts import comparison as drawn

    found = comparison.differences
    rows = records(
        found[(found["article_a"] == pair[0]) & (found["article_b"] == pair[1])].dropna(
            subset=["difference", "low", "high"]
        )
    )
    kept = sorted(
        rows, key=lambda row: (bool(row["subject"]), not row["clear"], -abs(row["difference"]))
    )[:MOST_DIFFERENCES]
    shown = [row for row in rows if row in kept]
    if not shown:
        return None
    figure = drawn.differences(shown, palette(theme))
    return Chart("differences", figure, said.differences_caption(shown, pair))


def _room(theme: str, comparison: Comparison) -> Chart | None:
    from dashboard.charts import comparison as drawn

    rows = [row for row in records(comparison.speakers) if row["speaker"]]
    names = [*dict.fromkeys(row["speaker"] for row in rows)][:MOST_SPEAKERS]
    shown = [row for row in rows if row["speaker"] in names]
    if not shown:
        return None
    count = len(comparison.articles)
    return Chart("room", drawn.room(shown, count, palette(theme)), said.room_caption(shown, count))
