"""The charts that sum an article up: sentiments by voice, the most loaded words, paragraphs.

Pure functions from a frame and a palette to a figure. Each figure is complete in itself (fonts,
colours, axes), so that it looks the same on the page and in a report; the title and the same
content in words come from ``analysis.output.phrasing.captions``. Every chart has a second channel
beside colour: pattern, symbol or printed value. Article text in labels and hovers is escaped
(``dashboard.escaping``).
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from analysis.output.loaded_words import strongest_words
from analysis.output.phrasing.labels import BAND_NAMES, SENTIMENT_SIGNS, VOICE_NAMES
from analysis.output.phrasing.numerals import counted, percent
from dashboard.charts.figure import Drawing, band_fill, base_figure, whole_number_axis
from dashboard.charts.palette import BAND_PATTERNS, Palette
from dashboard.escaping import for_plotly

if TYPE_CHECKING:
    import pandas as pd

# A share under this leaves no room for its figure inside the bar at 390 pixels.
_ROOM = 0.15

_LEGEND = {
    "orientation": "h",
    "y": 1.02,
    "yanchor": "bottom",
    "x": 0,
    "traceorder": "normal",
    "font": {"size": 12},
}


def sentiment_mix(mix: pd.DataFrame, palette: Palette) -> Drawing:
    """Stacked shares of sentiments, one bar per voice.

    ``mix`` is what ``analysis.output.sentence_counts.voice_mix`` returns.
    """
    rows = mix.iloc[::-1]  # Plotly draws the first category at the bottom
    names = [
        f"{VOICE_NAMES[voice]}<br>({count})"
        for voice, count in zip(rows["voice"], rows["sentences"], strict=True)
    ]
    figure = base_figure(
        palette,
        height=64 + 52 * len(rows),
        barmode="stack",
        bargap=0.35,
        dragmode=False,
        showlegend=True,
        legend=_LEGEND,
        xaxis={"range": [0, 1], "visible": False},
        yaxis={"showgrid": False, "tickfont": {"size": 12, "color": palette.text}},
        margin={"l": 104, "r": 8, "t": 30, "b": 8},
    )
    for sentiment, sign in SENTIMENT_SIGNS.items():
        shares = rows[sentiment].tolist()
        figure.add(
            "bar",
            orientation="h",
            y=names,
            x=shares,
            name=f"{sign} {sentiment}",
            marker={
                "color": palette.sentiments[sentiment],
                "line": {"color": palette.background, "width": 2},
            },
            text=[f"{sign} {percent(share)}" if share >= _ROOM else "" for share in shares],
            textposition="inside",
            insidetextanchor="middle",
            textfont={"color": palette.background, "size": 13},
            textangle=0,
            hovertemplate=f"{sentiment}: %{{customdata}}<extra></extra>",
            customdata=[percent(share) for share in shares],
        )
    return figure


def most_loaded_words(words: pd.DataFrame, palette: Palette, limit: int = 8) -> Drawing:
    """The ``limit`` loaded words with the largest effect: bar = mean effect in points, 1 to 100.

    ``words`` is what ``analysis.output.loaded_words.loaded_words`` returns. The text beside each
    bar gives the effect and how often the word was found.
    """
    rows = strongest_words(words, limit).iloc[::-1]
    effects = (rows["effect"] * 100).tolist()
    return base_figure(
        palette,
        height=36 + 27 * max(len(rows), 1),
        bargap=0.3,
        dragmode=False,
        xaxis={
            "range": [0, max([*effects, 5.0]) * 1.45],
            "visible": False,
        },
        yaxis={
            "showgrid": False,
            "automargin": True,
            "tickfont": {"size": 13, "color": palette.text},
            "ticklabelposition": "outside",
        },
        margin={"l": 8, "r": 8, "t": 4, "b": 8},
    ).add(
        "bar",
        orientation="h",
        y=[for_plotly(word, 24, 1) for word in rows.index],
        x=effects,
        marker={"color": palette.bands["loaded"]},
        text=[
            counted(round(effect), "point") + (f", ×{count}" if count > 1 else "")
            for effect, count in zip(effects, rows["count"], strict=True)
        ],
        textposition="outside",
        cliponaxis=False,
        textfont={"color": palette.text, "size": 12},
        hovertemplate="%{hovertext}<extra></extra>",
        hovertext=[
            f"<b>{for_plotly(word)}</b><br>found {counted(count, 'time')}, "
            f"surest at {percent(probability)}"
            for word, count, probability in zip(
                rows.index, rows["count"], rows["probability"], strict=True
            )
        ],
    )


def loaded_by_paragraph(paragraphs: pd.DataFrame, palette: Palette) -> Drawing:
    """Sentences of each paragraph, stacked by band.

    ``paragraphs`` is what ``analysis.output.sentence_counts.paragraph_bands`` returns.
    """
    numbers = (paragraphs["paragraph"] + 1).tolist()
    figure = base_figure(
        palette,
        height=190,
        barmode="stack",
        bargap=0.3,
        dragmode=False,
        xaxis={"title": {"text": "paragraph"}, **whole_number_axis(len(numbers))},
        yaxis={"title": {"text": "sentences"}, "tickformat": "d", "nticks": 5},
        showlegend=True,
        legend=_LEGEND,
        margin={"l": 44, "r": 8, "t": 28, "b": 40},
    )
    for band in ("loaded", "uncertain", "not loaded"):
        colour = palette.bands[band]
        figure.add(
            "bar",
            x=numbers,
            y=paragraphs[band].tolist(),
            name=BAND_NAMES[band],
            marker={
                "color": palette.background if band == "not loaded" else colour,
                "line": {"color": colour, "width": 1.2},
                "pattern": band_fill(BAND_PATTERNS[band], colour, palette),
            },
            hovertemplate=f"paragraph %{{x}}: %{{y}} {BAND_NAMES[band]}<extra></extra>",
        )
    return figure
