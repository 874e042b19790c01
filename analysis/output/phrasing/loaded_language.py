"""What *loaded* means, and what the model passes over, said wherever people meet the word."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any

from analysis.output.phrasing.numerals import counted

if TYPE_CHECKING:
    import pandas as pd

MEANING = (
    "Loaded means worded so that it takes a side where plainer words would report the same: "
    "“slammed”, “regime”, “a stunning victory”. It does not mean false."
)
"""One line for readers; the page, the tour and the report all give it."""

FEW, FEW_SHARE = 2, 0.1
"""A count of likely loaded sentences is low up to ``FEW`` of them, or under ``FEW_SHARE`` of the
scored ones: there a reader might take silence for an all-clear."""


def is_low(sentences: pd.DataFrame) -> bool:
    """Say whether few or none of the scored sentences of the frame are likely loaded."""
    bands = sentences["loaded"].dropna()
    loaded = int((bands == "loaded").sum())
    return (
        len(bands) > 0
        and loaded < len(bands)
        and (loaded <= FEW or loaded / len(bands) < FEW_SHARE)
    )


def passed_over_note(sentences: pd.DataFrame, measured: Mapping[str, Any]) -> str:
    """Return what the model passes over, for an article with few loaded sentences; else empty.

    ``measured`` is ``passed_over`` of the model's measurements, empty for a model without any.
    """
    if not is_low(sentences):
        return ""
    if not measured:
        return (
            "A low count is no all-clear: the model passes over loaded sentences too, and nobody "
            "has measured how many."
        )
    return f"A low count is no all-clear. {passed_over_counts(measured)}"


def passed_over_counts(measured: Mapping[str, Any]) -> str:
    """Return how many clearly loaded sentences the model flags, is unsure of and misses.

    ``measured`` is ``passed_over`` of the model's measurements, and must not be empty.
    """
    # Counts, as percentages of so few would look surer than they are.
    flagged, unsure, missed = (
        f"{measured[band]['rows']:,}" for band in ("loaded", "uncertain", "not loaded")
    )
    return (
        f"Of {measured['rows']:,} sentences in "
        f"{counted(measured['articles'], 'whole article')} that a close reader called clearly "
        f"loaded, the model flags {flagged}, is unsure of {unsure} and misses {missed}."
    )


def likeliest_unflagged(sentences: pd.DataFrame, limit: int) -> list[int]:
    """Return the numbers, from 0, of the uncertain sentences, likeliest first, at most ``limit``;
    of an article without any, the one sentence that is likeliest to be loaded.

    This is where to look for what the model missed.
    """
    unflagged = sentences[sentences["loaded"].notna() & (sentences["loaded"] != "loaded")]
    ranked = unflagged.sort_values("loaded_probability", ascending=False, kind="stable")
    uncertain = ranked[ranked["loaded"] == "uncertain"]
    chosen = uncertain.head(limit) if len(uncertain) else ranked.head(1)
    return [int(number) for number in chosen["sentence"]]
