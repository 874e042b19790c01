"""Display names of the frames' labels: bands, voices, sentiments and tones."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

BAND_NAMES: Mapping[str, str] = MappingProxyType(
    {"loaded": "likely loaded", "uncertain": "uncertain", "not loaded": "not loaded"}
)
"""Names of the bands of ``loaded_probability``, in the order shown."""

VOICE_NAMES: Mapping[str, str] = MappingProxyType(
    {
        "outlet": "own voice",
        "mixed": "partly quoted",
        "quoted": "quoted",
        "reported": "reported",
    }
)
"""Names of the voices, in the order shown."""

SENTIMENT_SIGNS: Mapping[str, str] = MappingProxyType(
    {"negative": "▼", "neutral": "○", "positive": "▲"}
)
"""Signs printed next to figures, so that colour is not the only distinction."""

TONE_NAMES: Mapping[str, str] = MappingProxyType(
    {
        "negative": "negative tone",
        "neutral": "neutral tone",
        "positive": "positive tone",
        "unclear": "tone unclear",
    }
)
"""Names of the tone labels, in the order shown."""

TONE_SIGNS: Mapping[str, str] = MappingProxyType({**SENTIMENT_SIGNS, "unclear": "?"})
"""Signs of the tone labels where shares or symbols of all four are shown. In a text an unclear tone
has no mark."""
