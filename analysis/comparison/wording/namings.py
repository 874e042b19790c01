"""What the same people and things are called."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from analysis.columns import empty
from analysis.comparison.frames import NAMINGS
from analysis.frames import Result

if TYPE_CHECKING:
    import pandas as pd


def namings(pairs: pd.DataFrame, articles: Sequence[Result]) -> pd.DataFrame:
    """Return the columns declared in ``NAMINGS``."""
    return empty(NAMINGS)
