"""The readability chart: an article's measures beside named reference levels."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from analysis.output.phrasing.measures import EASE_LEVELS, GRADES, MEASURES
from dashboard.charts.figure import Drawing, base_figure
from dashboard.charts.palette import Palette

if TYPE_CHECKING:
    import pandas as pd

GRADES_SHOWN = 20
"""The axis of school years ends here; what lies beyond is drawn at its end, with its value."""


@dataclass(frozen=True)
class GradeLevel:
    """A reference in school years: its ``value`` and its ``name``, two lines on the axis."""

    value: float
    name: str


GRADE_LEVELS: tuple[GradeLevel, ...] = (
    GradeLevel(8, "public<br>guides"),  # what public-information guides aim at
    GradeLevel(12, "end of<br>school"),
    GradeLevel(16, "first<br>degree"),
)


def readability(article: pd.DataFrame, palette: Palette) -> Drawing:
    """Readability measures of the one-row ``article`` frame beside named reference levels.

    Above, Flesch Reading Ease on its scale of 0 to 100 with the levels of Flesch (1949); below,
    the measures given in US school years. A measure that cannot say (NaN) is left out.
    """
    row = article.iloc[0]
    grades = [name for name in GRADES if row[name] == row[name]]
    figure = base_figure(
        palette,
        height=168 + 26 * max(len(grades), 1),
        dragmode=False,
        hovermode="closest",
        margin={"l": 104, "r": 12, "t": 24, "b": 56},
        xaxis={"range": [0, 100], "side": "top", "tickvals": [0, 30, 50, 60, 70, 80, 90, 100]},
        yaxis=_names(palette, ["reading ease"]) | {"domain": [0.8, 1], "range": [-0.5, 0.5]},
        xaxis2={
            "anchor": "y2",
            "range": [0, GRADES_SHOWN],
            "gridcolor": palette.muted,
            "griddash": "dot",
            "zeroline": False,
            "fixedrange": True,
            "tickangle": 0,
            "tickfont": {"size": 12, "color": palette.muted},
            "tickvals": [level.value for level in GRADE_LEVELS],
            "ticktext": [f"{level.value:.0f}<br>{level.name}" for level in GRADE_LEVELS],
        },
        yaxis2=_names(palette, [MEASURES[name].short for name in grades])
        | {"domain": [0, 0.6], "anchor": "x2", "range": [len(grades) - 0.5, -0.5]},
        shapes=[
            {
                "type": "rect",
                "x0": level.low,
                "x1": level.high,
                "y0": -0.5,
                "y1": 0.5,
                "layer": "below",
                "line": {"width": 0},
                "fillcolor": palette.raised if index % 2 else palette.grid,
            }
            for index, level in enumerate(EASE_LEVELS)
        ],
        annotations=[
            {
                "text": text,
                "x": x,
                "y": 0.79,
                "yref": "paper",
                "yanchor": "top",
                "showarrow": False,
                "font": {"size": 12, "color": palette.muted},
            }
            for x, text in ((25, "difficult"), (65, "plain"), (90, "easy"))
        ],
    )
    ease = row["flesch_reading_ease"]
    if ease == ease:
        figure.add("scatter", **_dots([ease], 100, "Flesch Reading Ease", palette))
    years = _dots([row[name] for name in grades], GRADES_SHOWN, "US school years", palette)
    return figure.add("scatter", **years, xaxis="x2", yaxis="y2")


def _names(palette: Palette, names: Sequence[str]) -> dict[str, Any]:
    """Return an axis with one name a line, from 0."""
    return {
        "tickvals": list(range(len(names))),
        "ticktext": list(names),
        "tickfont": {"size": 12, "color": palette.text},
        "showgrid": False,
        "zeroline": False,
        "fixedrange": True,
    }


def _dots(values: Sequence[float], end: float, unit: str, palette: Palette) -> dict[str, Any]:
    """Return a trace: a diamond a line at ``values``, with its figure, on an axis 0 to ``end``."""
    places = [min(max(value, 0), end) for value in values]
    return {
        "x": places,
        "y": list(range(len(places))),
        "mode": "markers+text",
        "marker": {"symbol": "diamond", "size": 11, "color": palette.accent},
        "text": [f" {value:.0f} " for value in values],
        # Near the end there is no room to the right of the diamond.
        "textposition": ["middle left" if x > 0.9 * end else "middle right" for x in places],
        "textfont": {"color": palette.text, "size": 13},
        "hovertemplate": f"{unit}: %{{text}}<extra></extra>",
    }
