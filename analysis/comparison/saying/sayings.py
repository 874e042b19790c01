"""Statements of one speaker that say the same, with their verbs of saying."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from analysis.columns import empty
from analysis.comparison.alignment.judge import Judge
from analysis.comparison.frames import SAYINGS
from analysis.frames import Result

if TYPE_CHECKING:
    import pandas as pd


def sayings(pairs: pd.DataFrame, articles: Sequence[Result], judge: Judge) -> pd.DataFrame:
    """Return the columns declared in ``SAYINGS``."""
    return empty(SAYINGS)
