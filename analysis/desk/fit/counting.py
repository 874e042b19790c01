"""Which decisions a fit is made from, and whether they are enough."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from analysis.desk.standing import is_agreed, standing_decisions

if TYPE_CHECKING:
    import pandas as pd

FITTED_KINDS = ("loaded", "doubting")
"""What a fit is about: the model's flags. Whether a house rule is any good, its accepted share
says, and the house can mend it."""

MIN_DECIDED, MIN_OF_EACH, MIN_ARTICLES = 60, 15, 5
"""Fewest decided flags, fewest accepted and fewest dismissed ones among them, and fewest articles.
A choice, not a finding: with fewer, a nested cross-validation by article has almost nothing to go
by."""


@dataclass(frozen=True)
class TooFewDecisions:
    """There are not enough decisions for a fit: what there is, and how much is missing (0: none).

    ``accepted`` counts reworded flags too; ``articles`` those with a decided flag.
    """

    accepted: int
    dismissed: int
    articles: int

    @property
    def decided(self) -> int:
        """Flags of the model with a standing decision."""
        return self.accepted + self.dismissed

    @property
    def missing_decided(self) -> int:
        """How many more flags have to be decided on, of whichever kind."""
        return max(MIN_DECIDED - self.decided, 0)

    @property
    def missing_accepted(self) -> int:
        """How many more have to be accepted or reworded."""
        return max(MIN_OF_EACH - self.accepted, 0)

    @property
    def missing_dismissed(self) -> int:
        """How many more have to be dismissed."""
        return max(MIN_OF_EACH - self.dismissed, 0)

    @property
    def missing_articles(self) -> int:
        """How many more articles need a decided flag."""
        return max(MIN_ARTICLES - self.articles, 0)

    @property
    def enough(self) -> bool:
        """Whether nothing is missing."""
        return not (
            self.missing_decided
            or self.missing_accepted
            or self.missing_dismissed
            or self.missing_articles
        )


def fitted_decisions(decisions: pd.DataFrame) -> pd.DataFrame:
    """Return the rows of a frame ``DECISIONS`` from which a fit is made, one a flag.

    They are the standing decisions on the model's flags, no second readings, of the model's version
    on which most was decided (of two, the one decided on last), with a column ``accepted``.
    """
    kept = standing_decisions(decisions)
    kept = kept[kept["kind"].isin(FITTED_KINDS)]
    if len(kept):
        versions = kept.groupby(["model", "model_version"])["decision"].agg(["size", "max"])
        name, version = versions.sort_values(["size", "max"]).index[-1]
        kept = kept[(kept["model"] == name) & (kept["model_version"] == version)]
    return kept.assign(accepted=is_agreed(kept))


def counted(fitted: pd.DataFrame) -> TooFewDecisions:
    """Return how many decisions there are in what ``fitted_decisions`` returned, and are missing;
    nothing may be."""
    accepted = int(fitted["accepted"].sum())
    return TooFewDecisions(accepted, len(fitted) - accepted, int(fitted["article"].nunique()))
