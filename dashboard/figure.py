"""What all figures have in common: fonts, colours and axes, from a palette."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import plotly.graph_objects as go

from dashboard.palette import SANS, Palette


def base_figure(palette: Palette, height: int, **layout: Any) -> go.Figure:
    """Return an empty figure of ``height`` pixels in the palette's colours.

    ``layout`` is added to its layout. Axes cannot be dragged or zoomed: on a phone that would
    catch the finger that scrolls the page.
    """
    axis = {
        "gridcolor": palette.grid,
        "linecolor": palette.grid,
        "zeroline": False,
        "title": {"font": {"size": 13, "color": palette.muted}, "standoff": 6},
        "tickfont": {"size": 12, "color": palette.muted},
        "fixedrange": True,
    }
    common = {
        # "none" rather than the default template: its 6 kB would travel with every figure.
        "template": "none",
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
        "xaxis": axis,
        "yaxis": axis,
    }
    # Merged here: Figure.update_layout took as long as all the rest of a figure.
    return go.Figure(layout=_merged(common, layout))


def _merged(common: Mapping[str, Any], own: Mapping[str, Any]) -> dict[str, Any]:
    """Return ``common`` with ``own`` laid over it, mappings within likewise."""
    merged = dict(common)
    for name, value in own.items():
        below = merged.get(name)
        if isinstance(below, Mapping) and isinstance(value, Mapping):
            value = _merged(below, value)
        merged[name] = value
    return merged
