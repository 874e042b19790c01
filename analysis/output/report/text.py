"""What the report's template asks of the text's blocks: names of marks, and the tint's strength."""

from __future__ import annotations

from typing import Any

from analysis.output.blocks import QUOTE, QUOTE_CLOSES, QUOTE_OPENS, WORD

STRENGTHS = (0.75, 0.9)
"""Where the tint of likely loaded sentences deepens: three steps are what an eye tells apart on
paper, and the last one begins where nine in ten such sentences are loaded (calibrated)."""

_MARKS = {WORD: "word", QUOTE: "quote", QUOTE_OPENS: "opens", QUOTE_CLOSES: "closes"}


def marks(flags: int) -> list[str]:
    """Return the style classes of a run's flags: ``word``, ``quote``, ``opens``, ``closes``."""
    return [name for flag, name in _MARKS.items() if flags & flag]


def strength(row: dict[str, Any]) -> int:
    """Return 1 to 3 by the loaded_probability of a scored sentence (see ``STRENGTHS``)."""
    probability: float = row["loaded_probability"]
    return 1 + sum(probability >= limit for limit in STRENGTHS)
