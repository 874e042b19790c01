"""An article's sentences counted: by voice and sentiment, and by paragraph and band."""

from __future__ import annotations

from typing import TYPE_CHECKING

from analysis.frames import SENTIMENTS
from analysis.labels import BAND_NAMES, VOICE_NAMES

if TYPE_CHECKING:
    import pandas as pd


def voice_mix(sentences: pd.DataFrame) -> pd.DataFrame:
    """Return one row per voice that occurs in the sentences frame: outlet, mixed, quoted.

    Columns: voice, sentences (count of those scored), negative, neutral, positive (shares of
    them, sum 1).
    """
    counts = sentences.groupby(["voice", "sentiment"]).size().unstack(fill_value=0)
    counts = counts.reindex(columns=list(SENTIMENTS), fill_value=0)
    total = counts.sum(axis=1)
    shares = counts.div(total, axis=0).assign(sentences=total)
    return shares.loc[[voice for voice in VOICE_NAMES if voice in shares.index]].reset_index()


def paragraph_bands(sentences: pd.DataFrame) -> pd.DataFrame:
    """Return one row per paragraph of the sentences frame.

    Columns: paragraph (from 0), sentences (count of those scored, 0 where none was), loaded,
    uncertain, neutral (counts of them).
    """
    counts = sentences.groupby(["paragraph", "loaded"]).size().unstack(fill_value=0)
    places = sentences["paragraph"].drop_duplicates().rename("paragraph")
    counts = counts.reindex(index=places, columns=list(BAND_NAMES), fill_value=0)
    return counts.assign(sentences=counts.sum(axis=1)).reset_index()
