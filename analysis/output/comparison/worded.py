"""Findings of how articles word the same: numbers, attributions, verbs, quotations, names."""

from __future__ import annotations

from typing import Any

from analysis.comparison.frames import Comparison
from analysis.output.comparison.finding import Finding, Place, whole_sentence
from analysis.output.export import records
from analysis.output.phrasing import comparison_findings as said

MOST_WORDINGS = 4
"""Most wordings of one thing that a finding names of an article; more would not fit a line."""


def numbers(comparison: Comparison) -> list[Finding]:
    """Return numbers that count the same thing and differ, one finding a row of the frame."""
    found = []
    pairs = comparison.pairs
    for row in records(comparison.numbers):
        pair = pairs.iloc[row["pair"]]
        a, b = int(pair["article_a"]), int(pair["article_b"])
        places = (
            Place(a, int(pair["sentence_a"]), row["start_a"], row["end_a"]),
            Place(b, int(pair["sentence_b"]), row["start_b"], row["end_b"]),
        )
        texts = [
            said.counted_number(
                comparison.articles[place.article].text, place.start, place.end, row["counted"]
            )
            for place in places
        ]
        found.append(Finding("numbers", said.number_finding((a, b), texts, row["counted"]), places))
    return found


def attributions(comparison: Comparison) -> list[Finding]:
    """Return statements that one article attributes and another asserts in its own voice."""
    return [
        Finding(
            "attributions",
            said.attribution_finding(row),
            tuple(
                sorted(
                    (
                        Place(
                            row["said_in"], row["said_sentence"], row["said_start"], row["said_end"]
                        ),
                        whole_sentence(comparison, row["asserted_in"], row["asserted_sentence"]),
                    ),
                    key=lambda place: place.article,
                )
            ),
        )
        for row in records(comparison.attributions)
    ]


def sayings(comparison: Comparison) -> list[Finding]:
    """Return statements that articles give with verbs that imply different things."""
    differing = comparison.sayings[comparison.sayings["differs"]]
    return [
        Finding(
            "sayings",
            said.saying_finding(row),
            tuple(_cue_place(comparison, row, side) for side in ("a", "b")),
        )
        for row in records(differing)
    ]


def _cue_place(comparison: Comparison, row: dict[str, Any], side: str) -> Place:
    """Return the place of a statement's cue, or of its sentence where it has none."""
    article, sentence = row[f"article_{side}"], row[f"sentence_{side}"]
    start, end = row[f"cue_start_{side}"], row[f"cue_end_{side}"]
    if start is None or end is None:
        return whole_sentence(comparison, article, sentence)
    return Place(article, sentence, start, end)


def cuts(comparison: Comparison) -> list[Finding]:
    """Return quotations that two articles give in different lengths or with other words."""
    found = []
    for row in records(comparison.cuts):
        only = [
            [comparison.articles[row[f"article_{side}"]].text[start:end] for start, end in passages]
            for side, passages in (("a", row["only_a"]), ("b", row["only_b"]))
        ]
        places = tuple(
            Place(
                row[f"article_{side}"],
                row[f"sentence_{side}"],
                row[f"start_{side}"],
                row[f"end_{side}"],
            )
            for side in ("a", "b")
        )
        found.append(Finding("cuts", said.cut_finding(row, *only), places))
    return found


def namings(comparison: Comparison) -> list[Finding]:
    """Return people, groups and things that articles call by different names, one a finding."""
    found = []
    for _, rows in comparison.namings.groupby("thing", sort=True):
        wordings: dict[int, list[dict[str, Any]]] = {}
        for row in records(rows.sort_values("article", kind="stable")):
            wordings.setdefault(row["article"], []).append(row)
        places = tuple(
            Place(article, some[0]["sentence"], *map(int, some[0]["mentions"][0]))
            for article, some in wordings.items()
            if some[0]["mentions"]
        )
        shown = {article: some[:MOST_WORDINGS] for article, some in wordings.items()}
        found.append(Finding("namings", said.naming_finding(shown), places))
    return found
