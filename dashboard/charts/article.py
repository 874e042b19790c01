"""The charts: pure functions from a frame and a palette to a Plotly figure.

Each figure is complete in itself (fonts, colours, axes), so that it looks the same on the page
and in a report; the title and the same content in words come from
``analysis.output.phrasing.captions``.
Every chart has a second channel beside colour: pattern, symbol or printed value. Article text
in labels and hovers is escaped (``dashboard.escaping``).
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from analysis.output.loaded_words import weighty
from analysis.output.phrasing.labels import BAND_NAMES, SENTIMENT_SIGNS, VOICE_NAMES
from analysis.output.phrasing.language_note import unscored_words
from analysis.output.phrasing.numerals import counted, percent
from dashboard.charts.figure import Drawing, base_figure
from dashboard.charts.palette import (
    BAND_PATTERNS,
    SENTIMENT_SYMBOLS,
    Palette,
)
from dashboard.escaping import for_plotly
from dashboard.server.cached_with import cached_with

if TYPE_CHECKING:
    import pandas as pd

# Beyond this many bars the gaps and outlines are wider than the bars themselves.
_MANY_BARS = 150

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


def _percent_axis(title: str) -> dict[str, Any]:
    return {
        "range": [0, 1.02],
        "tickvals": [0, 0.5, 1],
        "ticktext": ["0", "50%", "100%"],
        "title": {"text": title},
    }


def _whole_numbers(count: int) -> dict[str, Any]:
    """Return an axis for sentences or paragraphs 1 to ``count``, with ticks at whole numbers."""
    ticks = {"dtick": 1} if count <= 10 else {"nticks": 10}
    return {"range": [0.4, max(count, 1) + 0.6], "showgrid": False, "tickformat": "d", **ticks}


def _pattern(shape: str | list[str], colour: str | list[str], palette: Palette) -> dict[str, Any]:
    """Return how bars of a band are filled: one shape and colour for all, or one for each."""
    return {
        "shape": shape,
        "fgcolor": colour,
        "bgcolor": palette.background,
        "fillmode": "replace",
        "size": 5,
        "solidity": 0.45,
    }


def article_strip(sentences: pd.DataFrame, palette: Palette) -> Drawing:
    """One bar per sentence in reading order: its ``loaded_probability``, 0 to 1.

    The figure has exactly one trace and point ``i`` is row ``i``: the text view's JavaScript
    relies on it. The band shows as colour and as fill: solid, hatched, hollow. A sentence that
    was not scored has a dash in place of its bar.
    """
    unscored = sentences["loaded"].isna()
    bands = sentences["loaded"].fillna("neutral").tolist()
    # Plotly draws nothing at all for a missing value, and then bars and sentences part.
    probabilities = sentences["loaded_probability"].fillna(0).tolist()
    colours = [palette.bands[band] for band in bands]
    many = len(bands) > _MANY_BARS
    hover = [
        f"<b>Sentence {number + 1}</b> · {judged} · {VOICE_NAMES[voice]}<br>{text}"
        for number, (judged, voice, text) in enumerate(
            zip(_judged(sentences), sentences["voice"], _texts(sentences), strict=True)
        )
    ]
    bar: dict[str, Any] = {
        "x": list(range(1, len(bands) + 1)),
        "y": probabilities,
        "marker": {
            "color": colours
            if many
            else [
                palette.background if b == "neutral" else c
                for b, c in zip(bands, colours, strict=True)
            ],
            "line": {"color": colours, "width": 0 if many else 1.2},
            "pattern": _pattern([BAND_PATTERNS[band] for band in bands], colours, palette),
        },
        "hovertext": hover,
        "hovertemplate": "%{hovertext}<extra></extra>",
    }
    if unscored.any() and not many:
        bar |= {
            "text": ["–" if one else "" for one in unscored],
            "textposition": "outside",
            "textangle": 0,
            "cliponaxis": False,
            "textfont": {"color": palette.muted, "size": 12},
        }
    return base_figure(
        palette,
        height=176,
        bargap=0 if many else 0.25,
        # A bar near zero is found by pointing anywhere in its column.
        hovermode="x",
        clickmode="event",
        dragmode=False,
        yaxis=_percent_axis("loaded"),
        xaxis={
            "title": {"text": "sentence"},
            **_whole_numbers(len(bands)),
        },
    ).add("bar", **bar)


def _texts(sentences: pd.DataFrame) -> list[str]:
    """Return the sentences as hovers show them; wrapped once, as two charts have them."""
    return cached_with(
        sentences, "hovers", lambda: [for_plotly(text) for text in sentences["text"]]
    )


def _judged(sentences: pd.DataFrame) -> list[str]:
    """Return each sentence's band and probability in words, or that it was not scored."""
    return [
        f"{BAND_NAMES[band]}, {percent(probability)}"
        if isinstance(band, str)
        else unscored_words(language)
        for band, probability, language in zip(
            sentences["loaded"],
            sentences["loaded_probability"],
            sentences["language"],
            strict=True,
        )
    ]


def tone_along(sentences: pd.DataFrame, palette: Palette) -> Drawing:
    """Tone (−1 to 1) by sentence as symbols (▲ ● ▼), and a line: the mean of five neighbours.

    Sentences that were not scored are left out.
    """
    last = len(sentences)
    scored = sentences["tone"].notna()
    texts = [text for text, shown in zip(_texts(sentences), scored, strict=True) if shown]
    sentences = sentences[scored]
    numbers = (sentences["sentence"] + 1).tolist()
    smooth = sentences["tone"].rolling(5, center=True, min_periods=1).mean()
    figure = base_figure(
        palette,
        height=200,
        hovermode="closest",
        dragmode=False,
        yaxis={
            "range": [-1.08, 1.08],
            "tickvals": [-1, 0, 1],
            "ticktext": ["negative", "neutral", "positive"],
        },
        xaxis={
            "title": {"text": "sentence"},
            **_whole_numbers(last),
        },
        margin={"l": 64, "r": 8, "t": 8, "b": 40},
    )
    figure.add(
        "scatter",
        x=numbers,
        y=smooth.tolist(),
        mode="lines",
        line={"color": palette.accent, "width": 2, "shape": "spline", "smoothing": 0.6},
        hoverinfo="skip",
    )
    labels = sentences["sentiment"].tolist()
    figure.add(
        "scatter",
        x=numbers,
        y=sentences["tone"].tolist(),
        mode="markers",
        marker={
            "symbol": [SENTIMENT_SYMBOLS[label] for label in labels],
            "color": [palette.sentiments[label] for label in labels],
            "size": 8,
            "line": {"width": 1.2},
        },
        hovertext=[
            f"<b>Sentence {number}</b> · {label}<br>{text}"
            for number, label, text in zip(numbers, labels, texts, strict=True)
        ],
        hovertemplate="%{hovertext}<extra></extra>",
    )
    return figure


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
    rows = weighty(words, limit).iloc[::-1]
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
        xaxis={"title": {"text": "paragraph"}, **_whole_numbers(len(numbers))},
        yaxis={"title": {"text": "sentences"}, "tickformat": "d", "nticks": 5},
        showlegend=True,
        legend=_LEGEND,
        margin={"l": 44, "r": 8, "t": 28, "b": 40},
    )
    for band in ("loaded", "uncertain", "neutral"):
        colour = palette.bands[band]
        figure.add(
            "bar",
            x=numbers,
            y=paragraphs[band].tolist(),
            name=BAND_NAMES[band],
            marker={
                "color": palette.background if band == "neutral" else colour,
                "line": {"color": colour, "width": 1.2},
                "pattern": _pattern(BAND_PATTERNS[band], colour, palette),
            },
            hovertemplate=f"paragraph %{{x}}: %{{y}} {BAND_NAMES[band]}<extra></extra>",
        )
    return figure
