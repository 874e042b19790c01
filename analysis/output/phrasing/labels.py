"""The frames' labels as a person reads them: bands, voices and sentiments."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

BAND_NAMES: Mapping[str, str] = MappingProxyType(
    {"loaded": "likely loaded", "uncertain": "uncertain", "neutral": "not loaded"}
)
VOICE_NAMES: Mapping[str, str] = MappingProxyType(
    {"outlet": "own voice", "mixed": "partly quoted", "quoted": "quoted"}
)
"""In the order shown: from the outlet's own words to what others say."""

SENTIMENT_SIGNS: Mapping[str, str] = MappingProxyType(
    {"negative": "▼", "neutral": "○", "positive": "▲"}
)
"""For figures printed in bars and lists, so that no meaning rests on colour alone."""
