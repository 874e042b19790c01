"""Charts of the How it works page: scores beside baselines, calibration, gaps between names."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from analysis.output.phrasing.numerals import counted, percent
from dashboard.charts.figure import Drawing, base_figure
from dashboard.charts.palette import Palette
from dashboard.escaping import for_plotly
from dashboard.model.facts import SYSTEMS
from dashboard.model.names_alike import KINDS, SCORES

_SYMBOLS = {
    "slant": "diamond",
    "tfidf_logistic": "circle",
    "vader": "square-open",
    "majority": "x-thin-open",
}
_ROW = 76
"""Pixels per test: a line of text, and below it the scores."""


def _rows_figure(
    titles: Sequence[str],
    palette: Palette,
    *,
    below: float,
    xaxis: Mapping[str, Any],
    order: str = "normal",
    notes: Sequence[Mapping[str, Any]] = (),
) -> Drawing:
    """Return a figure with a row for each of ``titles``, from the top at y = 0, 1, …, no marks yet.

    Each title (plain text) stands at the left above its row's marks. ``below`` is the room under
    the last row, in rows; ``order`` that of the legend; ``notes`` are more annotations.
    """
    return base_figure(
        palette,
        height=_ROW * len(titles) + 96,
        dragmode=False,
        hovermode="closest",
        showlegend=True,
        legend={
            "orientation": "h",
            # Of the whole picture: held against the plot, a legend that took two lines stayed
            # where it was, over the first row, when a wider window left it one.
            "yref": "container",
            "y": 1,
            "yanchor": "top",
            "x": 0,
            "traceorder": order,
            "font": {"size": 13},
        },
        margin={"l": 8, "r": 12, "t": 56, "b": 40},
        xaxis=xaxis,
        yaxis={"range": [len(titles) - 1 + below, -0.6], "visible": False},
        annotations=[
            *(
                {
                    "text": for_plotly(title, 46, 2),
                    "x": 0,
                    "y": place - 0.06,
                    "xanchor": "left",
                    "yanchor": "bottom",
                    "align": "left",
                    "showarrow": False,
                    "bgcolor": palette.background,
                    "font": {"size": 13},
                }
                for place, title in enumerate(titles)
            ),
            *notes,
        ],
    )


def scores(table: Sequence[Mapping[str, Any]], palette: Palette) -> Drawing:
    """One line per test of ``metrics["table"]``: the score of each system with its interval.

    Scores run from 0 to 1. The model is a filled diamond, the baselines have shapes of their own.
    """
    figure = _rows_figure(
        [f"{row['task']} · {row['metric']} · {row['rows']:,} rows" for row in table],
        palette,
        below=0.4,
        order="reversed",
        xaxis={"range": [0, 1], "tickvals": [0, 0.25, 0.5, 0.75, 1], "title": {"text": "score"}},
    )
    for system in reversed(SYSTEMS):
        marks = [row["scores"][system] for row in table]
        colour = palette.accent if system == "slant" else palette.muted
        figure.add(
            "scatter",
            x=[mark["value"] for mark in marks],
            y=[place + 0.14 for place in range(len(table))],
            name=SYSTEMS[system],
            mode="markers",
            marker={
                "symbol": _SYMBOLS[system],
                "size": 12 if system == "slant" else 9,
                "color": colour,
                "line": {"width": 1.6, "color": colour},
            },
            error_x={
                "type": "data",
                "symmetric": False,
                "array": [mark["high"] - mark["value"] for mark in marks],
                "arrayminus": [mark["value"] - mark["low"] for mark in marks],
                "color": colour,
                "thickness": 1.4,
                "width": 3,
            },
            hovertext=[
                f"{SYSTEMS[system]}: {mark['value']:.3f} ({mark['low']:.3f} to {mark['high']:.3f})"
                for mark in marks
            ],
            hovertemplate="%{hovertext}<extra></extra>",
        )
    return figure


def reliability(bins: Sequence[Mapping[str, float]], palette: Palette) -> Drawing:
    """How often the model was right (0 to 1) at each confidence; both agree on the dotted line.

    ``bins`` is ``metrics["calibration"][...]["bins"]``; a disc's area is its number of rows.
    """
    most = max((bin_["rows"] for bin_ in bins), default=1)
    figure = base_figure(
        palette,
        height=340,
        dragmode=False,
        hovermode="closest",
        margin={"l": 60, "r": 12, "t": 12, "b": 48},
        xaxis={"range": [0, 1], "tickformat": ".0%", "title": {"text": "probability given"}},
        yaxis={"range": [0, 1.03], "tickformat": ".0%", "title": {"text": "share that was so"}},
    )
    figure.add(
        "scatter",
        x=[0, 1],
        y=[0, 1],
        mode="lines",
        line={"color": palette.muted, "dash": "dot", "width": 1.5},
        hoverinfo="skip",
    )
    return figure.add(
        "scatter",
        x=[bin_["confidence"] for bin_ in bins],
        y=[bin_["correct"] for bin_ in bins],
        mode="markers+lines",
        line={"color": palette.accent, "width": 1.5},
        marker={
            "color": palette.accent,
            "size": [6 + 14 * (bin_["rows"] / most) ** 0.5 for bin_ in bins],
        },
        hovertext=[
            f"given {percent(bin_['confidence'])}, so in {percent(bin_['correct'])} of "
            f"{counted(int(bin_['rows']), 'row')}"
            for bin_ in bins
        ],
        hovertemplate="%{hovertext}<extra></extra>",
    )


_GAP_SYMBOLS = {"loaded": "diamond", "tone": "circle-open"}
_GAP_OFFSETS = {"loaded": 0.08, "tone": 0.34}


def name_gaps(invariance: Mapping[str, Any], palette: Palette) -> Drawing:
    """Per kind of names the largest gap between two of them, beside the line of the aim.

    ``invariance`` is ``metrics["invariance"]``. Loaded probability is a filled diamond, tone an
    open circle; each has its figure beside it.
    """
    kinds = invariance["kinds"]
    widest = max(row[score]["names"]["gap"] for row in kinds.values() for score in SCORES)
    figure = _rows_figure(
        [f"{KINDS[kind]} · {row['names']} names" for kind, row in kinds.items()],
        palette,
        below=0.6,
        # Room at the right for the figure beside the last mark.
        xaxis={
            "range": [0, max(widest, 2 * invariance["aim"]) * 1.2],
            "title": {"text": "largest gap between two names"},
        },
        # Not the trace's own text: the line of the aim would run through its figures.
        notes=[
            {
                "text": f"{row[score]['names']['gap']:.2f}",
                "x": row[score]["names"]["gap"],
                "y": place + offset,
                "xanchor": "left",
                "xshift": 8,
                "borderpad": 0,
                "showarrow": False,
                "bgcolor": palette.background,
                "font": {"size": 12},
            }
            for place, row in enumerate(kinds.values())
            for score, offset in _GAP_OFFSETS.items()
        ],
    )
    figure.add(
        "scatter",
        x=[invariance["aim"]] * 2,
        y=[-0.6, len(kinds) - 0.4],
        name=f"Aim: {invariance['aim']} at most",
        mode="lines",
        line={"color": palette.muted, "dash": "dot", "width": 1.5},
        hoverinfo="skip",
    )
    for score, title in SCORES.items():
        gaps = [row[score]["names"] for row in kinds.values()]
        colour = palette.accent if score == "loaded" else palette.text
        figure.add(
            "scatter",
            x=[gap["gap"] for gap in gaps],
            y=[place + _GAP_OFFSETS[score] for place in range(len(gaps))],
            name=title,
            mode="markers",
            cliponaxis=False,
            marker={
                "symbol": _GAP_SYMBOLS[score],
                "size": 11,
                "color": colour,
                "line": {"width": 1.6, "color": colour},
            },
            hovertext=[
                for_plotly(
                    f"{title}: {gap['gap']:.3f}, {gap['highest']} highest, {gap['lowest']} lowest"
                )
                for gap in gaps
            ],
            hovertemplate="%{hovertext}<extra></extra>",
        )
    return figure
