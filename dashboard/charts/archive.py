"""The charts of an archive: how a measure is distributed over the articles of its groups.

Pure functions from a frame ``GROUPS`` and a palette to a figure; captions come from
``analysis.output.phrasing.archive``. A box is drawn of bars, lines and markers, as a click on a bar
or a marker can be told, and one on plotly's own boxes cannot. ``customdata`` of each mark that can
be clicked is the number of its row in the frame.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

from analysis.output.export import records
from analysis.output.phrasing.archive.names import MEASURE_AXES, UNDATED
from analysis.output.phrasing.archive.notes import value_name
from analysis.output.phrasing.archive.wording import figures_said
from analysis.output.phrasing.labels import VOICE_NAMES
from dashboard.charts.figure import Drawing, band_fill, base_figure
from dashboard.charts.palette import Palette
from dashboard.escaping import for_plotly

if TYPE_CHECKING:
    import pandas as pd

DRAWN = ("outlet", "reported", "quoted")
"""The voices that have boxes of their own, in their order from above."""

_ROW, _HEAD = 24, 22
"""Height of a box with its value, and of a group's name above its boxes, in pixels."""

_Row = dict[str, Any]


def boxes_of_groups(groups: pd.DataFrame, measure: str, palette: Palette) -> Drawing:
    """A row of boxes for each group and voice: a line from the 5th to the 95th percentile of its
    articles, a box over the middle half, a stroke at the median; below it, as a diamond with its
    interval, the value of all its sentences together.

    ``groups`` is a frame ``GROUPS``, drawn in its order. Rows of few articles are grey.
    """
    drawn = _drawn(groups)
    names = list(dict.fromkeys(row["group"] for _, row in drawn))
    height = _HEAD / _ROW + len(DRAWN) + 0.3
    tops = {name: place * height for place, name in enumerate(names)}

    def place(row: _Row) -> float:
        return tops[row["group"]] + _HEAD / _ROW + DRAWN.index(row["voice"]) + 0.4

    full = max(len(names), 1) * height
    figure = base_figure(
        palette,
        height=round(full * _ROW) + 62,
        barmode="overlay",
        dragmode=False,
        hovermode="closest",
        clickmode="event+select",
        xaxis={
            **_scale(groups, measure),
            "side": "top",
            "title": {"text": MEASURE_AXES[measure], "standoff": 4},
        },
        yaxis={
            "range": [full, 0],
            "showgrid": False,
            "tickvals": [place(row) for _, row in drawn],
            "ticktext": [_row_label(row) for _, row in drawn],
            "tickfont": {"size": 12, "color": palette.text},
            "ticklabelstandoff": 4,
        },
        margin={"l": 128, "r": 12, "t": 52, "b": 8},
        annotations=[_name(name, top, palette) for name, top in tops.items()],
        shapes=[_rule(top, palette) for top in list(tops.values())[1:]],
    )
    shown = [(number, row, place(row)) for number, row in drawn]
    for voice in DRAWN:
        of_voice = [one for one in shown if one[1]["voice"] == voice]
        if of_voice:
            _boxes(figure, of_voice, "h", measure, palette)
    return figure


def boxes_by_month(groups: pd.DataFrame, measure: str, palette: Palette) -> Drawing:
    """The same over the months, from left to right: a panel for each voice, and below them how
    many articles each month has. A month without articles is a gap.

    ``groups`` is a frame ``GROUPS`` by month.
    """
    drawn = _drawn(groups)
    months = list(dict.fromkeys(groups["group"]))
    scale = _scale(groups, measure)
    panels = (*DRAWN, "articles")
    heights = (0.27, 0.27, 0.27, 0.1)
    layout: dict[str, Any] = {}
    top = 1.0
    for number, (panel, height) in enumerate(zip(panels, heights, strict=True), start=1):
        axis = {
            "domain": [max(top - height, 0), top],
            "gridcolor": palette.grid,
            "zeroline": False,
            "fixedrange": True,
            "tickfont": {"size": 12, "color": palette.muted},
        }
        own = {"rangemode": "tozero", "nticks": 3} if panel == "articles" else scale
        layout["yaxis" if number == 1 else f"yaxis{number}"] = {**axis, **own}
        top -= height + 0.03
    figure = base_figure(
        palette,
        height=620,
        barmode="overlay",
        dragmode=False,
        hovermode="closest",
        clickmode="event+select",
        xaxis={
            "range": [-0.6, max(len(months), 1) - 0.4],
            "anchor": "y4",
            "showgrid": False,
            **_month_ticks(months),
        },
        margin={"l": 52, "r": 8, "t": 22, "b": 44},
        annotations=[
            _panel_name(
                VOICE_NAMES.get(panel, "articles (own voice)"),
                layout["yaxis" if number == 1 else f"yaxis{number}"]["domain"][1],
                palette,
            )
            for number, panel in enumerate(panels, start=1)
        ],
        **layout,
    )
    for number, voice in enumerate(DRAWN, start=1):
        of_voice = [
            (place, row, float(months.index(row["group"])))
            for place, row in drawn
            if row["voice"] == voice
        ]
        if of_voice:
            _boxes(
                figure, of_voice, "v", measure, palette, axis=f"y{number}" if number > 1 else "y"
            )
    counts = {row["group"]: row["articles"] for _, row in drawn if row["voice"] == "outlet"}
    return figure.add(
        "bar",
        x=[*range(len(months))],
        y=[counts.get(month, 0) for month in months],
        yaxis="y4",
        marker={"color": palette.muted},
        hovertemplate="%{y:,} articles<extra></extra>",
    )


def _drawn(groups: pd.DataFrame) -> list[tuple[int, _Row]]:
    """Return the rows that are drawn, each with its number in the frame."""
    return [
        (number, row)
        for number, row in enumerate(records(groups))
        if row["voice"] in DRAWN and row["articles"] and row["value"] is not None
    ]


def _boxes(
    figure: Drawing,
    shown: Sequence[tuple[int, _Row, float]],
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


def _interval(rows: Sequence[_Row], palette: Palette) -> dict[str, Any]:
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


def _fill(voice: str, colours: list[str], rows: Sequence[_Row], palette: Palette) -> dict[str, Any]:
    """Return how boxes of a voice are filled: own voice full, reported hatched, quoted hollow; all
    of few articles are grey."""
    line = {"line": {"color": colours, "width": 1.2}}
    if voice == "outlet":
        return {"color": [palette.grid if row["few"] else palette.accent for row in rows], **line}
    if voice == "reported":
        fill = band_fill(["/"] * len(colours), colours, palette)
        return {"color": palette.background, "pattern": fill, **line}
    return {"color": palette.background, **line}


def _scale(groups: pd.DataFrame, measure: str) -> dict[str, Any]:
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


def _row_label(row: _Row) -> str:
    """Return what stands beside a box: voice and number of articles; ``few`` in words too."""
    few = ", few" if row["few"] else ""
    return f"{VOICE_NAMES[row['voice']]}, n={row['articles']:,}{few}"


def _month_ticks(months: Sequence[str]) -> dict[str, Any]:
    """Return ticks of a month axis: at most twelve names."""
    step = -(-max(len(months), 1) // 12)
    places = [*range(0, len(months), step)]
    return {"tickvals": places, "ticktext": [months[place] or UNDATED for place in places]}


def _name(name: str, top: float, palette: Palette) -> dict[str, Any]:
    return {
        "text": f"<b>{for_plotly(value_name(name), 48, 1)}</b>",
        "xref": "paper",
        "x": 0,
        "xanchor": "left",
        "xshift": -124,
        "y": top,
        "yanchor": "top",
        "showarrow": False,
        "font": {"size": 13, "color": palette.text},
    }


def _rule(top: float, palette: Palette) -> dict[str, Any]:
    return {
        "type": "line",
        "xref": "paper",
        "x0": 0,
        "x1": 1,
        "y0": top,
        "y1": top,
        "line": {"color": palette.grid, "width": 1},
        "layer": "below",
    }


def _panel_name(name: str, top: float, palette: Palette) -> dict[str, Any]:
    return {
        "text": f"<b>{name}</b>",
        "xref": "paper",
        "x": 0,
        "xanchor": "left",
        "yref": "paper",
        "y": top,
        "yanchor": "bottom",
        "showarrow": False,
        "font": {"size": 12, "color": palette.text},
    }
