"""Statements that one article attributes and another asserts."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from analysis.columns import empty
from analysis.comparison.alignment.judge import Judge
from analysis.comparison.frames import ATTRIBUTIONS
from analysis.frames import Result

if TYPE_CHECKING:
    import pandas as pd


def attributions(pairs: pd.DataFrame, articles: Sequence[Result], judge: Judge) -> pd.DataFrame:
    """Return the columns declared in ``ATTRIBUTIONS``."""
    return empty(ATTRIBUTIONS)
