"""The charts that sum an article up: tones by voice, the most loaded words, paragraphs.

Pure functions from a frame and a palette to a figure. Each figure is complete in itself (fonts,
colours, axes), so that it looks the same on the page and in a report; the title and the same
content in words come from ``analysis.output.phrasing.captions``. Every chart has a second channel
beside colour: pattern, symbol or printed value. Article text in labels and hovers is escaped
(``dashboard.escaping``).
"""

from __future__ import annotations

from math import ceil
from typing import TYPE_CHECKING, Any

from analysis.output.loaded_words import OWN, QUOTED, strongest_words
from analysis.output.phrasing.labels import BAND_NAMES, TONE_SIGNS, VOICE_NAMES
from analysis.output.phrasing.numerals import counted, percent
from dashboard.charts.figure import (
    LEGEND_ABOVE,
    Drawing,
    band_fill,
    base_figure,
    whole_number_axis,
)
from dashboard.charts.palette import BAND_PATTERNS, Palette
from dashboard.escaping import for_plotly

if TYPE_CHECKING:
    import pandas as pd

# A share under this leaves no room for its figure inside the bar at 390 pixels.
_ROOM = 0.15


def sentiment_mix(mix: pd.DataFrame, palette: Palette) -> Drawing:
    """Stacked shares of tones, one bar per voice; those of unclear tone are hollow.

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
        legend=LEGEND_ABOVE,
        xaxis={"range": [0, 1], "visible": False},
        yaxis={"showgrid": False, "tickfont": {"size": 12, "color": palette.text}},
        margin={"l": 104, "r": 8, "t": 30, "b": 8},
    )
    for label, sign in TONE_SIGNS.items():
        shares = rows[label].tolist()
        colour = palette.sentiments.get(label)
        figure.add(
            "bar",
            orientation="h",
            y=names,
            x=shares,
            name=f"{sign} {label}",
            marker={
                "color": colour or palette.background,
                "line": {"color": palette.background if colour else palette.muted, "width": 2},
            },
            text=[f"{sign} {percent(share)}" if share >= _ROOM else "" for share in shares],
            textposition="inside",
            insidetextanchor="middle",
            textfont={"color": palette.background if colour else palette.text, "size": 13},
            textangle=0,
            hovertemplate=f"{label}: %{{customdata}}<extra></extra>",
            customdata=[percent(share) for share in shares],
        )
    return figure


def most_loaded_words(words: pd.DataFrame, palette: Palette) -> Drawing:
    """The loaded words with the largest effect, the outlet's own above quoted ones: bar = mean
    effect in points, 1 to 100. Bars of quoted words are hatched.

    ``words`` is what ``analysis.output.loaded_words.loaded_words`` returns. The text beside each
    bar gives the effect and how often the word was found.
    """
    rows = strongest_words(words)
    groups = {voice: rows[rows["voice"] == voice] for voice in (OWN, QUOTED)}
    quoted = len(groups[QUOTED]) > 0
    figure = base_figure(
        palette,
        height=36 + 27 * max(len(rows), 1) + (38 if quoted else 0),
        bargap=0.3,
        barmode="overlay",
        dragmode=False,
        showlegend=quoted,
        legend=LEGEND_ABOVE,
        xaxis={
            "range": [0, max([*(rows["effect"] * 100), 5.0]) * 1.45],
            "visible": False,
        },
        yaxis={
            "showgrid": False,
            "automargin": True,
            "tickfont": {"size": 13, "color": palette.text},
            "ticklabelposition": "outside",
        },
        margin={"l": 8, "r": 8, "t": 30 if quoted else 4, "b": 8},
    )
    # Places from the top, as one word can stand in both groups; half a bar parts them.
    places: list[float] = []
    for voice, group in groups.items():
        above = len(places) + (0.5 if places and len(group) else 0)
        own = [above + place for place in range(len(group))]
        places += own
        if len(group) or (rows.empty and voice == OWN):
            _word_bars(figure, voice, group, own, palette)
    figure.to_dict()["layout"]["yaxis"] |= {
        "tickvals": places,
        "ticktext": [for_plotly(word, 24, 1) for word in rows.index],
        "range": [max(places, default=0) + 0.6, -0.6],
    }
    return figure


def _word_bars(
    figure: Drawing, voice: str, rows: pd.DataFrame, places: list[float], palette: Palette
) -> None:
    """Add the bars of the loaded words of a voice at ``places``."""
    effects = (rows["effect"] * 100).tolist()
    colour = palette.bands["loaded"]
    marker: dict[str, Any] = {"color": colour}
    if voice == QUOTED:
        marker |= {
            "line": {"color": colour, "width": 1.2},
            "pattern": band_fill("/", colour, palette),
        }
    figure.add(
        "bar",
        orientation="h",
        y=places,
        x=effects,
        name="own voice" if voice == OWN else "in quotations",
        marker=marker,
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
        xaxis={"title": {"text": "paragraph"}, **whole_number_axis(max(numbers))},
        # Whole steps: of two sentences Plotly would label the halves as 0, 1, 1, 2, 2.
        yaxis={
            "title": {"text": "sentences"},
            "tickformat": "d",
            "dtick": _whole_step(int(paragraphs["sentences"].max())),
        },
        showlegend=True,
        legend=LEGEND_ABOVE,
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


def _whole_step(most: int) -> int:
    """Return a step of 1, 2, 5, 10, … for at most six ticks from 0 to ``most``."""
    ten = 1
    while most / (10 * ten) > 5:
        ten *= 10
    return next(step * ten for step in (1, 2, 5, 10) if ceil(most / (step * ten)) <= 5)
