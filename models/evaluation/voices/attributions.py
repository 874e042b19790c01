"""Lines on attributions: cues, sources, contents, and what is linked with what."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import combinations
from typing import Any

import numpy as np

from models.evaluation.figures.lines import Score, Units, f1_of, interval_of, line
from models.evaluation.voices.held_out import AttributedArticle
from models.evaluation.voices.overlap import (
    Attributed,
    character_counts,
    characters,
    linked,
    pair_cues,
)

Counts = tuple[int, int, int]
KINDS = ("direct", "indirect", "mixed")

#: Task and metric of the lines that have floors, in the order of `part_counts`.
TASKS = (
    ("cues", "overlap F1"),
    ("sources", "character F1"),
    ("contents", "character F1"),
)


def kept(found: Sequence[Attributed], article: AttributedArticle) -> list[Attributed]:
    """The attributions whose cue does not touch what the annotators set aside: there they marked
    none, which means nothing."""
    aside = characters(article.discard)
    return [one for one in found if aside.isdisjoint(characters(one.cue))]


def part_counts(
    found: Sequence[Attributed], gold: Sequence[Attributed], article: AttributedArticle
) -> tuple[Counts, Counts, Counts]:
    """(right, found, marked) of cues, and of the characters of sources and contents.

    Args:
        found: attributions held against the marked ones.
        gold: the marked ones.
        article: what it sets aside is left out of `found`.
    """
    ours, aside = kept(found, article), characters(article.discard)
    return (
        (len(pair_cues(ours, gold)), len(ours), len(gold)),
        character_counts([one.source for one in ours], [one.source for one in gold], aside),
        character_counts([one.content for one in ours], [one.content for one in gold], aside),
    )


def attribution_lines(
    articles: Sequence[AttributedArticle], found: Sequence[Sequence[Attributed]]
) -> list[dict[str, Any]]:
    """The lines of cues, sources and contents, with ``precision`` and ``recall`` beside them.

    Args:
        articles: with their marked attributions.
        found: of each article, the attributions that the network finds.
    """
    counts = np.array(
        [
            part_counts(ours, article.attributions, article)
            for article, ours in zip(articles, found, strict=True)
        ]
    )
    lines = []
    for (task, metric), of_part in zip(TASKS, np.moveaxis(counts, 1, 0), strict=True):
        right, claimed, real = (int(total) for total in of_part.sum(axis=0))
        lines.append(
            {
                **line(task, metric, _each(articles), {"slant": f1_of(of_part)}),
                "precision": round(right / (claimed or 1), 4),
                "recall": round(right / (real or 1), 4),
            }
        )
    return lines


def linked_lines(
    articles: Sequence[AttributedArticle], found: Sequence[Sequence[Attributed]]
) -> list[dict[str, Any]]:
    """Of all marked attributions, and of each kind of them, how many are found with their parts.

    Returns:
        per kind, all of them first, ``kind``, ``attributions``, and ``cue``, ``source``,
        ``content``, ``linked`` (all three): shares with 95 % intervals over articles.
    """
    rows: list[tuple[int, str, bool, bool, bool]] = []
    for number, (article, claimed) in enumerate(zip(articles, found, strict=True)):
        ours = kept(claimed, article)
        pairs = pair_cues(ours, article.attributions)
        for place, one in enumerate(article.attributions):
            partner = ours[pairs[place]] if place in pairs else None
            rows.append((number, one.kind, partner is not None, *linked(partner, one)))
    lines = []
    for kind in ("all", *KINDS):
        here = [row for row in rows if kind in ("all", row[1])]
        if not here:
            continue
        units = Units("articles", np.array([str(row[0]) for row in here]))
        parts = np.array([row[2:] for row in here], dtype=np.float64)
        shares = {
            "cue": parts[:, 0],
            "source": parts[:, 1],
            "content": parts[:, 2],
            "linked": parts.prod(axis=1),
        }
        lines.append(
            {
                "kind": kind,
                "attributions": len(here),
                **{part: interval_of(_mean_of(so), units) for part, so in shares.items()},
            }
        )
    return lines


def between_people(articles: Sequence[AttributedArticle]) -> list[dict[str, Any]]:
    """The lines of `attribution_lines` for people: each annotator of an article held against each
    other one, all pairs of an article together.

    Args:
        articles: those that several annotators marked.

    Returns:
        lines with the system ``annotator``; empty where no article was marked by several.
    """
    counts = [
        np.sum(
            [
                part_counts(one, other, article)
                for one, other in combinations((article.attributions, *article.others), 2)
            ],
            axis=0,
        )
        for article in articles
    ]
    if not counts:
        return []
    return [
        line(task, metric, _each(articles), {"annotator": f1_of(of_part)})
        for (task, metric), of_part in zip(TASKS, np.moveaxis(np.array(counts), 1, 0), strict=True)
    ]


def _each(articles: Sequence[AttributedArticle]) -> Units:
    return Units("articles", np.array([article.article for article in articles]))


def _mean_of(values: np.ndarray) -> Score:
    return lambda rows: float(values[rows].mean())
