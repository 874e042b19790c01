"""Simulated decisions on half of the articles, and what their fit does on the other half."""

from __future__ import annotations

import random
import time
from dataclasses import asdict
from statistics import fmean
from typing import TYPE_CHECKING, Any

import numpy as np
import pandas as pd

from analysis.columns import frame
from analysis.desk.fit import FLOOR, HouseFit, house_fit
from analysis.desk.fit.crossvalidation import threshold_of
from analysis.desk.fit.figures import figures_of
from analysis.desk.frames import DECISIONS
from tests.bench.simulated_newsroom.lexicon import Lexicon
from tests.bench.simulated_newsroom.tastes import Taste, judgement

if TYPE_CHECKING:
    from numpy.typing import NDArray

_DRAWS = 30
_MADE = pd.Timestamp("2026-11-02 09:00", tz="UTC")


def decided(flags: pd.DataFrame, taste: Taste, lexicon: Lexicon, seed: int) -> pd.DataFrame:
    """Return a frame ``DECISIONS``: one decision on each of ``flags``, as the taste has it."""
    dice = random.Random(seed)
    verdicts = [taste(flag, lexicon, dice) for flag in flags.itertuples()]
    many = len(flags)
    return frame(
        flags.drop(columns="state").assign(
            decision=range(1, many + 1),
            standing=True,
            second=False,
            act=["accept" if accepted else "dismiss" for accepted, _ in verdicts],
            reason=[reason for _, reason in verdicts],
            wording="",
            note="",
            editor=1,
            name="Ann",
            made=[_MADE + pd.Timedelta(minutes=number) for number in range(many)],
            url="",
        ),
        DECISIONS,
    )


def tried(
    flags: pd.DataFrame, taste: Taste, lexicon: Lexicon, seed: int, floor: float = FLOOR
) -> dict[str, Any]:
    """Return what a fit on half of the articles is worth on the other half, as plain data.

    ``said`` is what the fit itself said before; ``unseen`` what came true; ``reachable`` the
    precision of somebody who knows the taste. Without enough decisions there is only ``missing``.
    """
    articles = flags["article"].unique()
    np.random.default_rng(seed).shuffle(articles)
    first = flags["article"].isin(articles[: len(articles) // 2])
    fit = house_fit(decided(flags[first], taste, lexicon, seed), floor=floor)
    if not isinstance(fit, HouseFit):
        return {"missing": asdict(fit)}
    unseen = decided(flags[~first], taste, lexicon, seed + 1_000)
    judged = fit.judged(flags[~first])
    stays = np.asarray([not judged[flag][1] for flag in unseen["flag"]])
    accepted = (unseen["act"] == "accept").to_numpy()
    return {
        "recommended": fit.recommended,
        "reachable": _reachable(flags[~first], accepted, taste, lexicon, floor),
        "said": asdict(fit.figures),
        "unseen": asdict(figures_of(accepted, stays, unseen["article"].to_numpy(), seed)),
    }


def fit_seconds(flags: pd.DataFrame, lexicon: Lexicon, many: int = 5_000) -> tuple[float, int]:
    """Return the seconds of a fit on so many decisions, of fewer flags repeated as those of
    other articles."""
    times = -(-many // len(flags))
    parts = [flags.assign(article=flags["article"] + 100_000 * part) for part in range(times)]
    whole = pd.concat(parts, ignore_index=True).head(many)
    decisions = decided(whole.assign(flag=range(len(whole))), judgement, lexicon, 1)
    taken = []
    for _ in range(3):
        started = time.perf_counter()
        house_fit(decisions)
        taken.append(time.perf_counter() - started)
    return min(taken), len(decisions)


def _reachable(
    flags: pd.DataFrame,
    accepted: NDArray[np.bool_],
    taste: Taste,
    lexicon: Lexicon,
    floor: float,
) -> float:
    """Return the precision that somebody would reach who knows the taste, all but its chance, and
    has to keep the floor: what no fit can be expected to exceed."""
    dice = random.Random(0)
    chances = np.asarray(
        [fmean(taste(flag, lexicon, dice)[0] for _ in range(_DRAWS)) for flag in flags.itertuples()]
    )
    stays = chances >= threshold_of(chances, accepted, floor)
    return float(accepted[stays].mean())
