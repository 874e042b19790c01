"""What is said of how often each check is accepted, and of those that are to be mended."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from math import isnan
from types import MappingProxyType
from typing import TYPE_CHECKING, Any

from analysis.desk.check_figures import CheckFigures
from analysis.desk.records import DISMISS_REASONS
from analysis.desk.shares import GOOD, GOOD_SHARE, LEAST, PERHAPS, TO_MEND, TOO_FEW
from analysis.intervals import share_difference
from analysis.output.export import records
from analysis.output.phrasing.captions import Caption
from analysis.output.phrasing.numerals import counted, joined, percent
from analysis.rules.frames import MODEL_CHECKS

if TYPE_CHECKING:
    import pandas as pd

VERDICT_NAMES: Mapping[str, str] = MappingProxyType(
    {
        TO_MEND: "▼ to mend",
        PERHAPS: "◆ perhaps to mend",
        TOO_FEW: "○ too few to say",
        GOOD: "✓ good",
    }
)
"""How each verdict is shown: a sign of its own, and words."""

ABOUT_SHARES = (
    f"A check is to be mended where fewer than {percent(GOOD_SHARE)} of its flags are accepted or "
    "reworded. A flag counts once, with its last decision. The interval says within which bounds "
    "the share of many more flags like these may lie (Wilson 1927, 95%); under "
    f"{LEAST} decisions no verdict is given. "
    "A house rule that was mended starts anew: only decisions on its last revision count."
)
"""Stands with the table of shares."""

NOTHING_DECIDED = (
    "Nothing is decided yet. Decide on some flags in the queue: their accepted shares come here."
)


def checks_summary(figures: Sequence[CheckFigures]) -> str:
    """Say how many checks are to be mended: ``To mend: house.slam. Perhaps to mend: 1 more.``"""
    of: dict[str, list[str]] = {name: [] for name in VERDICT_NAMES}
    for one in figures:
        of[one.verdict].append(check_name(one.check.check))
    said = [
        f"{label}: {joined(names)}."
        for label, names in (("To mend", of[TO_MEND]), ("Perhaps to mend", of[PERHAPS]))
        if names
    ]
    if not said and of[GOOD]:
        said.append("No check is to be mended.")
    if few := len(of[TOO_FEW]):
        verb = "has" if few == 1 else "have"
        said.append(f"{counted(few, 'check')} {verb} too few decisions for a verdict.")
    return " ".join(said) or NOTHING_DECIDED


def share_said(row: Mapping[str, Any]) -> str:
    """Say a share of ``SHARES`` or ``BY_BAND``: ``12 of 24 accepted: 50% (31% to 69%)``."""
    if not row["decided"]:
        return "nothing decided yet"
    of = f"{row['accepted']:,} of {row['decided']:,} accepted"
    return f"{of}: {percent(row['share'])} ({interval_said(row['low'], row['high'])})"


def interval_said(low: float, high: float) -> str:
    """Say an interval of a share: ``31% to 69%``; empty where there is none."""
    return "" if isnan(low) or isnan(high) else f"{percent(low)} to {percent(high)}"


def verdict_said(figures: CheckFigures) -> str:
    """Say what may be concluded of a check, and from what."""
    row = records(figures.shares.iloc[:1])[0]
    good = percent(GOOD_SHARE)
    if figures.verdict == TO_MEND:
        return (
            f"Fewer than {good} of its flags are right, and chance does not explain it: the whole "
            f"interval, {interval_said(row['low'], row['high'])}, lies under that."
        )
    if figures.verdict == PERHAPS:
        return (
            f"Fewer than {good} of its flags were right so far, but the interval, "
            f"{interval_said(row['low'], row['high'])}, reaches that: decide on more flags first."
        )
    if figures.verdict == TOO_FEW:
        return f"Of fewer than {LEAST} decisions nothing can be concluded."
    if row["low"] < GOOD_SHARE:
        return (
            f"At least {good} of its flags were right so far, but the interval, "
            f"{interval_said(row['low'], row['high'])}, reaches under that."
        )
    return f"At least {good} of its flags are right."


def reasons_said(figures: CheckFigures) -> str:
    """Say why flags were dismissed: ``Dismissed as: fair wording here (5), …``; empty if none."""
    if not figures.reasons:
        return ""
    named = [f"{DISMISS_REASONS[reason]} ({count:,})" for reason, count in figures.reasons]
    return f"Dismissed as: {', '.join(named)}."


def revisions_said(figures: CheckFigures) -> str:
    """Say what became of earlier revisions of a rule; empty where there was none."""
    earlier = [one for one in figures.revisions if one[0] != figures.check.revision]
    if not earlier:
        return ""
    were = joined(
        [
            f"{accepted:,} of {decided:,} in revision {revision}"
            for revision, accepted, decided in earlier
        ]
    )
    return f"Revision {figures.check.revision} counts. Before, {were} were accepted."


def kind_said(kind: str) -> str:
    """Say what found a flag: ``house rule``, ``the model``, ``the table of verbs``."""
    return {"loaded": "the model", "doubting": "the table of verbs"}.get(kind, "house rule")


def months_caption(figures: CheckFigures) -> Caption:
    """Say whether a check is accepted more or less often than at first, if that is sure."""
    months = records(figures.months)
    words = " ".join(f"{row['month']}: {share_said(row)}." for row in months)
    name = check_name(figures.check.check)
    if len(months) < 2:
        return Caption(f"Decisions on {name} are of one month", words or NOTHING_DECIDED)
    first, last = months[0], months[-1]
    if min(first["decided"], last["decided"]) >= LEAST:
        low, high = share_difference(
            (last["accepted"], last["decided"]), (first["accepted"], first["decided"])
        )
        for sure, how in ((low > 0, "more"), (high < 0, "less")):
            if sure:
                when = f"in {last['month']} than in {first['month']}"
                return Caption(f"{name} is accepted {how} often {when}", words)
    return Caption(f"{name}: accepted share by month, no clear change", words)


def check_name(check: str) -> str:
    """Return how a check is called: the model's by what they are, a rule by its id."""
    names = {MODEL_CHECKS["loaded"]: "Loaded words", MODEL_CHECKS["doubting"]: "Doubting verbs"}
    return names.get(check, check)


def decided_said(decisions: pd.DataFrame) -> str:
    """Say how many decisions a frame ``DECISIONS`` has, of whom, since when."""
    if decisions.empty:
        return NOTHING_DECIDED
    since = decisions["made"].min().strftime("%Y-%m-%d")
    editors = counted(decisions["editor"].nunique(), "editor")
    flags = counted(decisions["flag"].nunique(), "flag")
    return f"{counted(len(decisions), 'decision')} on {flags} by {editors} since {since}."
