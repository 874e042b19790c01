"""The charts of the desk: accepted shares by month and by probability, room and verbs of sources.

Pure functions from a frame and a palette to a figure; the titles and the same content in words come
from ``analysis.output.phrasing.desk``. Names are escaped (``dashboard.escaping``).
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

from analysis.desk.shares import GOOD_SHARE
from analysis.desk.speakers import UNNAMED
from analysis.output.export import records
from analysis.output.phrasing.desk.shares import share_said
from analysis.output.phrasing.desk.sources import manner_said, source_name
from analysis.output.phrasing.numerals import counted, percent
from dashboard.charts.figure import LEGEND_ABOVE, Drawing, band_fill, base_figure
from dashboard.charts.palette import Palette
from dashboard.escaping import for_plotly

if TYPE_CHECKING:
    import pandas as pd

MOST_SOURCES = 12
"""Sources that the chart of room shows; the table has them all."""

# A little more than all, so that a dot at an end is not cut off.
_SHARES = {"range": [-0.04, 1.04], "tickformat": ".0%", "tickvals": [0, 0.25, 0.5, 0.75, 1]}


def shares_by_month(months: pd.DataFrame, palette: Palette) -> Drawing:
    """The accepted share of each month as a dot with its interval, and the share from which on a
    check is good as a line.

    ``months`` are rows of ``SHARES`` with a month, of one check.
    """
    rows = records(months)
    names = [row["month"] for row in rows]
    figure = base_figure(
        palette,
        height=200,
        dragmode=False,
        xaxis={"type": "category", "showgrid": False},
        yaxis={"title": {"text": "accepted"}, **_SHARES},
        margin={"l": 56, "r": 8, "t": 8, "b": 28},
        shapes=[_line(GOOD_SHARE, palette)],
        annotations=[_line_label(palette)],
    )
    return figure.add("scatter", x=names, **_dots(rows, names, palette))


def shares_by_band(bands: pd.DataFrame, palette: Palette) -> Drawing:
    """The accepted share of each band of probability as a dot with its interval, and the mean
    probability of its flags as a hollow diamond.

    ``bands`` are rows of ``BY_BAND`` of one check; those without a band are left out.
    """
    rows = [row for row in records(bands) if row["band"]]
    names = [row["band"] for row in rows]
    figure = base_figure(
        palette,
        height=260,
        dragmode=False,
        showlegend=True,
        legend=LEGEND_ABOVE,
        xaxis={
            "type": "category",
            "showgrid": False,
            "title": {"text": "probability that the words are loaded"},
        },
        yaxis={"title": {"text": "accepted"}, **_SHARES},
        margin={"l": 56, "r": 8, "t": 30, "b": 48},
    )
    figure.add("scatter", x=names, name="accepted", **_dots(rows, names, palette))
    return figure.add(
        "scatter",
        x=names,
        y=[row["probability"] for row in rows],
        mode="markers",
        name="mean probability",
        marker={
            "symbol": "diamond-open",
            "size": 11,
            "color": palette.muted,
            "line": {"width": 2},
        },
        hovertemplate="mean probability %{y:.2f}<extra></extra>",
    )


def room_of_sources(sources: pd.DataFrame, palette: Palette) -> Drawing:
    """The words of the sources with most of them, those outside quotation marks hatched.

    ``sources`` is a frame ``SOURCES``; the figure beside a bar is the share of all words of others.
    """
    rows = records(sources)[:MOST_SOURCES]
    names = [_label(row) for row in rows]
    most = max([row["words"] for row in rows], default=1)
    figure = base_figure(
        palette,
        height=56 + 30 * max(len(rows), 1),
        barmode="stack",
        bargap=0.3,
        dragmode=False,
        showlegend=True,
        legend=LEGEND_ABOVE,
        xaxis={"range": [0, max(most, 1) * 1.2], "visible": False},
        yaxis={
            "showgrid": False,
            "automargin": True,
            # Two sources may have the same label: places, not names, part them.
            "tickvals": [*range(len(rows))],
            "ticktext": names,
            "range": [max(len(rows), 1) - 0.4, -0.6],
            "tickfont": {"size": 12, "color": palette.text},
        },
        margin={"l": 8, "r": 8, "t": 30, "b": 8},
    )
    colour = palette.accent
    outside = {
        "color": palette.background,
        "line": {"color": colour, "width": 1.2},
        "pattern": band_fill("/", colour, palette),
    }
    parts: Sequence[tuple[str, dict[str, Any], list[int]]] = (
        ("in quotation marks", {"color": colour}, [row["quoted_words"] for row in rows]),
        ("reported", outside, [row["words"] - row["quoted_words"] for row in rows]),
    )
    for name, marker, values in parts:
        last = name == parts[-1][0]
        figure.add(
            "bar",
            orientation="h",
            y=[*range(len(rows))],
            x=values,
            name=name,
            marker=marker,
            text=[percent(row["share"]) if last else "" for row in rows],
            textposition="outside",
            textfont={"color": palette.text, "size": 12},
            cliponaxis=False,
            customdata=[
                f"{label}: {counted(value, 'word')} {name}"
                for label, value in zip(names, values, strict=True)
            ],
            hovertemplate="%{customdata}<extra></extra>",
        )
    return figure


def verbs_by_manner(manners: pd.DataFrame, palette: Palette) -> Drawing:
    """How many statements have a verb of each manner; neutral ones and those without a verb are
    hollow. ``manners`` is a frame ``MANNERS_USED``."""
    rows = records(manners)
    plain = [row["manner"] in ("", "neutral") for row in rows]
    colour = palette.accent
    figure = base_figure(
        palette,
        height=24 + 30 * max(len(rows), 1),
        bargap=0.3,
        dragmode=False,
        xaxis={
            "range": [0, max([row["statements"] for row in rows], default=1) * 1.35],
            "visible": False,
        },
        yaxis={
            "showgrid": False,
            "automargin": True,
            "autorange": "reversed",
            "tickfont": {"size": 12, "color": palette.text},
        },
        margin={"l": 8, "r": 8, "t": 4, "b": 8},
    )
    return figure.add(
        "bar",
        orientation="h",
        y=[manner_said(row["manner"]) for row in rows],
        x=[row["statements"] for row in rows],
        marker={
            "color": [palette.background if one else colour for one in plain],
            "line": {"color": colour, "width": 1.2},
        },
        text=[f"{row['statements']:,} ({percent(row['share'])})" for row in rows],
        textposition="outside",
        textfont={"color": palette.text, "size": 12},
        cliponaxis=False,
        hoverinfo="skip",
    )


def _dots(rows: Sequence[dict[str, Any]], names: Sequence[str], palette: Palette) -> dict[str, Any]:
    """Return the trace of shares with their intervals."""
    shares = [row["share"] for row in rows]
    return {
        "y": shares,
        "mode": "markers",
        "marker": {"size": 10, "color": palette.accent},
        "error_y": {
            "type": "data",
            "symmetric": False,
            "array": [row["high"] - row["share"] for row in rows],
            "arrayminus": [row["share"] - row["low"] for row in rows],
            "color": palette.accent,
            "thickness": 2,
            "width": 5,
        },
        "customdata": [f"{name}: {share_said(row)}" for name, row in zip(names, rows, strict=True)],
        "hovertemplate": "%{customdata}<extra></extra>",
    }


def _line(share: float, palette: Palette) -> dict[str, Any]:
    return {
        "type": "line",
        "xref": "paper",
        "x0": 0,
        "x1": 1,
        "y0": share,
        "y1": share,
        "line": {"color": palette.muted, "width": 1, "dash": "dash"},
        "layer": "below",
    }


def _line_label(palette: Palette) -> dict[str, Any]:
    return {
        "text": percent(GOOD_SHARE),
        "xref": "paper",
        "x": 1,
        "y": GOOD_SHARE,
        "xanchor": "right",
        "yanchor": "top",
        "showarrow": False,
        "font": {"size": 12, "color": palette.muted},
    }


def _label(row: dict[str, Any]) -> str:
    name = for_plotly(source_name(row["speaker"]), 22, 2)
    return f"<i>{name}</i>" if row["kind"] == UNNAMED else name
