"""Which sentences of the articles tell the same: pairs, facts, relations."""

from collections.abc import Sequence
from typing import Any

import pandas as pd

from analysis.columns import frame
from analysis.comparison.frames import NO_MATCH, PAIRS, POSSIBLY, SAME_FACT
from analysis.frames import Result
from tests.hand_made_comparison.articles import TEXTS
from tests.hand_made_statements import NAN

_PAIRED = {
    (0, 1): ((0, 0, POSSIBLY), (1, 1), (2, 2), (3, 3), (5, 4), (6, 6, POSSIBLY)),
    (0, 2): ((1, 1), (5, 3)),
    (1, 2): ((1, 1), (4, 3)),
}
"""The pairs of sentences of each two articles; same fact unless a band is given."""

_FACTS: Sequence[Sequence[tuple[int, int] | tuple[int, int, str]]] = (
    ((0, 1), (1, 1), (2, 1)),
    ((0, 5), (1, 4), (2, 3)),
    ((0, 2), (1, 2)),
    ((0, 3), (1, 3)),
    ((0, 0), (1, 0, POSSIBLY)),
    ((0, 6), (1, 6, POSSIBLY)),
    ((0, 4),),
    ((1, 5),),
    ((2, 0),),
    ((2, 2),),
)


def pairs(results: Sequence[Result]) -> pd.DataFrame:
    rows: list[dict[str, Any]] = []
    for (a, b), pairs in _PAIRED.items():
        if b >= len(results):
            continue
        of_a = {pair[0]: pair for pair in pairs}
        matched = {pair[1] for pair in pairs}
        for i in range(len(TEXTS[a])):
            _, j, band = (*of_a.get(i, (i, None, NO_MATCH)), SAME_FACT)[:3]
            rows.append(_pair(results, a, i, b, j, band))
        rows += [
            _pair(results, a, None, b, j, NO_MATCH)
            for j in range(len(TEXTS[b]))
            if j not in matched
        ]
    return frame({name: [row[name] for row in rows] for name in PAIRS}, PAIRS)


def _pair(
    results: Sequence[Result], a: int, i: int | None, b: int, j: int | None, band: str
) -> dict[str, Any]:
    probability = {SAME_FACT: 0.95, POSSIBLY: 0.6}.get(band, NAN)
    row: dict[str, Any] = {
        "article_a": a,
        "article_b": b,
        "sentence_a": i,
        "sentence_b": j,
        "band": band,
        "same_fact": probability,
        "similarity": 0.4 if i is not None and j is not None else NAN,
    }
    for side, place, number in (("a", a, i), ("b", b, j)):
        sentence = None if number is None else results[place].sentences.iloc[number]
        for name in ("text", "voice"):
            row[f"{name}_{side}"] = None if sentence is None else sentence[name]
        for name in ("tone", "loaded_probability"):
            row[f"{name}_{side}"] = NAN if sentence is None else sentence[name]
    for name in ("tone", "loaded_probability"):
        row[f"{name}_difference"] = row[f"{name}_b"] - row[f"{name}_a"]
    return row


def facts(results: Sequence[Result]) -> list[dict[str, Any]]:
    rows: list[dict[str, Any]] = []
    shown = [[cell for cell in fact if cell[0] < len(results)] for fact in _FACTS]
    for number, fact in enumerate(filter(None, shown)):
        articles = len({cell[0] for cell in fact if len(cell) == 2})
        for place, sentence, *band in fact:
            rows.append(
                {
                    "fact": number,
                    "articles": articles,
                    "article": place,
                    "sentence": sentence,
                    "text": TEXTS[place][sentence],
                    "band": band[0] if band else SAME_FACT,
                }
            )
    return rows


def relation(a: int, b: int, same: int, **columns: Any) -> dict[str, Any]:
    return {
        "article_a": a,
        "article_b": b,
        "relation": "same event",
        "same_text": 0.1,
        "same_facts": same,
        "differing_a": [],
        "differing_b": [],
    } | columns


def row_of(pairs: pd.DataFrame, a: int, i: int, b: int, j: int) -> int:
    """Return the row of a pair in the frame of pairs."""
    at = (
        (pairs["article_a"] == a)
        & (pairs["sentence_a"] == i)
        & (pairs["article_b"] == b)
        & (pairs["sentence_b"] == j)
    )
    return int(at.fillna(False).to_numpy().nonzero()[0][0])
