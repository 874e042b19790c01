"""Display names of the frames' labels: bands, voices and sentiments."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

BAND_NAMES: Mapping[str, str] = MappingProxyType(
    {"loaded": "likely loaded", "uncertain": "uncertain", "not loaded": "not loaded"}
)
"""Names of the bands of ``loaded_probability``, in the order shown."""

VOICE_NAMES: Mapping[str, str] = MappingProxyType(
    {"outlet": "own voice", "mixed": "partly quoted", "quoted": "quoted"}
)
"""Names of the voices, in the order shown."""

SENTIMENT_SIGNS: Mapping[str, str] = MappingProxyType(
    {"negative": "▼", "neutral": "○", "positive": "▲"}
)
"""Signs printed next to figures, so that colour is not the only distinction."""
