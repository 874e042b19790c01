"""The marks that distributions over the articles of an archive are drawn of.

A box is drawn of bars, lines and markers, as a click on a bar or a marker can be told, and one on
plotly's own boxes cannot. ``customdata`` of each mark that can be clicked is the number of its row
in the frame.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

from analysis.output.export import records
from analysis.output.phrasing.archive.notes import value_name
from analysis.output.phrasing.archive.wording import figures_said
from dashboard.charts.figure import Drawing, band_fill
from dashboard.charts.palette import Palette
from dashboard.escaping import for_plotly

if TYPE_CHECKING:
    import pandas as pd

DRAWN = ("outlet", "reported", "quoted")
"""The voices that have boxes of their own, in their order from above."""

Row = dict[str, Any]
"""A row of a frame ``GROUPS``."""


def drawn(groups: pd.DataFrame) -> list[tuple[int, Row]]:
    """Return the rows that are drawn, each with its number in the frame."""
    return [
        (number, row)
        for number, row in enumerate(records(groups))
        if row["voice"] in DRAWN and row["articles"] and row["value"] is not None
    ]


def boxes(
    figure: Drawing,
    shown: Sequence[tuple[int, Row, float]],
    way: str,
    measure: str,
    palette: Palette,
    axis: str = "y",
) -> None:
    """Add the boxes of one voice: rows with their number and place, ``way`` "h" for boxes that lie
    and "v" for boxes that stand."""
    rows = [row for _, row, _ in shown]
    numbers = [number for number, _, _ in shown]
    lies = way == "h"
    # Beside the box, below it where it lies: on it neither would be seen well.
    box, value = (-0.12, 0.3)
    along, across = ("x", "y") if lies else ("y", "x")
    colours = [palette.muted if row["few"] else palette.accent for row in rows]
    # On a full box a dark stroke would not be seen.
    strokes = [
        palette.background if row["voice"] == "outlet" and not row["few"] else palette.text
        for row in rows
    ]
    whole = {"yaxis": axis}

    def at(offset: float) -> list[float]:
        return [place + offset for _, _, place in shown]

    whiskers: list[float | None] = []
    places: list[float | None] = []
    for row, place in zip(rows, at(box), strict=True):
        whiskers += [row["p05"], row["p25"], None, row["p75"], row["p95"], None]
        places += [place, place, None, place, place, None]
    figure.add(
        "scatter",
        **{along: whiskers, across: places},
        mode="lines",
        line={"color": palette.muted, "width": 1.2},
        hoverinfo="skip",
        **whole,
    )
    hover = [
        for_plotly(f"{value_name(row['group'])}, {figures_said(row, measure)}", 46, 9)
        for row in rows
    ]
    marks = {
        "customdata": numbers,
        "hovertext": hover,
        "hovertemplate": "%{hovertext}<extra></extra>",
        # The rest is not dimmed: a click leads to the sentences.
        "unselected": {"marker": {"opacity": 1}},
        **whole,
    }
    voice = rows[0]["voice"]
    figure.add(
        "bar",
        orientation=way,
        **{across: at(box), along: [row["p75"] - row["p25"] for row in rows]},
        base=[row["p25"] for row in rows],
        width=0.46,
        marker=_fill(voice, colours, rows, palette),
        **marks,
    )
    figure.add(
        "scatter",
        **{across: at(box), along: [row["p50"] for row in rows]},
        mode="markers",
        marker={
            "symbol": "line-ns" if lies else "line-ew",
            "size": 12,
            "line": {"color": strokes, "width": 2.5},
        },
        hoverinfo="skip",
        **whole,
    )
    figure.add(
        "scatter",
        **{across: at(value), along: [row["value"] for row in rows]},
        **{f"error_{along}": _interval(rows, palette)},
        mode="markers",
        marker={
            "symbol": "diamond",
            "size": 9,
            "color": colours,
            "line": {"color": palette.background, "width": 1},
        },
        **marks,
    )


def scale(groups: pd.DataFrame, measure: str) -> dict[str, Any]:
    """Return the axis of a measure: all that is drawn, and zero."""
    parts = groups[["p05", "p95", "low", "high", "value"]]
    known = [value for one in parts.columns for value in parts[one].dropna().tolist()]
    low, high = min(known, default=0.0), max(known, default=0.0)
    low, high = min(low, 0.0), max(high, 0.05)
    if measure == "tone":
        low, high = min(low, -0.1), max(high, 0.1)
    space = (high - low) * 0.04
    ticks = {"tickformat": ".1f"} if measure == "tone" else {"tickformat": ".0%"}
    zero = {"zeroline": measure == "tone", "zerolinewidth": 1}
    return {"range": [low - space, high + space], "nticks": 7, **ticks, **zero}


def _interval(rows: Sequence[Row], palette: Palette) -> dict[str, Any]:
    ends = [(row["low"], row["value"], row["high"]) for row in rows]
    known = [(0, 0, 0) if None in one else one for one in ends]
    return {
        "type": "data",
        "symmetric": False,
        "array": [high - value for _, value, high in known],
        "arrayminus": [value - low for low, value, _ in known],
        "color": palette.text,
        "thickness": 1.5,
        "width": 4,
    }


def _fill(voice: str, colours: list[str], rows: Sequence[Row], palette: Palette) -> dict[str, Any]:
    """Return how boxes of a voice are filled: own voice full, reported hatched, quoted hollow; all
    of few articles are grey."""
    line = {"line": {"color": colours, "width": 1.2}}
    if voice == "outlet":
        return {"color": [palette.grid if row["few"] else palette.accent for row in rows], **line}
    if voice == "reported":
        fill = band_fill(["/"] * len(colours), colours, palette)
        return {"color": palette.background, "pattern": fill, **line}
    return {"color": palette.background, **line}
