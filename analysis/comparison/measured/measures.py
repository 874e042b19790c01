"""What is measured in every article, with intervals."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from analysis.columns import empty
from analysis.comparison.frames import MEASURES
from analysis.frames import Result

if TYPE_CHECKING:
    import pandas as pd


def measures(articles: Sequence[Result]) -> pd.DataFrame:
    """Return the columns declared in ``MEASURES``."""
    return empty(MEASURES)
