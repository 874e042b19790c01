"""Template filters for the report's text: style classes of runs, and the strength of the tint."""

from __future__ import annotations

from typing import Any

from analysis.output.blocks import QUOTE, QUOTE_CLOSES, QUOTE_OPENS, WORD

STRENGTHS = (0.75, 0.9)
"""Probabilities from which the tint of likely loaded sentences is stronger. Three strengths can be
told apart on paper; in the last one nine in ten sentences are loaded (calibrated)."""

_MARKS = {WORD: "word", QUOTE: "quote", QUOTE_OPENS: "opens", QUOTE_CLOSES: "closes"}


def style_classes(flags: int) -> list[str]:
    """Return the style classes of a run's flags: ``word``, ``quote``, ``opens``, ``closes``."""
    return [name for flag, name in _MARKS.items() if flags & flag]


def tint_strength(row: dict[str, Any]) -> int:
    """Return 1 to 3, by the loaded_probability of a scored sentence (see ``STRENGTHS``)."""
    probability: float = row["loaded_probability"]
    return 1 + sum(probability >= limit for limit in STRENGTHS)
