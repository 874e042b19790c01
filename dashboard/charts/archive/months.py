"""How a measure is distributed over the articles of each month: boxes that stand, side by side.

A pure function from a frame ``GROUPS`` and a palette to a figure; captions come from
``analysis.output.phrasing.archive``.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any

from analysis.corpus.archive.questions.months import places
from analysis.output.phrasing.archive.names import UNDATED
from analysis.output.phrasing.labels import VOICE_NAMES
from dashboard.charts.archive.marks import DRAWN, boxes, drawn, scale
from dashboard.charts.figure import Drawing, axis_style, base_figure
from dashboard.charts.palette import Palette

if TYPE_CHECKING:
    import pandas as pd


def boxes_by_month(groups: pd.DataFrame, measure: str, palette: Palette) -> Drawing:
    """Boxes as ``boxes_of_groups`` has them, of the months from left to right: a panel
    for each voice, and below them how many articles each month has. A month without
    articles is a gap.

    ``groups`` is a frame ``GROUPS`` by month.
    """
    rows = drawn(groups)
    months = places(list(dict.fromkeys(groups["group"])))
    measured = scale(groups, measure)
    panels = (*DRAWN, "articles")
    heights = (0.27, 0.27, 0.27, 0.1)
    layout: dict[str, Any] = {}
    top = 1.0
    for number, (panel, height) in enumerate(zip(panels, heights, strict=True), start=1):
        axis = {**axis_style(palette), "domain": [max(top - height, 0), top]}
        own = {"rangemode": "tozero", "nticks": 3} if panel == "articles" else measured
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
            "anchor": "y4",
            "showgrid": False,
            "ticklabeloverflow": "allow",
            **month_axis(months, 12),
        },
        margin={"l": 52, "r": 28, "t": 22, "b": 44},
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
            (number_of_row, row, float(months[row["group"]]))
            for number_of_row, row in rows
            if row["voice"] == voice
        ]
        if of_voice:
            boxes(figure, of_voice, "v", measure, palette, axis=f"y{number}" if number > 1 else "y")
    counts = {row["group"]: row["articles"] for _, row in rows if row["voice"] == "outlet"}
    return figure.add(
        "bar",
        x=[*months.values()],
        y=[counts.get(month, 0) for month in months],
        yaxis="y4",
        marker={"color": palette.muted},
        hovertemplate="%{y:,} articles<extra></extra>",
    )


def month_axis(months: Mapping[str, int], most: int) -> dict[str, Any]:
    """Return the ends and the ticks of an axis on which ``months`` have their places: at most
    ``most`` names at even distances, and one for each month before which others are left out."""
    step = -(-max(len(months), 1) // most)
    shown: list[str] = []
    before = -1
    for month, place in months.items():
        if shown and place > before + 1:
            # Its own name matters more than one that would stand close before it.
            if len(shown) > 1 and place - months[shown[-1]] <= step / 2 + 1:
                shown.pop()
            shown.append(month)
        elif not shown or place - months[shown[-1]] >= step:
            shown.append(month)
        before = place
    return {
        "range": [-0.6, max(months.values(), default=0) + 0.6],
        "tickvals": [months[month] for month in shown],
        "ticktext": [month or UNDATED for month in shown],
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
