"""What two articles are to each other: copies, one event, or different things."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from analysis.columns import empty
from analysis.comparison.frames import RELATIONS
from analysis.frames import Result

if TYPE_CHECKING:
    import pandas as pd


def relations(pairs: pd.DataFrame, articles: Sequence[Result]) -> pd.DataFrame:
    """Return the columns declared in ``RELATIONS``."""
    return empty(RELATIONS)
