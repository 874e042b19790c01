"""The facts of several articles: sentences that tell the same, put together."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from analysis.columns import frame
from analysis.comparison.frames import FACTS, SAME_FACT
from analysis.frames import FURNITURE, Result

if TYPE_CHECKING:
    import pandas as pd


def facts(pairs: pd.DataFrame, articles: Sequence[Result]) -> pd.DataFrame:
    """Return the columns declared in ``FACTS``."""
    keys = [
        (place, int(number))
        for place, article in enumerate(articles)
        for number in article.sentences["sentence"][article.sentences["part"] != FURNITURE]
    ]
    root = {key: key for key in keys}

    def of(key: tuple[int, int]) -> tuple[int, int]:
        while root[key] != key:
            key = root[key]
        return key

    same = pairs[pairs["band"] == SAME_FACT]
    for a, i, b, j in zip(
        *(
            same[name].astype(int)
            for name in ("article_a", "sentence_a", "article_b", "sentence_b")
        ),
        strict=True,
    ):
        one, other = of((a, i)), of((b, j))
        root[max(one, other)] = min(one, other)
    groups: dict[tuple[int, int], list[tuple[int, int]]] = {}
    for key in keys:
        groups.setdefault(of(key), []).append(key)
    ordered = sorted(groups.values(), key=lambda group: (-len({a for a, _ in group}), group[0]))
    rows = [
        (number, len({a for a, _ in group}), place, sentence)
        for number, group in enumerate(ordered)
        for place, sentence in group
    ]
    return frame(
        {
            "fact": [row[0] for row in rows],
            "articles": [row[1] for row in rows],
            "article": [row[2] for row in rows],
            "sentence": [row[3] for row in rows],
            "text": [articles[a].sentences["text"].iloc[s] for _, _, a, s in rows],
            "band": [SAME_FACT] * len(rows),
        },
        FACTS,
    )
