"""The chart of the bands on held-out sentences: how many are in each, how many of them wrong."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from dashboard.charts.figure import Drawing, band_fill, base_figure
from dashboard.charts.palette import BAND_PATTERNS, Palette
from dashboard.model.bands import BandCount

_ROW = 58
"""Pixels a band: a line of text, and below it the bar."""


def bands_held_out(counts: Sequence[BandCount], palette: Palette) -> Drawing:
    """One bar a band, as long as its sentences are many; the part that was wrong is crossed out.

    Each bar has its figures in words above it, so nothing hangs on colour.
    """
    most = max((count.sentences for count in counts), default=1)
    places = [place + 0.18 for place in range(len(counts))]
    figure = base_figure(
        palette,
        height=_ROW * len(counts) + 12,
        barmode="stack",
        dragmode=False,
        hovermode=False,
        margin={"l": 2, "r": 8, "t": 4, "b": 4},
        xaxis={"range": [0, most * 1.02], "visible": False},
        yaxis={"range": [len(counts) - 0.4, -0.5], "visible": False},
        annotations=[_above(count, place) for place, count in enumerate(counts)],
    )
    colours = [palette.bands[count.band] for count in counts]
    hollow = [
        palette.background if count.band == "not loaded" else colour
        for count, colour in zip(counts, colours, strict=True)
    ]
    figure.add(
        "bar",
        orientation="h",
        y=places,
        x=[count.sentences - count.wrong for count in counts],
        width=0.34,
        marker={
            "color": hollow,
            "line": {"color": colours, "width": 1.2},
            "pattern": band_fill([BAND_PATTERNS[count.band] for count in counts], colours, palette),
        },
    )
    return figure.add(
        "bar",
        orientation="h",
        y=places,
        x=[count.wrong for count in counts],
        width=0.34,
        marker={
            "color": palette.background,
            "line": {"color": palette.text, "width": 1.2},
            "pattern": band_fill("x", palette.text, palette),
        },
    )


def _above(count: BandCount, place: int) -> Mapping[str, Any]:
    """Return the line of words above the bar at ``place``."""
    return {
        "text": count.words,
        "x": 0,
        "y": place - 0.08,
        "xanchor": "left",
        "yanchor": "bottom",
        "showarrow": False,
        "font": {"size": 13},
    }
