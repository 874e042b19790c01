"""The charts of a comparison: a strip for each article, differences, the room of each speaker.

Pure functions from frames and a palette to a figure, as in ``summaries``; titles and the same
content in words are in ``analysis.output.phrasing.comparison.charts``.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, Any

from analysis.comparison.frames import letter
from analysis.output.phrasing.comparison.charts import (
    difference_label,
    difference_words,
    is_share,
)
from analysis.output.phrasing.numerals import percent
from analysis.output.phrasing.speakers import speaker_name
from dashboard.charts.by_sentence import bar_gap, sentence_bars
from dashboard.charts.figure import Drawing, axis_style, base_figure, whole_number_axis
from dashboard.charts.palette import Palette
from dashboard.escaping import for_plotly

if TYPE_CHECKING:
    import pandas as pd

STRIP_HEIGHT = 92
"""Pixels of one article's strip among the small multiples."""

_GAP = 0.16  # of a strip's height, between it and the next
_LABEL_WIDTH = 24  # characters of a line in a row's label
_LABEL_LINES = 2


def strips(articles: Sequence[pd.DataFrame], palette: Palette) -> Drawing:
    """The strips of all articles below each other, with one scale for all of them.

    ``articles`` are their sentences frames. Trace ``a`` is article ``a`` and its point ``i`` is
    row ``i``, as in ``by_sentence.article_strip``.
    """
    count = len(articles)
    longest = max(map(len, articles))
    figure = base_figure(
        palette,
        height=40 + STRIP_HEIGHT * count,
        bargap=bar_gap(longest),
        hovermode="closest",
        clickmode="event+select",
        dragmode=False,
        xaxis={"title": {"text": "sentence"}, **whole_number_axis(longest), "anchor": _axis(count)},
        margin={"l": 60, "r": 8, "t": 8, "b": 40},
    )
    layout = figure.to_dict()["layout"]
    height = 1 / count
    for place, sentences in enumerate(articles):
        top = 1 - place * height
        layout[_name(place + 1)] = {
            **axis_style(palette),
            "domain": [top - height * (1 - _GAP), top],
            "range": [0, 1.02],
            "tickvals": [0, 0.5, 1],
            "ticktext": ["0", "50%", "100%"],
            "title": {
                "text": f"<b>{letter(place)}</b>",
                "font": {"size": 14, "color": palette.text},
            },
        }
        figure.add(
            "bar",
            **sentence_bars(sentences, palette),
            yaxis=_axis(place + 1),
            name=letter(place),
            # A click selects; Plotly would pale all other bars.
            unselected={"marker": {"opacity": 1}},
        )
    return figure


def differences(rows: Sequence[Mapping[str, Any]], palette: Palette) -> Drawing:
    """A dot with its interval for each row of ``DIFFERENCES``, shares above and tones below, each
    on its own scale; grey and hollow where the interval holds zero."""
    groups = [[row for row in rows if is_share(row["measure"]) is share] for share in (True, False)]
    drawn = [(share, group) for share, group in zip((True, False), groups, strict=True) if group]
    lines = sum(len(group) + 1.5 for _, group in drawn)
    figure = base_figure(
        palette,
        height=round(36 * lines) + 24,
        hovermode="closest",
        dragmode=False,
        margin={"l": 156, "r": 12, "t": 8, "b": 44},
    )
    layout = figure.to_dict()["layout"]
    top = 1.0
    for number, (share, group) in enumerate(drawn, start=1):
        part = len(group) / lines
        domain = [max(0.0, top - part), top]
        top = domain[0] - 1.5 / lines
        layout[f"xaxis{number if number > 1 else ''}"] = {
            **axis_style(palette),
            "anchor": _axis(number),
            "zeroline": True,
            "zerolinecolor": palette.muted,
            "range": _range(group),
            "tickformat": "+.0%" if share else "+.1f",
            "nticks": 5,
            "title": {
                "text": "difference in share" if share else "difference in tone",
                "font": {"size": 12, "color": palette.muted},
                "standoff": 2,
            },
        }
        layout[_name(number)] = {
            **axis_style(palette),
            "anchor": f"x{number if number > 1 else ''}",
            "domain": domain,
            "range": [len(group) - 0.5, -0.5],
            "tickvals": [*range(len(group))],
            "ticktext": [
                for_plotly(difference_label(row), _LABEL_WIDTH, _LABEL_LINES) for row in group
            ],
            "tickfont": {"size": 12, "color": palette.text},
            "showgrid": False,
        }
        colours = [palette.accent if row["clear"] else palette.muted for row in group]
        for place, row in enumerate(group):
            # A line of its own, as Plotly gives all intervals of a trace one colour.
            figure.add(
                "scatter",
                x=[row["low"], row["high"]],
                y=[place, place],
                mode="lines",
                line={"color": colours[place], "width": 3 if row["clear"] else 1.5},
                hoverinfo="skip",
                xaxis=f"x{number if number > 1 else ''}",
                yaxis=_axis(number),
            )
        figure.add(
            "scatter",
            x=[row["difference"] for row in group],
            y=[*range(len(group))],
            mode="markers",
            marker={
                "size": 11,
                "color": [
                    colour if row["clear"] else palette.background
                    for colour, row in zip(colours, group, strict=True)
                ],
                "line": {"color": colours, "width": 2},
            },
            hovertext=[
                f"<b>{for_plotly(difference_label(row))}</b><br>{for_plotly(difference_words(row))}"
                for row in group
            ],
            hovertemplate="%{hovertext}<extra></extra>",
            xaxis=f"x{number if number > 1 else ''}",
            yaxis=_axis(number),
        )
    return figure


def room(rows: Sequence[Mapping[str, Any]], articles: int, palette: Palette) -> Drawing:
    """How large a share of each article its speakers are given: a bar an article and speaker, with
    the article's letter, from rows of ``SPEAKERS_COMPARED``."""
    names = [*dict.fromkeys(row["speaker"] for row in rows)][::-1]  # Plotly begins at the bottom
    shares = {(row["speaker"], row["article"]): row["share"] for row in rows}
    most = max(shares.values(), default=0) or 1
    figure = base_figure(
        palette,
        height=24 + len(names) * (14 + 17 * articles),
        barmode="group",
        bargap=0.25,
        bargroupgap=0.12,
        dragmode=False,
        xaxis={"visible": False, "range": [0, most * 1.25]},
        yaxis={
            "showgrid": False,
            "tickvals": [*range(len(names))],
            "ticktext": [
                for_plotly(speaker_name(name), _LABEL_WIDTH, _LABEL_LINES) for name in names
            ],
            "tickfont": {"size": 12, "color": palette.text},
        },
        margin={"l": 156, "r": 8, "t": 4, "b": 8},
    )
    for place in reversed(range(articles)):
        values = [shares.get((name, place), 0) for name in names]
        figure.add(
            "bar",
            orientation="h",
            x=values,
            y=[*range(len(names))],
            name=letter(place),
            marker={"color": palette.accent, "opacity": 1 - 0.14 * place},
            text=[f"{letter(place)} {percent(value) if value else '–'}" for value in values],
            textposition="outside",
            textfont={"size": 12, "color": palette.text},
            cliponaxis=False,
            hoverinfo="skip",
        )
    return figure


def _axis(number: int) -> str:
    """Return how traces and other axes name a vertical axis: ``y``, ``y2``, …"""
    return f"y{number if number > 1 else ''}"


def _name(number: int) -> str:
    """Return the vertical axis's name in the layout: ``yaxis``, ``yaxis2``, …"""
    return f"yaxis{number if number > 1 else ''}"


def _range(rows: Sequence[Mapping[str, Any]]) -> list[float]:
    """Return the ends of a scale that has zero in its middle and room for all intervals."""
    reach = max(max(abs(row["low"]), abs(row["high"])) for row in rows)
    reach = max(reach, 0.05) * 1.08
    return [-reach, reach]
