"""Display names of an archive's groupings and measures."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

GROUPING_NAMES: Mapping[str, str] = MappingProxyType(
    {
        "outlet": "Outlet",
        "author": "Author",
        "section": "Section",
        "topic": "Topic",
        "month": "Month",
    }
)
"""Names of the groupings, in the order shown."""

MEASURE_NAMES: Mapping[str, str] = MappingProxyType(
    {
        "loaded": "Loaded sentences",
        "tone": "Tone",
        "negative": "Negative sentences",
        "positive": "Positive sentences",
    }
)
"""Names of the measures, in the order shown."""

MEASURE_AXES: Mapping[str, str] = MappingProxyType(
    {
        "loaded": "share of sentences that are likely loaded",
        "tone": "mean tone of the sentences, −1 to 1",
        "negative": "share of sentences of negative tone",
        "positive": "share of sentences of positive tone",
    }
)
"""What each measure is, as an axis or a sentence has it."""

UNDATED = "no date"
"""What stands for the month of articles without a date."""
