"""What a trial finds: the frames of rules and of examples, and their record."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from analysis.columns import Column, Columns

if TYPE_CHECKING:
    import pandas as pd

TRIED: Columns = {
    "rule": Column("str", "id of the rule"),
    "state": Column("str", "draft or live"),
    "severity": Column("str", "note, warning or error"),
    "tried": Column("bool", "whether the archive has articles, or titles, at which it looks"),
    "own": Column("int64", "places outside quotation marks, in the parts where the rule looks"),
    "quoted": Column("int64", "places inside quotation marks, in the parts where the rule looks"),
    "hits": Column("int64", "those of these places that the rule would report"),
    "articles": Column("int64", "articles with at least one hit"),
    "share": Column("float64", "articles with a hit, as a share of all articles (0 to 1)"),
    "per_1000": Column("float64", "hits per 1,000 articles of the archive"),
}
"""One row per rule, in the order of their file."""

EXAMPLES: Columns = {
    "rule": Column("str", "id of the rule"),
    "article": Column("int64", "number of the article in the archive, from 0"),
    "name": Column("str", "what the archive calls the article: its id, title or path, or empty"),
    "before": Column("str", "what stands before the hit, on one line"),
    "text": Column("str", "the words found"),
    "after": Column("str", "what stands after the hit, on one line"),
    "quoted": Column("bool", "whether the hit is inside quotation marks"),
}
"""Hits to look at: of each rule some articles chosen by chance, one hit of each, in the order of
the archive."""


@dataclass(frozen=True)
class Trial:
    """Rules that were tried on ``articles`` articles.

    ``rules`` has the columns ``TRIED``, ``examples`` those of ``EXAMPLES``; ``notices`` are
    sentences on what was not done.
    """

    rules: pd.DataFrame
    examples: pd.DataFrame
    articles: int
    notices: tuple[str, ...] = ()
