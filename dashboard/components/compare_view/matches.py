"""In which of the other articles a sentence's fact was found, and how that is said."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import TYPE_CHECKING

from analysis.comparison.frames import NO_MATCH, PAIR_BANDS, POSSIBLY, SAME_FACT, letter

if TYPE_CHECKING:
    import pandas as pd

Matches = dict[tuple[int, int], dict[int, str]]
"""(article, sentence) → the place of each other article → the surest band of its pairs there."""


def matches_of(pairs: pd.DataFrame) -> Matches:
    """Return for each sentence in the frame of pairs its band in each other article: the surest
    where it has several partners there."""
    matches: Matches = {}
    columns = ("article_a", "article_b", "sentence_a", "sentence_b", "band")
    for a, b, sentence_a, sentence_b, band in zip(
        *(pairs[name].astype(object).where(pairs[name].notna(), None) for name in columns),
        strict=True,
    ):
        for article, sentence, other in ((a, sentence_a, b), (b, sentence_b, a)):
            if sentence is None:
                continue
            bands = matches.setdefault((article, int(sentence)), {})
            bands[other] = min(band, bands.get(other, NO_MATCH), key=PAIR_BANDS.index)
    return matches


def where_told(bands: Mapping[int, str], others: Iterable[int]) -> str:
    """Return where a sentence's fact was found among the ``others``: “same fact in B, possibly in
    C”, or “no match found in B or C”; of several bands the surest first."""
    others = list(others)
    by_band = {
        band: [letter(other) for other in others if bands.get(other, NO_MATCH) == band]
        for band in PAIR_BANDS
    }
    said = [
        f"{band} in {_listed(by_band[band], 'and')}"
        for band in (SAME_FACT, POSSIBLY)
        if by_band[band]
    ]
    if by_band[NO_MATCH]:
        said.append(f"{NO_MATCH} in {_listed(by_band[NO_MATCH], 'or')}")
    return ", ".join(said)


def _listed(names: list[str], joined: str) -> str:
    """Return names as they are listed in a sentence: “A, B and C”."""
    if len(names) == 1:
        return names[0]
    return f"{', '.join(names[:-1])} {joined} {names[-1]}"
