"""How often the house agrees with each of its checks: the accepted share, by rule and month.

A flag counts once, with the decision that stands; reworded is accepted. A conclusion is drawn from
``LEAST`` decided flags on, and only as far as the share's interval bears it.
"""

from __future__ import annotations

from collections.abc import Mapping
from math import nan
from typing import TYPE_CHECKING, Any

from analysis.columns import frame
from analysis.desk.frames import SHARES
from analysis.desk.standing import is_agreed, standing_decisions
from analysis.intervals import share_interval

if TYPE_CHECKING:
    import pandas as pd

LEAST = 10
"""Fewest decided flags from which a verdict is drawn."""

GOOD_SHARE = 0.9
"""A check is to be mended where fewer than this share of its flags are accepted."""

VERDICTS = TO_MEND, PERHAPS, TOO_FEW, GOOD = ("to mend", "perhaps to mend", "too few", "good")
"""What is said of a check, in the order in which they are shown."""


def verdict(accepted: int, decided: int) -> str:
    """Return what may be said of a check of whose ``decided`` flags ``accepted`` were accepted.

    ``to mend`` where the share and the whole of its interval lie under ``GOOD_SHARE``; ``perhaps to
    mend`` where only the share does; ``too few`` of less than ``LEAST`` decisions; else ``good``.
    """
    if decided < LEAST:
        return TOO_FEW
    if accepted / decided >= GOOD_SHARE:
        return GOOD
    return TO_MEND if share_interval(accepted, decided)[1] < GOOD_SHARE else PERHAPS


def accepted_shares(
    decisions: pd.DataFrame, revisions: Mapping[str, int] | None = None
) -> pd.DataFrame:
    """Return the accepted shares of a frame ``DECISIONS`` as a frame ``SHARES``.

    Of each check only its last revision counts: a rule that was mended starts anew. ``revisions``
    says for checks which one that is, where a newer one may have no decision yet; such a check has
    one row, of nothing decided. The interval is Wilson's (``analysis.intervals``); the month is
    that of the decision, in UTC; the verdict of every row is that of all months together.
    """
    standing = standing_decisions(decisions)
    last = {str(check): rows["revision"].max() for check, rows in standing.groupby("check")}
    last |= revisions or {}
    now = standing[standing["revision"] == standing["check"].map(last)]
    rows = []
    for check in sorted(last):
        of_check = now[now["check"] == check]
        months = of_check["made"].dt.strftime("%Y-%m")
        said = verdict(int(is_agreed(of_check).sum()), len(of_check))
        rows.append({"check": check, "month": "", **share_of(of_check), "verdict": said})
        rows += [
            {"check": check, "month": month, **share_of(of_month), "verdict": said}
            for month, of_month in of_check.groupby(months, sort=True)
        ]
    return _frame(rows)


def revision_shares(decisions: pd.DataFrame) -> dict[str, dict[int, tuple[int, int]]]:
    """Return how many flags were accepted and decided, by check and then by its revision, the
    oldest first."""
    standing = standing_decisions(decisions)
    found: dict[str, dict[int, tuple[int, int]]] = {}
    for check, of_check in standing.groupby("check", sort=True):
        for revision, rows in of_check.groupby("revision", sort=True):
            counted = int(is_agreed(rows).sum()), len(rows)
            found.setdefault(str(check), {})[int(str(revision))] = counted
    return found


def share_of(standing: pd.DataFrame) -> dict[str, Any]:
    """Return ``decided``, ``accepted``, ``share``, ``low`` and ``high`` of decisions that stand;
    the last three are NaN without any."""
    decided, accepted = len(standing), int(is_agreed(standing).sum())
    if not decided:
        return {"decided": 0, "accepted": 0, "share": nan, "low": nan, "high": nan}
    share, (low, high) = accepted / decided, share_interval(accepted, decided)
    # Of all or none the end is the share itself, which rounding may miss by a hair.
    return {
        "decided": decided,
        "accepted": accepted,
        "share": share,
        "low": min(low, share),
        "high": max(high, share),
    }


def _frame(rows: list[dict[str, Any]]) -> pd.DataFrame:
    return frame({name: [row[name] for row in rows] for name in SHARES}, SHARES)
