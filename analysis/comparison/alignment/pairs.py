"""The pairs of sentences of two articles that tell the same fact."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
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

_SIDED = ("sentence", "text", "voice", "tone", "loaded_probability")
_DIFFERENCES = ("tone", "loaded_probability")
_MISSING = {"tone": nan, "loaded_probability": nan}


@dataclass(frozen=True)
class _Pair:
    """Places in the two lists of sentences, None where there is no partner."""

    a: int | None
    b: int | None
    probability: float = nan
    band: str = NO_MATCH


def pairs(articles: Sequence[Result], network: Voices) -> pd.DataFrame:
    """Return the columns declared in ``PAIRS`` for every two of ``articles``."""
    # As lists, because a frame takes as long for one value as a list for thousands.
    sides = [_columns(article) for article in articles]
    columns: dict[str, list[Any]] = {name: [] for name in PAIRS}
    for first, second in combinations(range(len(articles)), 2):
        a, b = sides[first], sides[second]
        found, similarity = links(a["text"], b["text"], network)
        for pair in _paired(found, len(a["text"]), len(b["text"])):
            both = pair.a is not None and pair.b is not None
            columns["article_a"].append(first)
            columns["article_b"].append(second)
            columns["band"].append(pair.band)
            columns["same_fact"].append(pair.probability)
            columns["similarity"].append(float(similarity[pair.a, pair.b]) if both else nan)
            for name in _SIDED:
                for side, place, of in (("a", pair.a, a), ("b", pair.b, b)):
                    value = _MISSING.get(name) if place is None else of[name][place]
                    columns[f"{name}_{side}"].append(value)
    for name in _DIFFERENCES:
        sides_of = zip(columns[f"{name}_a"], columns[f"{name}_b"], strict=True)
        columns[f"{name}_difference"] = [b - a for a, b in sides_of]
    return frame(columns, PAIRS)


def _columns(article: Result) -> dict[str, list[Any]]:
    """Return what a pair tells of each sentence that is not furniture."""
    own = article.sentences[article.sentences["part"] != FURNITURE]
    return {name: own[name].tolist() for name in _SIDED}


def _paired(found: Sequence[Link], length_a: int, length_b: int) -> Iterator[_Pair]:
    """Yield the sentences of a in order, each with its partners, then those that only b has."""
    partners: dict[int, list[Link]] = {}
    for link in found:
        partners.setdefault(link.a, []).append(link)
    for place in range(length_a):
        own = partners.get(place, [])
        yield from (_Pair(link.a, link.b, link.probability, link.band) for link in own)
        if not own:
            yield _Pair(place, None)
    told = {link.b for link in found}
    yield from (_Pair(None, place) for place in range(length_b) if place not in told)
