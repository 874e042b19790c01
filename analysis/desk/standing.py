"""Which of all decisions count: those that stand, one a flag."""

from __future__ import annotations

from typing import TYPE_CHECKING

from analysis.desk.records import ACCEPT, REWORD, UNDO

if TYPE_CHECKING:
    import pandas as pd

AGREED = (ACCEPT, REWORD)
"""The acts that say that a flag is right: its words are accepted as wrong, or worded anew."""


def standing_decisions(decisions: pd.DataFrame) -> pd.DataFrame:
    """Return the rows of a frame ``DECISIONS`` that are the last word on their flag, in its order:
    none that was replaced or taken back, no second reading."""
    last_words = decisions["standing"] & ~decisions["second"] & (decisions["act"] != UNDO)
    return decisions[last_words]


def is_agreed(decisions: pd.DataFrame) -> pd.Series:
    """Say for each row whether it accepts or rewords, so says that the flag is right."""
    return decisions["act"].isin(AGREED)
