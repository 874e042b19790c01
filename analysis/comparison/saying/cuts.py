"""Quotations that two articles cut differently."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from analysis.columns import empty
from analysis.comparison.frames import CUTS
from analysis.frames import Result

if TYPE_CHECKING:
    import pandas as pd


def cuts(articles: Sequence[Result]) -> pd.DataFrame:
    """Return the columns declared in ``CUTS``."""
    return empty(CUTS)
