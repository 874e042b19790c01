"""Signatures of articles, by which near-duplicates are found."""

from __future__ import annotations

from typing import TYPE_CHECKING

from analysis.columns import empty
from analysis.corpus.frames import SIGNATURES

if TYPE_CHECKING:
    import pandas as pd


def signatures(articles: pd.DataFrame) -> pd.DataFrame:
    """Return the frame ``SIGNATURES`` of articles that have the columns ``article``, ``date`` and
    ``text``. The engine writes it with each partition, into the folder ``signatures``."""
    return empty(SIGNATURES)
