"""The charts of who speaks in an archive, with which verbs, and of where a phrase is, by month.

Pure functions from frames to figures; titles and the same content in words come from
``analysis.output.phrasing.archive``. Names are escaped (``dashboard.escaping``).
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, Any

from analysis.corpus.archive.frames import FEW
from analysis.corpus.archive.questions.months import places, whole
from analysis.output.export import records
from analysis.output.phrasing.archive import finding
from analysis.output.phrasing.archive.sources import (
    FEW_STATEMENTS,
    Source,
    how_often,
    month_said,
    name_said,
)
from dashboard.charts.archive.months import month_axis
from dashboard.charts.figure import Drawing, axis_style, base_figure
from dashboard.charts.palette import Palette
from dashboard.escaping import for_plotly

if TYPE_CHECKING:
    import pandas as pd

_ROW, _LABEL, _FOOT = 72, 24, 30
"""Pixels of a source's row, of the label in it, and of the axis of months below them all."""

_LONGEST_LABEL = 34

_MANY = 36
"""Months from which on points are small."""


def sources_over_time(kind: str, sources: Sequence[Source], palette: Palette) -> Drawing:
    """One small line a source, below each other: its share of all statements of each month.

    All have the same scale, that of the months with enough statements. A month in which nobody
    says anything is a gap; one with few statements is hollow, and a triangle where it goes beyond
    the scale. A point's custom data are the source's name, the month, and what a hover
    says, in this order. ``kind`` is ``speaker`` or ``verb``.
    """
    held = [row for one in sources for row in one.months if row["of_all"]]
    months = places(whole(row["month"] for row in held))
    top = _top(held)
    height = _ROW * max(len(sources), 1) + _FOOT
    layout: dict[str, Any] = {}
    for place in range(len(sources)):
        above = 1 - place * _ROW / (height - _FOOT)
        low, high = above - (_ROW - 6) / (height - _FOOT), above - _LABEL / (height - _FOOT)
        layout[f"yaxis{place + 1 if place else ''}"] = {
            **axis_style(palette),
            "domain": [max(low, 0.0), high],
            "range": [-0.06 * top, 1.1 * top],
            "tickvals": [0, top],
            "tickformat": ".0%",
            "tickfont": {"size": 11, "color": palette.muted},
        }
    figure = base_figure(
        palette,
        height=height,
        dragmode=False,
        hovermode="closest",
        xaxis={
            "showgrid": False,
            "anchor": f"y{len(sources)}" if len(sources) > 1 else "y",
            **_axis(months),
        },
        margin={"l": 44, "r": 28, "t": 0, "b": _FOOT},
        annotations=[
            _label(kind, one, 1 - place * _ROW / (height - _FOOT), palette)
            for place, one in enumerate(sources)
        ],
        **layout,
    )
    for place, one in enumerate(sources):
        figure.add(
            "scatter",
            yaxis=f"y{place + 1}" if place else "y",
            mode="lines+markers",
            connectgaps=False,
            **_line(one, months, top, palette),
        )
    return figure


def months_found(months: pd.DataFrame, palette: Palette) -> Drawing:
    """The share of each month's articles that have a phrase, as bars; rows of ``HITS_OVER_TIME``,
    of which those without a date are left out. A month of few articles has a hollow bar, one
    without any has none."""
    rows = [row for row in records(months) if row["month"]]
    every = places([row["month"] for row in rows])
    colour = palette.accent
    figure = base_figure(
        palette,
        height=170,
        dragmode=False,
        bargap=0.15,
        xaxis={"showgrid": False, **_axis(every)},
        yaxis={
            "title": {"text": "of the articles"},
            "rangemode": "tozero",
            "nticks": 4,
            "tickformat": ".0%",
        },
        margin={"l": 60, "r": 28, "t": 8, "b": _FOOT},
    )
    return figure.add(
        "bar",
        x=[*every.values()],
        y=[row["articles"] / row["of_all"] if row["of_all"] else None for row in rows],
        marker={
            "color": [palette.background if row["of_all"] < FEW else colour for row in rows],
            "line": {"color": colour, "width": 1.2},
        },
        customdata=[f"{row['month']}: {finding.month_said(row)}" for row in rows],
        hovertemplate="%{customdata}<extra></extra>",
    )


def _top(rows: Sequence[dict[str, Any]]) -> float:
    """Return the largest share that the scale has: of months with enough statements, or of all
    where there is none. In a month of two statements a share of one half says nothing."""
    enough = [row for row in rows if row["of_all"] >= FEW_STATEMENTS and row["statements"]]
    counted = enough or [row for row in rows if row["statements"]]
    return max([row["statements"] / row["of_all"] for row in counted], default=1.0)


def _line(
    source: Source, months: Mapping[str, int], top: float, palette: Palette
) -> dict[str, Any]:
    """Return a source's points and how they look."""
    rows = {row["month"]: row for row in source.months if row["of_all"]}
    name = for_plotly(source.name, _LONGEST_LABEL, 2)
    shares, colours, symbols, data = [], [], [], []
    month_at = {place: month for month, place in months.items()}
    axis = range(max(month_at, default=-1) + 1)
    for place in axis:
        month = month_at.get(place, "")  # none where months are left out: the line breaks there
        row = rows.get(month)
        share = row["statements"] / row["of_all"] if row else None
        beyond = share is not None and share > top
        shares.append(top if beyond else share)
        symbols.append("triangle-up" if beyond else "circle")
        few = row is None or row["of_all"] < FEW_STATEMENTS
        colours.append(palette.background if few else palette.accent)
        data.append([source.name, month, f"{name}<br>{month_said(row)}" if row else ""])
    return {
        "x": [*axis],
        "y": shares,
        "customdata": data,
        "hovertemplate": "%{customdata[2]}<extra></extra>",
        "cliponaxis": False,
        "line": {"color": palette.accent, "width": 1.5},
        "marker": {
            "size": 7 if len(months) <= _MANY else 5,
            "symbol": symbols,
            "color": colours,
            "line": {"color": palette.accent, "width": 1.3},
        },
    }


def _label(kind: str, source: Source, top: float, palette: Palette) -> dict[str, Any]:
    name = for_plotly(name_said(kind, source.name), _LONGEST_LABEL, 1)
    about = f" · {source.does}" if source.does else ""
    return {
        "text": f"<b>{name}</b>{about} · {how_often(source.statements, source.articles)}",
        "xref": "paper",
        "yref": "paper",
        "x": 0,
        "y": top,
        "xanchor": "left",
        "yanchor": "top",
        "showarrow": False,
        "font": {"size": 12, "color": palette.text},
    }


def _axis(months: Mapping[str, int]) -> dict[str, Any]:
    return month_axis(months, 8) if months else {"visible": False}
