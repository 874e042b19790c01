"""The judged pairs of ``tests/gold/same_event/``, beside the sentences of their articles."""

from __future__ import annotations

import csv
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby
from pathlib import Path

from analysis.reading.samples import Sample, samples
from analysis.text.segmentation.sentences import segment

PAIRS = Path(__file__).resolve().parents[2] / "gold" / "same_event" / "pairs.csv"

SAME, PARTLY, DIFFERENT = LABELS = ("same", "partly", "different")
TUNING, UNTOUCHED = PARTS = ("tuning", "untouched")


@dataclass(frozen=True)
class Row:
    """A judged pair: its event, the slugs of its two articles, whether it may be tuned on, its
    label, the judges' own labels, and the two sentences."""

    event: str
    article_a: str
    article_b: str
    part: str
    label: str
    judged: tuple[str, ...]
    text_a: str
    text_b: str


@dataclass(frozen=True)
class Judged:
    """Two tellings of an event: their sentences, and the labels of the pairs that were judged.

    A pair (sentence of a, sentence of b) without a label tells different facts: whoever judged
    looked through both texts for others.
    """

    event: str
    part: str
    texts_a: tuple[str, ...]
    texts_b: tuple[str, ...]
    labels: dict[tuple[int, int], str]

    def label(self, pair: tuple[int, int]) -> str:
        """Return the label of a pair."""
        return self.labels.get(pair, DIFFERENT)

    @property
    def same(self) -> int:
        """How many pairs tell the same fact."""
        return sum(label == SAME for label in self.labels.values())


def rows(path: Path = PAIRS) -> list[Row]:
    """Return the judged pairs as the file has them."""
    with path.open(encoding="utf-8", newline="") as file:
        return [
            Row(**{**row, "judged": tuple(row["judged"].split("|"))})  # type: ignore[arg-type]
            for row in csv.DictReader(file)
        ]


def judged(part: str | None = None) -> list[Judged]:
    """Return the judged pairs of articles, those of a ``part`` only if one is given.

    Raises KeyError for a sentence that is in no sample.
    """
    known = {sample.slug: sample for sample in samples()}
    return [one for one in _judged(known) if part in (None, one.part)]


def _judged(known: dict[str, Sample]) -> Iterator[Judged]:
    for (a, b), found in groupby(rows(), key=lambda row: (row.article_a, row.article_b)):
        some = list(found)
        texts_a, texts_b = sentences_of(known[a]), sentences_of(known[b])
        place_a, place_b = (
            {text: number for number, text in enumerate(texts)} for texts in (texts_a, texts_b)
        )
        yield Judged(
            some[0].event,
            some[0].part,
            texts_a,
            texts_b,
            {(place_a[row.text_a], place_b[row.text_b]): row.label for row in some},
        )


def sentences_of(sample: Sample) -> tuple[str, ...]:
    """Return the sentences of a sample, the headline first."""
    return tuple(sample.text[one.start : one.end] for one in segment(sample.text))


def agreement(given: Sequence[Row]) -> float:
    """Return Cohen's kappa of the two readers on whether a pair tells the same fact or not.

    Cohen 1960 (Educational and Psychological Measurement 20): the share of pairs on which they
    agree, less what chance would give, by the rest.
    """
    votes = [(row.judged[0] == SAME, row.judged[1] == SAME) for row in given]
    agreed = sum(one == other for one, other in votes) / len(votes)
    first, second = (sum(side) / len(votes) for side in zip(*votes, strict=True))
    chance = first * second + (1 - first) * (1 - second)
    return (agreed - chance) / (1 - chance)
