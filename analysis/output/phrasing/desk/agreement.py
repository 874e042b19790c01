"""What is said of how far editors agree with each other and with the model."""

from __future__ import annotations

from math import isnan
from typing import TYPE_CHECKING

from analysis.desk.agreement import (
    LEAST_JUDGED_TWICE,
    Agreement,
    Alpha,
    CheckAgreement,
    PairAgreement,
)
from analysis.desk.shares import LEAST
from analysis.intervals import share_interval
from analysis.output.export import records
from analysis.output.phrasing.captions import Caption
from analysis.output.phrasing.desk.shares import check_name, share_said
from analysis.output.phrasing.numerals import counted, joined, two_decimals

if TYPE_CHECKING:
    import pandas as pd

RELIABLE, TENTATIVE = 0.8, 0.667

ABOUT_ALPHA = (
    "Krippendorff’s α is agreement beyond what chance would give: 1 is full agreement, 0 is no "
    "more than chance. Krippendorff (2004, Content Analysis) relies on judgements from 0.80 on, "
    "and draws tentative conclusions from 0.667 on. A low α need not be anybody’s mistake: it says "
    "that a check leaves room for two opinions, and should say more exactly what it means."
)
"""Stands with the agreement between editors."""

ONLY_PRECISION = (
    "Only what was flagged is decided on. So the desk shows how often a flag is right, and not "
    "how much is overlooked. For the same reason there is no α between editors and model: it says "
    "yes to every flag, and whoever always says yes agrees no better than chance would. Its "
    "probability is how likely readers are to call the words loaded; the accepted share is what "
    "this house thinks of them."
)
"""Stands with the agreement between editors and the model."""

NONE_JUDGED_TWICE = (
    "No flag was judged by two editors yet. Choose “second reading” in the queue: it shows flags "
    "that others decided, without what they decided."
)


def agreement_said(agreement: Agreement) -> list[str]:
    """Return what is said of the agreement between editors, the most important sentence first."""
    if not agreement.flags:
        return [NONE_JUDGED_TWICE]
    said = []
    if agreement.independent.flags:
        said.append(alpha_said(agreement.independent, "without seeing each other’s decision"))
    else:
        said.append(
            "No flag was judged by two editors without seeing each other’s decision: second "
            "readings are how."
        )
    if agreement.seen:
        said.append(
            f"On {counted(agreement.seen, 'flag')} an editor decided after seeing another’s "
            "decision, mostly to change it. " + alpha_said(agreement.all, "in either way")
        )
    return said


def alpha_said(alpha: Alpha, how: str) -> str:
    """Say an α with its interval and what may be concluded from it; ``how`` says how the flags were
    judged by two or more editors."""
    of = f"{counted(alpha.flags, 'flag')} that two or more editors judged {how}"
    if isnan(alpha.alpha):
        return f"On {of}, all judgements are the same: α cannot be worked out."
    value = f"On {of}, α is {two_decimals(alpha.alpha)}"
    if isnan(alpha.low):
        return (
            f"{value}; of fewer than {LEAST_JUDGED_TWICE} flags, or of flags nearly all judged the "
            "same, nothing can be concluded."
        )
    ends = f"{two_decimals(alpha.low)} to {two_decimals(alpha.high)}"
    interval = f"95% interval {ends}, by drawing {alpha.over} anew"
    return f"{value} ({interval}): {_concluded(alpha)}."


def _concluded(alpha: Alpha) -> str:
    if alpha.low >= RELIABLE:
        return "enough to rely on"
    if alpha.low >= TENTATIVE:
        return "enough for tentative conclusions"
    if alpha.high < TENTATIVE:
        return "too little to rely on one editor’s judgement alone"
    return "too uncertain to say whether that is enough"


def pair_said(pair: PairAgreement) -> str:
    """Say how often two editors judged alike: ``Ann and Ben: 26 of 30 flags alike``."""
    return f"{joined(pair.names)}: {pair.same:,} of {counted(pair.flags, 'flag')} alike"


def check_said(check: CheckAgreement) -> str:
    """Say on how many flags of a check editors differ."""
    differ = f"{check.differ:,}" if check.differ else "none"
    name = check_name(check.check)
    return f"{name}: they differ on {differ} of {counted(check.flags, 'flag')}"


def bands_caption(bands: pd.DataFrame) -> Caption:
    """Say where the accepted share of the model's flags departs from their probability.

    ``bands`` are rows of ``BY_BAND``; those without a band are left out.
    """
    rows = [row for row in records(bands) if row["band"]]
    words = " ".join(
        f"{row['band']}: {share_said(row)}, at a mean probability of {row['probability']:.2f}."
        for row in rows
    )
    enough = [row for row in rows if row["decided"] >= LEAST]
    if not enough:
        return Caption("Too few decisions in each band to compare them with its probability", words)
    fewer = [row["band"] for row in enough if row["high"] < row["probability"]]
    more = [row["band"] for row in enough if row["low"] > row["probability"]]
    said = [
        f"{how} often than their probability in {joined(found)}"
        for how, found in (("less", fewer), ("more", more))
        if found
    ]
    if said:
        return Caption(f"Accepted {joined(said)}", words)
    which = "the band" if len(enough) == 1 else f"the {len(enough)} bands"
    return Caption(
        f"In {which} with enough decisions, no clear difference from their probability", words
    )


def precision_said(bands: pd.DataFrame) -> list[str]:
    """Say, for each check of the model and severity of house rules, how often flags are accepted,
    with the interval."""
    lines = []
    for what, rows in bands.groupby("what", sort=False):
        accepted, decided = int(rows["accepted"].sum()), int(rows["decided"].sum())
        name = check_name(str(what))
        low, high = share_interval(accepted, decided)
        row = {
            "accepted": accepted,
            "decided": decided,
            "share": accepted / decided,
            "low": low,
            "high": high,
        }
        lines.append(f"{name[0].upper()}{name[1:]}: {share_said(row)}")
    return lines
