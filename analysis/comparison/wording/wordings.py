"""The passages of a pair of sentences that differ."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from analysis.columns import empty
from analysis.comparison.frames import WORDINGS
from analysis.frames import Result

if TYPE_CHECKING:
    import pandas as pd


def wordings(pairs: pd.DataFrame, articles: Sequence[Result]) -> pd.DataFrame:
    """Return the columns declared in ``WORDINGS``."""
    return empty(WORDINGS)
