"""A finding of a comparison: one plain sentence, and the passages that it speaks of."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from analysis.comparison.frames import Comparison


@dataclass(frozen=True)
class Place:
    """A passage of one article: ``articles[article].text[start:end]``, in its ``sentence``."""

    article: int
    sentence: int
    start: int
    end: int


@dataclass(frozen=True)
class Finding:
    """One thing that differs between articles.

    ``kind`` is one of ``KINDS``. ``text`` is one sentence with words of the articles in it: code
    that shows it must escape it. ``places`` are the passages that it speaks of, at most one an
    article and in their order where only one is meant. ``clear`` is false where the difference may
    be chance, as its interval holds zero: it is then shown in grey, and the sentence says so.
    """

    kind: str
    text: str
    places: tuple[Place, ...]
    clear: bool = True


KINDS = (
    "numbers",
    "attributions",
    "sayings",
    "cuts",
    "namings",
    "speakers",
    "tone",
    "loaded",
    "room",
)
"""The kinds of findings, in the order shown: first what two passages show at once, then who
speaks, then what is measured."""


def whole_sentence(comparison: Comparison, article: int, sentence: int) -> Place:
    """Return the place of a whole sentence."""
    row = comparison.articles[article].sentences.iloc[sentence]
    return Place(article, sentence, int(row["start"]), int(row["end"]))
