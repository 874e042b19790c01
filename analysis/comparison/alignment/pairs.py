"""The pairs of sentences of two articles that tell the same fact."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from itertools import combinations
from math import nan
from typing import TYPE_CHECKING, Any

from analysis.columns import frame
from analysis.comparison.alignment.links import Link, links
from analysis.comparison.frames import NO_MATCH, PAIRS
from analysis.frames import FURNITURE, Result

if TYPE_CHECKING:
    import pandas as pd

    from models.inference.voices.network import Voices

_SIDED = ("text", "voice", "tone", "loaded_probability")


def pairs(articles: Sequence[Result], network: Voices) -> pd.DataFrame:
    """Return the columns declared in ``PAIRS`` for every two of ``articles``."""
    rows: list[dict[str, Any]] = []
    for first, second in combinations(range(len(articles)), 2):
        rows += _rows(first, articles[first], second, articles[second], network)
    return frame({name: [row[name] for row in rows] for name in PAIRS}, PAIRS)


def _rows(
    first: int, article_a: Result, second: int, article_b: Result, network: Voices
) -> list[dict[str, Any]]:
    a, b = (_own(article) for article in (article_a, article_b))
    found, similarity = links(a["text"].tolist(), b["text"].tolist(), network)
    partners: dict[int, list[Link]] = {}
    for link in found:
        partners.setdefault(link.a, []).append(link)
    told = {link.b for link in found}
    places: list[tuple[int | None, int | None, float, str]] = []
    for i in range(len(a)):
        places += [(i, link.b, link.probability, link.band) for link in partners.get(i, [])] or [
            (i, None, nan, NO_MATCH)
        ]
    places += [(None, j, nan, NO_MATCH) for j in range(len(b)) if j not in told]
    side_a, side_b = _side(a, (i for i, *_ in places)), _side(b, (j for _, j, *_ in places))
    rows = []
    for n, (one, other, probability, band) in enumerate(places):
        paired = one is not None and other is not None
        alike = float(similarity[one, other]) if paired else nan
        row: dict[str, Any] = {
            "article_a": first,
            "article_b": second,
            "sentence_a": None if one is None else int(a["sentence"].iloc[one]),
            "sentence_b": None if other is None else int(b["sentence"].iloc[other]),
            "band": band,
            "same_fact": probability,
            "similarity": alike,
        }
        for name in _SIDED:
            row[f"{name}_a"], row[f"{name}_b"] = side_a[name].iloc[n], side_b[name].iloc[n]
        for name in ("tone", "loaded_probability"):
            row[f"{name}_difference"] = row[f"{name}_b"] - row[f"{name}_a"]
        rows.append(row)
    return rows


def _own(article: Result) -> pd.DataFrame:
    sentences = article.sentences
    return sentences[sentences["part"] != FURNITURE].reset_index(drop=True)


def _side(sentences: pd.DataFrame, numbers: Iterable[int | None]) -> pd.DataFrame:
    """Return the rows of a sentences frame in the order of ``numbers``, empty ones for None."""
    return sentences.reindex([-1 if number is None else number for number in numbers]).reset_index(
        drop=True
    )
