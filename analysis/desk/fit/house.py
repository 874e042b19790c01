"""The fit of the house: made from decisions, and asked about flags."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

import numpy as np

from analysis.desk.fit.counting import (
    FITTED_KINDS,
    TooFewDecisions,
    counted,
    fitted_decisions,
)
from analysis.desk.fit.crossvalidation import Chosen, Sample, choose, stays_unseen
from analysis.desk.fit.features import Seen, sections_of, seen
from analysis.desk.fit.figures import Figures, figures_of
from analysis.desk.fit.new_article import as_flags
from analysis.desk.fit.regression import sigmoid

if TYPE_CHECKING:
    import pandas as pd
    from numpy.typing import NDArray

    from analysis.desk.records import NewArticle

FLOOR = 0.9
"""Share of the flags that the house accepts which a fit keeps, unless another is asked for."""

SEED = 25

_SCALED = 5
"""The first values are numbers, and are scaled; the others are 0 or 1."""


_FAR = 3.0
"""Numbers further from the middle count as this far: nothing was learned there, and a line drawn on
through a few sentences of one length would say anything of a longer one."""


@dataclass(frozen=True)
class WordEffect:
    """What the fit learned of a word: ``key`` (``features.word_key``), how the house's decisions
    on it move the log odds, and how often it was accepted and dismissed."""

    key: str
    effect: float
    accepted: int
    dismissed: int


@dataclass(frozen=True)
class HouseFit:
    """Which of the model's flags the house would accept, learned from its decisions.

    A flag whose probability is under ``threshold`` is held back. ``floor`` is the share of accepted
    flags that the threshold had to keep; ``figures`` are measured on articles that the fit in
    question had not seen. ``model`` and ``model_version`` are those whose flags were decided on:
    others are not held back. ``last`` is the number of the last decision that it was made from.
    ``middles`` and ``spreads`` scale the first values, ``weights`` begin with the intercept.
    """

    model: str
    model_version: str
    last: int
    floor: float
    threshold: float
    sections: tuple[str, ...]
    middles: tuple[float, ...]
    spreads: tuple[float, ...]
    weights: tuple[float, ...]
    words: tuple[WordEffect, ...]
    figures: Figures

    @property
    def recommended(self) -> bool:
        """Whether precision rises beyond its interval, and the floor is not lost beyond its own."""
        figures = self.figures
        return figures.gain.low > 0 and figures.kept.high >= self.floor

    def judged(self, flags: pd.DataFrame) -> dict[int, tuple[float, bool]]:
        """Return for flags (a frame ``FLAGS``) their probability to be accepted, and whether they
        are held back; by the flag's number.

        House rules and flags of another model, or of another version of it, are left out.
        """
        fitting = flags[self._about(flags)]
        probabilities = self.probabilities(fitting)
        return {
            int(flag): (float(chance), bool(chance < self.threshold))
            for flag, chance in zip(fitting["flag"], probabilities, strict=True)
        }

    def judged_article(self, new: NewArticle) -> tuple[tuple[float | None, bool], ...]:
        """Return the same for each flag of an article that is being added, in their order; None and
        False for those that ``judged`` leaves out."""
        found = self.judged(as_flags(new))
        return tuple(found.get(place, (None, False)) for place in range(len(new.flags)))

    def probabilities(self, flags: pd.DataFrame) -> NDArray[np.float64]:
        """Return the probability to be accepted of each row of ``flags``, whatever its model."""
        what = seen(flags, self.sections)
        values = _scaled(what, np.asarray(self.middles), np.asarray(self.spreads))
        effects = {word.key: word.effect for word in self.words}
        of_words = np.asarray([effects.get(key, 0.0) for key in what.keys], float)
        return sigmoid(values @ np.asarray(self.weights) + of_words)

    def said(self) -> dict[str, Any]:
        """Return the fit as plain data, which ``from_said`` reads and JSON can hold."""
        from analysis.desk.fit.said import said

        return said(self)

    @classmethod
    def from_said(cls, data: Mapping[str, Any]) -> HouseFit:
        """Return the fit that ``said`` made plain data of. Raises BadFit."""
        from analysis.desk.fit.said import read

        return read(data)

    def _about(self, flags: pd.DataFrame) -> pd.Series:
        return (
            flags["kind"].isin(FITTED_KINDS)
            & (flags["model"] == self.model)
            & (flags["model_version"] == self.model_version)
        )


def house_fit(
    decisions: pd.DataFrame, *, floor: float = FLOOR, seed: int = SEED
) -> HouseFit | TooFewDecisions:
    """Return what a frame ``DECISIONS`` teaches; the same decisions give the same fit.

    ``floor``, over 0 and at most 1, is the least share of the accepted flags that is to stay.
    ``seed`` draws the parts of the cross-validation and the samples of the intervals.
    """
    if not 0 < floor <= 1:
        raise ValueError(f"floor is a share over 0 and at most 1, not {floor}")
    fitted = fitted_decisions(decisions)
    enough = counted(fitted)
    if not enough.enough:
        return enough
    sections = sections_of(fitted)
    what = seen(fitted, sections)
    numbers = what.values[:, :_SCALED]
    middles, spreads = numbers.mean(axis=0), numbers.std(axis=0)
    spreads[spreads < 1e-6] = 1.0
    keys, words = np.unique(np.asarray(what.keys, dtype=object).astype(str), return_inverse=True)
    order = np.argsort(words, kind="stable")
    rows = fitted.iloc[order]
    sample = Sample(
        values=_scaled(what, middles, spreads)[order],
        words=words[order].astype(np.int64),
        accepted=rows["accepted"].to_numpy(float),
        articles=rows["article"].to_numpy(np.int64),
        many=len(keys),
    )
    rng = np.random.default_rng(seed)
    stays = stays_unseen(sample, floor, rng)
    chosen = choose(sample, floor, rng)
    return HouseFit(
        model=str(fitted["model"].iloc[0]),
        model_version=str(fitted["model_version"].iloc[0]),
        last=int(fitted["decision"].max()),
        floor=floor,
        threshold=chosen.threshold,
        sections=sections,
        middles=tuple(middles.tolist()),
        spreads=tuple(spreads.tolist()),
        weights=tuple(chosen.regression.weights.tolist()),
        words=_words(keys.tolist(), sample, chosen),
        figures=figures_of(sample.accepted > 0.5, stays, sample.articles, seed),
    )


def _words(keys: list[str], sample: Sample, chosen: Chosen) -> tuple[WordEffect, ...]:
    """Return the words that were judged several times, the largest effects first."""
    accepted = np.bincount(sample.words, weights=sample.accepted, minlength=sample.many)
    every = np.bincount(sample.words, minlength=sample.many)
    found = [
        WordEffect(key, float(effect), int(yes), int(all_of - yes))
        for key, effect, yes, all_of in zip(
            keys, chosen.regression.effects, accepted, every, strict=True
        )
    ]
    return tuple(sorted(found, key=lambda word: (-abs(word.effect), word.key)))


def _scaled(
    what: Seen, middles: NDArray[np.float64], spreads: NDArray[np.float64]
) -> NDArray[np.float64]:
    """Return the values after a column of ones, the numbers among them scaled."""
    values = np.ones((len(what.values), what.values.shape[1] + 1))
    values[:, 1:] = what.values
    scaled = (what.values[:, :_SCALED] - middles) / spreads
    values[:, 1 : 1 + _SCALED] = np.clip(scaled, -_FAR, _FAR)
    return values
