"""Colours of the charts in the light and the dark theme.

Hues are those of Okabe and Ito ("Color Universal Design", 2008), told apart under the common
kinds of colour blindness; the darker or lighter shade brings each to a contrast of at least
3:1 against its background (WCAG 2.2, 1.4.11). No meaning rests on colour alone: bands also
differ in pattern, sentiments in symbol.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType

SANS = '"Source Sans", "Source Sans Pro", "Segoe UI", Helvetica, Arial, sans-serif'
"""Font of the charts: the one Streamlit ships, then what a system has."""

BAND_PATTERNS: Mapping[str, str] = MappingProxyType(
    {"loaded": "", "uncertain": "/", "not loaded": ""}
)
"""Plotly fill pattern of each band; ``not loaded`` bars are hollow instead (see ``Palette``)."""

TONE_SYMBOLS: Mapping[str, str] = MappingProxyType(
    {
        "negative": "triangle-down",
        "neutral": "circle-open",
        "positive": "triangle-up",
        "unclear": "line-ew-open",
    }
)
"""Plotly marker of each tone label: the shapes of ``phrasing.labels.SENTIMENT_SIGNS``, and a dash
where the tone is unclear."""


@dataclass(frozen=True)
class Palette:
    """One theme's colours, all as ``#rrggbb``.

    ``bands`` and ``sentiments`` map a band (loaded, uncertain, not loaded) or a sentiment
    (negative, neutral, positive) to its colour; ``accent`` marks the value of this article
    beside reference levels.
    """

    background: str
    raised: str
    text: str
    muted: str
    grid: str
    accent: str
    bands: Mapping[str, str]
    sentiments: Mapping[str, str]


LIGHT = Palette(
    background="#fdfcf9",
    raised="#f3f0e8",
    text="#16130f",
    muted="#5d574d",
    grid="#e2ddd1",
    accent="#1d5276",
    bands=MappingProxyType({"loaded": "#c24a00", "uncertain": "#a86a00", "not loaded": "#66717b"}),
    sentiments=MappingProxyType(
        {"negative": "#a23f78", "neutral": "#66717b", "positive": "#0068a3"}
    ),
)
DARK = Palette(
    background="#15171a",
    raised="#202329",
    text="#ece8df",
    muted="#aba69b",
    grid="#33373e",
    accent="#8fc1e3",
    bands=MappingProxyType({"loaded": "#f2803d", "uncertain": "#e6b04a", "not loaded": "#8b96a1"}),
    sentiments=MappingProxyType(
        {"negative": "#dd92bd", "neutral": "#8b96a1", "positive": "#62b8ee"}
    ),
)


def palette(theme: str | None) -> Palette:
    """Return the palette of a Streamlit theme type, ``"dark"`` or anything else for light."""
    return DARK if theme == "dark" else LIGHT
