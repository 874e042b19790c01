"""A comparison made by hand, with every kind of difference in it: a pier that is closed.

``hand_made(2)`` is of articles A and B, ``hand_made(3)`` of A, B and C.
"""

from collections.abc import Sequence
from typing import Any

import pandas as pd

from analysis.columns import Columns, frame
from analysis.comparison.frames import (
    ATTRIBUTIONS,
    CUTS,
    DIFFERENCES,
    FACTS,
    MEASURES,
    NAMINGS,
    NUMBERS,
    PAIRS,
    RELATIONS,
    SAME_FACT,
    SAYINGS,
    SPEAKERS_COMPARED,
    WORDINGS,
    Comparison,
)
from analysis.frames import Result
from tests.hand_made_comparison import differences, told
from tests.hand_made_comparison.articles import TEXTS as TEXTS
from tests.hand_made_comparison.articles import article as article


def hand_made(articles: int = 2) -> Comparison:
    """Return the comparison of the first two or of all three articles."""
    results = tuple(map(article, range(articles)))
    pairs = told.pairs(results)
    return comparison_of(
        results,
        pairs=pairs,
        facts=told.facts(results),
        relations=[
            told.relation(a, b, int((one["band"] == SAME_FACT).sum()))
            for (a, b), one in pairs.groupby(["article_a", "article_b"])
        ],
        wordings=differences.wordings(results, pairs),
        numbers=differences.numbers(results, pairs),
        sayings=differences.sayings(results),
        attributions=differences.attributions(results),
        cuts=differences.cuts(results),
        namings=differences.namings(results),
        speakers=differences.speakers(results),
        measures=differences.MEASURES,
        differences=differences.DIFFERENCES,
    )


def comparison_of(articles: Sequence[Result], **frames: Any) -> Comparison:
    """Return a comparison with the given frames (or lists of their rows); others are empty."""
    columns: dict[str, Columns] = {
        "pairs": PAIRS,
        "facts": FACTS,
        "relations": RELATIONS,
        "wordings": WORDINGS,
        "numbers": NUMBERS,
        "sayings": SAYINGS,
        "attributions": ATTRIBUTIONS,
        "cuts": CUTS,
        "namings": NAMINGS,
        "speakers": SPEAKERS_COMPARED,
        "measures": MEASURES,
        "differences": DIFFERENCES,
    }
    made = {
        name: rows
        if isinstance(rows := frames.get(name, ()), pd.DataFrame)
        else frame({column: [row[column] for row in rows] for column in declared}, declared)
        for name, declared in columns.items()
    }
    return Comparison(articles=tuple(articles), **made)
