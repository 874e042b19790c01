"""How much room each speaker is given."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from analysis.columns import empty
from analysis.comparison.frames import SPEAKERS_COMPARED
from analysis.frames import Result

if TYPE_CHECKING:
    import pandas as pd


def speakers(articles: Sequence[Result]) -> pd.DataFrame:
    """Return the columns declared in ``SPEAKERS_COMPARED``."""
    return empty(SPEAKERS_COMPARED)
