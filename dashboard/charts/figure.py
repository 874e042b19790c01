"""What all figures have in common: fonts, colours and axes, from a palette."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any

from plotly.basedatatypes import BaseFigure

from dashboard.charts.palette import SANS, Palette

if TYPE_CHECKING:
    import plotly.graph_objects as go


LEGEND_ABOVE = {
    "orientation": "h",
    "y": 1.02,
    "yanchor": "bottom",
    "x": 0,
    "traceorder": "normal",
    "font": {"size": 12},
}
"""A legend in one line above the chart, in the order of the traces."""


class Drawing(BaseFigure):  # type: ignore[misc]  # plotly has no types
    """A Plotly figure as the dictionary that the browser gets, without plotly's objects.

    Those check every property while they are made, and are turned back into a dictionary at each
    run of the page: for the six charts of an article that was a fifth of all work on it. The
    tests have every chart ``checked``.
    """

    def __init__(self, layout: dict[str, Any]) -> None:
        # Not BaseFigure's own: it makes the objects.
        self._figure: dict[str, Any] = {"data": [], "layout": layout}

    def add(self, kind: str, **trace: Any) -> Drawing:
        """Add a trace of the ``kind`` plotly.js knows (``bar``, ``scatter``); return the figure."""
        self._figure["data"].append({"type": kind, **trace})
        return self

    def to_dict(self) -> dict[str, Any]:
        """Return the figure as plotly.js reads it, the same object each time."""
        return self._figure

    def checked(self) -> go.Figure:
        """Return plotly's own figure; it raises ValueError for a property it does not know."""
        import plotly.graph_objects as go

        return go.Figure(self._figure)


def base_figure(palette: Palette, height: int, **layout: Any) -> Drawing:
    """Return an empty figure of ``height`` pixels in the palette's colours.

    ``layout`` is added to its layout. Axes cannot be dragged or zoomed: on a phone that would
    catch the finger that scrolls the page.
    """
    common = {
        # Streamlit has each figure drawn twice, the second time from a copy. So plotly takes the
        # copy's data for the same, and does not draw all marks again; an empty template would make
        # it do so. Another figure is another element for Streamlit, and begins anew.
        "datarevision": 1,
        "height": height,
        "margin": {"l": 44, "r": 8, "t": 8, "b": 40},
        "font": {"family": SANS, "size": 13, "color": palette.text},
        "paper_bgcolor": "rgba(0,0,0,0)",
        "plot_bgcolor": "rgba(0,0,0,0)",
        "showlegend": False,
        "hoverlabel": {
            "bgcolor": palette.raised,
            "bordercolor": palette.muted,
            "font": {"family": SANS, "size": 13, "color": palette.text},
            "align": "left",
        },
        "xaxis": axis_style(palette),
        "yaxis": axis_style(palette),
    }
    return Drawing(layout=_merged(common, layout))


def axis_style(palette: Palette) -> dict[str, Any]:
    """Return how every axis looks; a figure's first two have it, further ones need it."""
    return {
        "gridcolor": palette.grid,
        "linecolor": palette.grid,
        "zeroline": False,
        "title": {"font": {"size": 13, "color": palette.muted}, "standoff": 6},
        "tickfont": {"size": 12, "color": palette.muted},
        "fixedrange": True,
    }


def whole_number_axis(count: int) -> dict[str, Any]:
    """Return an axis for sentences or paragraphs 1 to ``count``, with ticks at whole numbers."""
    ticks = {"dtick": 1} if count <= 10 else {"nticks": 10}
    return {"range": [0.4, max(count, 1) + 0.6], "showgrid": False, "tickformat": "d", **ticks}


def band_fill(shape: str | list[str], colour: str | list[str], palette: Palette) -> dict[str, Any]:
    """Return how bars of a band are filled: one shape and colour for all, or one for each."""
    return {
        "shape": shape,
        "fgcolor": colour,
        "bgcolor": palette.background,
        "fillmode": "replace",
        "size": 5,
        "solidity": 0.45,
    }


def _merged(common: Mapping[str, Any], own: Mapping[str, Any]) -> dict[str, Any]:
    """Return ``common`` with ``own`` laid over it, mappings within likewise."""
    merged = dict(common)
    for name, value in own.items():
        below = merged.get(name)
        if isinstance(below, Mapping) and isinstance(value, Mapping):
            value = _merged(below, value)
        merged[name] = value
    return merged
