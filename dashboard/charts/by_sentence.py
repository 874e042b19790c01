"""The charts with one mark a sentence, in reading order: the article strip and the tone.

Pure functions from the sentences frame and a palette to a figure, as in ``summaries``.
"""

from __future__ import annotations

from collections.abc import Container
from typing import TYPE_CHECKING, Any

from analysis.output.phrasing.labels import BAND_NAMES, TONE_NAMES
from analysis.output.phrasing.language_note import unscored_words
from analysis.output.phrasing.numerals import percent
from analysis.output.phrasing.speakers import SWITCHED_OFF, whose_words
from dashboard.charts.figure import Drawing, band_fill, base_figure, whole_number_axis
from dashboard.charts.palette import BAND_PATTERNS, TONE_SYMBOLS, Palette
from dashboard.escaping import for_plotly
from dashboard.server.cached_with import cached_with

if TYPE_CHECKING:
    import pandas as pd

# Beyond this many bars the gaps and outlines are wider than the bars themselves.
_MANY_BARS = 150


def article_strip(
    sentences: pd.DataFrame, palette: Palette, shown: Container[int] | None = None
) -> Drawing:
    """One bar per sentence in reading order: its ``loaded_probability``, 0 to 1.

    The figure has exactly one trace and point ``i`` is row ``i``: the text view's JavaScript
    relies on it. The band shows as colour and as fill: solid, hatched, hollow. A sentence that
    was not scored has a dash in place of its bar; one whose number is not among those ``shown``,
    where these are given, has an empty place.
    """
    return base_figure(
        palette,
        height=140,
        bargap=bar_gap(len(sentences)),
        # A bar near zero is found by pointing anywhere in its column.
        hovermode="x",
        clickmode="event",
        dragmode=False,
        yaxis={
            "range": [0, 1.02],
            "tickvals": [0, 0.5, 1],
            "ticktext": ["0", "50%", "100%"],
            "title": {"text": "loaded"},
        },
        xaxis={
            "title": {"text": "sentence"},
            **whole_number_axis(len(sentences)),
        },
    ).add("bar", **sentence_bars(sentences, palette, shown))


def bar_gap(bars: int) -> float:
    """Return the gap between so many bars, as a share of a bar's room."""
    return 0 if bars > _MANY_BARS else 0.25


def sentence_bars(
    sentences: pd.DataFrame, palette: Palette, shown: Container[int] | None = None
) -> dict[str, Any]:
    """Return the trace of the strip's bars, as ``article_strip`` describes them."""
    unscored = sentences["loaded"].isna()
    off = [shown is not None and number not in shown for number in sentences["sentence"]]
    bands = sentences["loaded"].fillna("not loaded").tolist()
    # Plotly draws nothing at all for a missing value, and then bars and sentences part.
    probabilities = [
        0 if left_out else probability
        for probability, left_out in zip(
            sentences["loaded_probability"].fillna(0), off, strict=True
        )
    ]
    colours = [palette.bands[band] for band in bands]
    many = len(bands) > _MANY_BARS
    hover = [
        f"<b>Sentence {number + 1}</b> · {SWITCHED_OFF if left_out else judged} · {whose}<br>{text}"
        for number, (judged, whose, text, left_out) in enumerate(
            zip(
                _bands_in_words(sentences),
                _whose_in_words(sentences),
                _hover_texts(sentences),
                off,
                strict=True,
            )
        )
    ]
    bar: dict[str, Any] = {
        "x": list(range(1, len(bands) + 1)),
        "y": probabilities,
        "marker": {
            "color": colours
            if many
            else [
                palette.background if b == "not loaded" else c
                for b, c in zip(bands, colours, strict=True)
            ],
            "line": {"color": colours, "width": 0 if many else 1.2},
            "pattern": band_fill([BAND_PATTERNS[band] for band in bands], colours, palette),
        },
        "hovertext": hover,
        "hovertemplate": "%{hovertext}<extra></extra>",
    }
    if unscored.any() and not many:
        bar |= {
            "text": [
                "–" if one and not left_out else ""
                for one, left_out in zip(unscored, off, strict=True)
            ],
            "textposition": "outside",
            "textangle": 0,
            "cliponaxis": False,
            "textfont": {"color": palette.muted, "size": 12},
        }
    return bar


def _hover_texts(sentences: pd.DataFrame) -> list[str]:
    """Return the sentences as hovers show them; wrapped once, as two charts have them."""
    return cached_with(
        sentences, "hovers", lambda: [for_plotly(text) for text in sentences["text"]]
    )


def _whose_in_words(sentences: pd.DataFrame) -> list[str]:
    """Return whose words each sentence is, as hovers show it."""
    columns = (sentences[name] for name in ("voice", "speaker"))
    return [for_plotly(whose_words(*one)) for one in zip(*columns, strict=True)]


def _bands_in_words(sentences: pd.DataFrame) -> list[str]:
    """Return each sentence's band and probability in words, or that it was not scored."""
    return [
        f"{BAND_NAMES[band]}, {percent(probability)}"
        if isinstance(band, str)
        else unscored_words(language, part)
        for band, probability, language, part in zip(
            sentences["loaded"],
            sentences["loaded_probability"],
            sentences["language"],
            sentences["part"],
            strict=True,
        )
    ]


def tone_along(sentences: pd.DataFrame, palette: Palette) -> Drawing:
    """Tone (−1 to 1) by sentence as symbols (▲ ○ ▼, a dash where it is unclear), and a line: the
    mean of five neighbours.

    Sentences that were not scored are left out.
    """
    last = int(sentences["sentence"].max()) + 1 if len(sentences) else 0
    scored = sentences["tone"].notna()
    texts = [text for text, shown in zip(_hover_texts(sentences), scored, strict=True) if shown]
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
            **whole_number_axis(last),
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
    labels = sentences["tone_label"].tolist()
    figure.add(
        "scatter",
        x=numbers,
        y=sentences["tone"].tolist(),
        mode="markers",
        marker={
            "symbol": [TONE_SYMBOLS[label] for label in labels],
            "color": [palette.sentiments.get(label, palette.muted) for label in labels],
            "size": 8,
            "line": {"width": 1.2},
        },
        hovertext=[
            f"<b>Sentence {number}</b> · {TONE_NAMES[label]}<br>{text}"
            for number, label, text in zip(numbers, labels, texts, strict=True)
        ],
        hovertemplate="%{hovertext}<extra></extra>",
    )
    return figure
