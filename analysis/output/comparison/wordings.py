"""How each article words a fact, and which sentences are each other's partners."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from analysis.comparison.frames import NO_MATCH, PAIR_BANDS, Comparison, letter
from analysis.output.comparison.facts import FactRow
from analysis.output.comparison.marks import MarkedRun, Marks
from analysis.output.export import records


@dataclass(frozen=True)
class Wording:
    """A sentence that tells a fact, or possibly does (``band``): its article's place, its row of
    the sentences frame and its runs."""

    article: int
    band: str
    row: dict[str, Any]
    runs: list[MarkedRun]


@dataclass(frozen=True)
class Partner:
    """A sentence of another article, counted from 0, that tells or possibly tells the same."""

    article: int
    sentence: int
    band: str

    @property
    def name(self) -> str:
        """The article's letter and the sentence's number from 1: ``B 4``."""
        return f"{letter(self.article)} {self.sentence + 1}"


def fact_wordings(comparison: Comparison, rows: list[FactRow]) -> list[list[list[Wording]]]:
    """Return for each fact, and each article in its order, the sentences that tell it."""
    marks = Marks(comparison)
    sentences = [records(article.sentences) for article in comparison.articles]
    return [
        [
            [
                Wording(
                    cell.article,
                    cell.band,
                    sentences[cell.article][number],
                    marks.runs(cell.article, number),
                )
                for number in cell.sentences
            ]
            for cell in row.cells
        ]
        for row in rows
    ]


def partners(comparison: Comparison) -> dict[tuple[int, int], list[Partner]]:
    """Return the partners of each sentence that has any, by article and sentence."""
    found: dict[tuple[int, int], list[Partner]] = {}
    for pair in records(comparison.pairs):
        if pair["band"] != NO_MATCH:
            one = (pair["article_a"], pair["sentence_a"])
            other = (pair["article_b"], pair["sentence_b"])
            found.setdefault(one, []).append(Partner(*other, pair["band"]))
            found.setdefault(other, []).append(Partner(*one, pair["band"]))
    return found


def surest(found: Iterable[Partner], article: int) -> str:
    """Return the band of a sentence in another article: the surest of its partners there, or *no
    match found*."""
    bands = [partner.band for partner in found if partner.article == article]
    return min(bands, key=PAIR_BANDS.index, default=NO_MATCH)
