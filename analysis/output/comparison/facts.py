"""The facts of a comparison by article: who tells what, and what no partner was found for."""

from __future__ import annotations

from dataclasses import dataclass

from analysis.comparison.frames import NO_MATCH, POSSIBLY, SAME_FACT, Comparison
from analysis.output.export import records


@dataclass(frozen=True)
class FactCell:
    """What one article has of a fact.

    ``band`` is *same fact* where it tells it, *possibly* where it may, else *no match found*;
    ``sentences`` are the numbers of the sentences, from 0 and in their order, empty without one.
    """

    article: int
    band: str
    sentences: tuple[int, ...]


@dataclass(frozen=True)
class FactRow:
    """One fact and its cells, one an article in their order."""

    fact: int
    cells: tuple[FactCell, ...]

    @property
    def told_in(self) -> tuple[int, ...]:
        """The articles that tell it."""
        return tuple(cell.article for cell in self.cells if cell.band == SAME_FACT)

    @property
    def possibly(self) -> tuple[int, ...]:
        """The articles that possibly tell it."""
        return tuple(cell.article for cell in self.cells if cell.band == POSSIBLY)

    @property
    def unmatched(self) -> tuple[int, ...]:
        """The articles in which no match was found."""
        return tuple(cell.article for cell in self.cells if cell.band == NO_MATCH)

    @property
    def articles(self) -> int:
        """How many articles tell it."""
        return len(self.told_in)


def fact_rows(comparison: Comparison) -> list[FactRow]:
    """Return the facts, those that most articles tell first: the matrix of facts and articles."""
    cells: dict[int, dict[int, list[tuple[int, str]]]] = {}
    for row in records(comparison.facts):
        told = cells.setdefault(row["fact"], {}).setdefault(row["article"], [])
        told.append((row["sentence"], row["band"]))
    return [
        FactRow(
            fact, tuple(_cell(a, by_article.get(a, [])) for a in range(len(comparison.articles)))
        )
        for fact, by_article in sorted(cells.items())
    ]


def _cell(article: int, told: list[tuple[int, str]]) -> FactCell:
    if not told:
        return FactCell(article, NO_MATCH, ())
    band = SAME_FACT if any(band == SAME_FACT for _, band in told) else POSSIBLY
    return FactCell(article, band, tuple(sorted(number for number, _ in told)))


def only_told(comparison: Comparison) -> list[FactRow]:
    """Return the facts that at least one article has no match for, those that most articles tell
    first; within these in the order of the first article that tells them."""
    return [row for row in fact_rows(comparison) if row.unmatched]
