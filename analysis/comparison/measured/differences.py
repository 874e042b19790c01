"""The differences of what is measured, with bootstrap intervals."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from analysis.columns import empty
from analysis.comparison.frames import DIFFERENCES
from analysis.frames import Result

if TYPE_CHECKING:
    import pandas as pd


def differences(articles: Sequence[Result]) -> pd.DataFrame:
    """Return the columns declared in ``DIFFERENCES``."""
    return empty(DIFFERENCES)
