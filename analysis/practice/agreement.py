"""Agreement beyond chance: Cohen's κ between two, Krippendorff's α among many."""

from __future__ import annotations

from collections.abc import Sequence
from math import nan
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import pandas as pd


def cohen_kappa(one: Sequence[bool], other: Sequence[bool]) -> float:
    """Return Cohen's κ of two readers who answered the same yes-or-no questions, in one order.

    κ = (p_o − p_e) / (1 − p_e), where p_o is the share of questions with the same answer and p_e
    the share to expect from how often each says yes (Cohen 1960, Educational and Psychological
    Measurement 20, pages 37 to 46). It is 1 for the same answers throughout and 0 for what chance
    would give; NaN without questions, and where both give one and the same answer to all of them,
    as chance would then too. Answers of different lengths raise ValueError.
    """
    total = len(one)
    same = sum(a == b for a, b in zip(one, other, strict=True))
    # Counts instead of shares, so that “expected agreement is 1” is an exact comparison.
    yes, other_yes = sum(map(bool, one)), sum(map(bool, other))
    by_chance = yes * other_yes + (total - yes) * (total - other_yes)
    if by_chance == total * total:
        return nan
    return (same * total - by_chance) / (total * total - by_chance)


def krippendorff_alpha(marks: pd.DataFrame) -> float:
    """Return Krippendorff's α of a frame ``MARKS``: how far its readers agree on what is loaded.

    α = 1 − D_o / D_e for nominal data, the observed disagreement against the one to expect if
    answers were dealt out by chance (Krippendorff 2011, Computing Krippendorff's
    alpha-reliability). Readers may have judged different sentences; what only one has judged does
    not count. NaN where that leaves nothing, or the same answer throughout.
    """
    import numpy as np

    if marks.empty:
        return nan
    _, unit = np.unique(marks["sentence"].to_numpy(), return_inverse=True)
    loaded = np.bincount(unit, weights=marks["loaded"].to_numpy()).astype("int64")
    counts = np.column_stack([np.bincount(unit) - loaded, loaded])
    counts = counts[counts.sum(axis=1) > 1]
    if not counts.sum(axis=0).all():
        return nan
    from krippendorff import alpha

    return float(alpha(value_counts=counts, level_of_measurement="nominal"))
