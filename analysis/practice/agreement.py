"""Agreement beyond chance: Cohen's κ between two, Krippendorff's α among many."""

from __future__ import annotations

from collections.abc import Sequence
from math import nan
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import numpy as np
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
    return binary_alpha(np.column_stack([np.bincount(unit) - loaded, loaded]))


def binary_alpha(counts: np.ndarray) -> float:
    """Return Krippendorff's α of yes-or-no judgements; the formula as ``krippendorff_alpha``.

    ``counts`` has one row per unit (a sentence, a flag): how many said no, how many yes. Units with
    fewer than two judgements do not count. NaN where that leaves nothing, or one answer throughout.
    """
    counts = counts[counts.sum(axis=1) > 1]
    if not len(counts) or not counts.sum(axis=0).all():
        return nan
    from krippendorff import alpha

    return float(alpha(value_counts=counts, level_of_measurement="nominal"))


def alpha_interval(
    counts: np.ndarray, groups: np.ndarray, resamples: int = 2_000
) -> tuple[float, float]:
    """Return the 95 % interval of ``binary_alpha(counts)``, by the bootstrap over groups of units.

    ``groups`` says for each unit to which group it belongs (its article, or itself): whole groups
    are drawn with replacement, as judgements on one article are not independent of each other
    (Field and Welsh 2007, Journal of the Royal Statistical Society B 69, pages 369 to 390). The
    same counts give the same interval. NaN where more than one in twenty samples has one answer
    throughout, so that its α is not defined.
    """
    import numpy as np

    of_unit = counts.sum(axis=1)
    counts, groups = counts[of_unit > 1], groups[of_unit > 1]
    if not len(counts):
        return nan, nan
    no, yes = counts[:, 0].astype(float), counts[:, 1].astype(float)
    # α of binary data is 1 − (n − 1) Σ no·yes/(no + yes − 1) / (Σ no · Σ yes): of sums over units,
    # so a sample is a weight for each group.
    differing = no * yes / (no + yes - 1)
    _, group = np.unique(groups, return_inverse=True)
    sums = np.column_stack([np.bincount(group, weights=one) for one in (differing, no, yes)])
    drawn = np.random.default_rng(0).multinomial(
        len(sums), np.full(len(sums), 1 / len(sums)), size=resamples
    )
    differs, nos, yeses = (drawn @ sums).T
    defined = (nos > 0) & (yeses > 0)
    if defined.mean() < 0.95:
        return nan, nan
    differs, nos, yeses = differs[defined], nos[defined], yeses[defined]
    alphas = 1 - (nos + yeses - 1) * differs / (nos * yeses)
    low, high = np.quantile(alphas, [0.025, 0.975])
    return float(low), float(high)
