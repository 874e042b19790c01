"""How far the editors agree with each other, and with the model."""

from __future__ import annotations

from collections import Counter, defaultdict
from dataclasses import dataclass
from itertools import combinations, pairwise
from math import nan
from typing import TYPE_CHECKING, Any

from analysis.columns import frame
from analysis.desk.frames import BY_BAND
from analysis.desk.judgements import Judgement, judgements
from analysis.desk.shares import share_of
from analysis.desk.standing import standing_decisions

if TYPE_CHECKING:
    import numpy as np
    import pandas as pd

LEAST_JUDGED_TWICE = 10
"""Fewest flags judged by two editors from which an interval of α is given."""

_LEAST_ARTICLES = 10
"""From as many articles on, the interval is over articles, else over flags."""

_BANDS = (0.0, 0.5, 0.6, 0.7, 0.8, 0.9, 1.0)
"""Limits of the bands of probability; what is flagged is mostly over one half."""


@dataclass(frozen=True)
class Alpha:
    """Krippendorff's α with its 95 % interval, on ``flags`` that two or more editors judged.

    ``alpha`` is NaN where no flag was, or all were judged alike; ``low`` and ``high`` are NaN with
    fewer than ``LEAST_JUDGED_TWICE`` flags too. ``over`` says what the bootstrap drew: ``articles``
    or ``flags``.
    """

    alpha: float
    low: float
    high: float
    flags: int
    over: str


@dataclass(frozen=True)
class PairAgreement:
    """Two editors: how many flags both judged (``flags``), and how many alike (``same``)."""

    names: tuple[str, str]
    flags: int
    same: int


@dataclass(frozen=True)
class CheckAgreement:
    """A check: how many of its flags two or more editors judged, and on how many these differ."""

    check: str
    flags: int
    differ: int


@dataclass(frozen=True)
class Agreement:
    """How far the editors agree on whether flags are right.

    ``all`` counts every judgement, ``independent`` only those given without having seen another's:
    first decisions and second readings. ``seen`` counts the flags on which somebody's last
    judgement was given after seeing another's decision. ``pairs`` and ``checks`` are of all
    judgements, those that part most often first.
    """

    all: Alpha
    independent: Alpha
    seen: int
    pairs: tuple[PairAgreement, ...]
    checks: tuple[CheckAgreement, ...]

    @property
    def flags(self) -> int:
        """Flags that two or more editors judged."""
        return self.all.flags


def reviewers_agreement(decisions: pd.DataFrame) -> Agreement:
    """Return how far the editors in a frame ``DECISIONS`` agree: accepted or reworded against
    dismissed, the last judgement of each on a flag, second readings included."""
    judged = judgements(decisions)
    return Agreement(
        all=_alpha(judged),
        independent=_alpha(judgements(decisions, independent=True)),
        seen=len({one.flag for one in judged if not one.independent}),
        pairs=_pairs(judged),
        checks=_checks(judged),
    )


def model_agreement(decisions: pd.DataFrame) -> pd.DataFrame:
    """Return the accepted share of what was flagged, as a frame ``BY_BAND``: of the model's flags
    by how probable it said that they are, of house rules (in all their revisions) by severity, the
    severest first."""
    standing = standing_decisions(decisions)
    rows: list[dict[str, Any]] = []
    of_model = standing[standing["kind"] != "rule"]
    for check, flagged in of_model.groupby("check", sort=True):
        known = flagged[flagged["probability"].notna()]
        for low, high in pairwise(_BANDS):
            last = high == _BANDS[-1]
            inside = (known["probability"] >= low) & ((known["probability"] < high) | last)
            rows.append(_band(str(check), f"{low:.2f} to {high:.2f}", low, known[inside]))
        rows.append(_band(str(check), "", nan, flagged[flagged["probability"].isna()]))
    rules = standing[standing["kind"] == "rule"]
    for severity in ("error", "warning", "note"):
        of_severity = rules[rules["severity"] == severity]
        rows.append(_band(f"house rules: {severity}", "", nan, of_severity))
    kept = [row for row in rows if row["decided"]]
    return frame({name: [row[name] for row in kept] for name in BY_BAND}, BY_BAND)


def _band(what: str, band: str, low: float, decided: pd.DataFrame) -> dict[str, Any]:
    mean = float(decided["probability"].mean()) if band and len(decided) else nan
    return {"what": what, "band": band, "from": low, "probability": mean, **share_of(decided)}


def _alpha(judged: list[Judgement]) -> Alpha:
    from analysis.practice.agreement import alpha_interval, binary_alpha

    counts, articles = _counts(judged)
    number = len(counts)
    over = "articles" if len(set(articles.tolist())) >= _LEAST_ARTICLES else "flags"
    alpha, low, high = binary_alpha(counts), nan, nan
    if number >= LEAST_JUDGED_TWICE:
        import numpy as np

        groups = articles if over == "articles" else np.arange(number)
        low, high = alpha_interval(counts, groups)
    return Alpha(alpha, low, high, number, over)


def _counts(judged: list[Judgement]) -> tuple[np.ndarray, np.ndarray]:
    """Return, for each flag that two or more judged, how many said no and yes; and its article."""
    import numpy as np

    by_flag: dict[tuple[int, int], list[int]] = {}
    for one in judged:
        by_flag.setdefault((one.flag, one.article), [0, 0])[one.agrees] += 1
    twice = {of: counts for of, counts in sorted(by_flag.items()) if sum(counts) > 1}
    counts = np.array(list(twice.values()), dtype="int64").reshape(-1, 2)
    return counts, np.array([article for _, article in twice], dtype="int64")


def _pairs(judged: list[Judgement]) -> tuple[PairAgreement, ...]:
    names = {one.editor: one.name for one in judged}
    same: Counter[tuple[int, int]] = Counter()
    both: Counter[tuple[int, int]] = Counter()
    for of_flag in _by_flag(judged):
        for one, other in combinations(sorted(of_flag, key=lambda each: each.editor), 2):
            pair = one.editor, other.editor
            both[pair] += 1
            same[pair] += one.agrees == other.agrees
    found = [
        PairAgreement((names[pair[0]], names[pair[1]]), both[pair], same[pair]) for pair in both
    ]
    return tuple(sorted(found, key=lambda one: (one.same - one.flags, -one.flags, one.names)))


def _checks(judged: list[Judgement]) -> tuple[CheckAgreement, ...]:
    flags: Counter[str] = Counter()
    differ: Counter[str] = Counter()
    for of_flag in _by_flag(judged):
        if len(of_flag) > 1:
            flags[of_flag[0].check] += 1
            differ[of_flag[0].check] += len({one.agrees for one in of_flag}) > 1
    found = [CheckAgreement(check, flags[check], differ[check]) for check in flags]
    return tuple(sorted(found, key=lambda one: (-one.differ, -one.flags, one.check)))


def _by_flag(judged: list[Judgement]) -> list[list[Judgement]]:
    found: dict[int, list[Judgement]] = defaultdict(list)
    for one in judged:
        found[one.flag].append(one)
    return list(found.values())
