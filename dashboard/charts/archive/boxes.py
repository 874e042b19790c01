"""How a measure is distributed over the articles of each group: boxes that lie, below one another.

A pure function from a frame ``GROUPS`` and a palette to a figure; captions come from
``analysis.output.phrasing.archive``.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from analysis.output.phrasing.archive.names import MEASURE_AXES
from analysis.output.phrasing.archive.notes import value_name
from analysis.output.phrasing.labels import VOICE_NAMES
from dashboard.charts.archive.marks import DRAWN, Row, boxes, drawn, scale
from dashboard.charts.figure import Drawing, base_figure
from dashboard.charts.palette import Palette
from dashboard.escaping import for_plotly

if TYPE_CHECKING:
    import pandas as pd

_ROW, _HEAD = 24, 22
"""Height of a box with its value, and of a group's name above its boxes, in pixels."""


def boxes_of_groups(groups: pd.DataFrame, measure: str, palette: Palette) -> Drawing:
    """A row of boxes for each group and voice: a line from the 5th to the 95th percentile of its
    articles, a box over the middle half, a stroke at the median; below it, as a diamond with its
    interval, the value of all its sentences together.

    ``groups`` is a frame ``GROUPS``, drawn in its order. Rows of few articles are grey.
    """
    rows = drawn(groups)
    names = list(dict.fromkeys(row["group"] for _, row in rows))
    height = _HEAD / _ROW + len(DRAWN) + 0.3
    tops = {name: place * height for place, name in enumerate(names)}

    def place(row: Row) -> float:
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
            **scale(groups, measure),
            "side": "top",
            "title": {"text": MEASURE_AXES[measure], "standoff": 4},
        },
        yaxis={
            "range": [full, 0],
            "showgrid": False,
            "tickvals": [place(row) for _, row in rows],
            "ticktext": [_row_label(row) for _, row in rows],
            "tickfont": {"size": 12, "color": palette.text},
            "ticklabelstandoff": 4,
            # Else each label is measured, twice, for one that might reach beyond the chart.
            "ticklabeloverflow": "allow",
        },
        margin={"l": 128, "r": 12, "t": 52, "b": 8},
        annotations=[_name(name, top, palette) for name, top in tops.items()],
        shapes=[_rule(top, palette) for top in list(tops.values())[1:]],
    )
    shown = [(number, row, place(row)) for number, row in rows]
    for voice in DRAWN:
        of_voice = [one for one in shown if one[1]["voice"] == voice]
        if of_voice:
            boxes(figure, of_voice, "h", measure, palette)
    return figure


def _row_label(row: Row) -> str:
    """Return what stands beside a box: voice and number of articles; ``few`` in words too."""
    few = ", few" if row["few"] else ""
    return f"{VOICE_NAMES[row['voice']]}, n={row['articles']:,}{few}"


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
