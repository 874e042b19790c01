"""How many of the facts that rewritings lost or added are found, on pairs written by hand."""

from __future__ import annotations

import csv
from pathlib import Path

from analysis.practice.exercises.facts.fact import Fact
from analysis.practice.exercises.rewriting import facts_kept

GOLD = Path(__file__).parents[4] / "gold" / "practice" / "facts_kept.csv"


def test_lost_and_added_facts_are_those_that_a_reader_names() -> None:
    """The known errors: “one and a half thousand”, and words that the network takes for names."""
    right = {"lost": 0, "added": 0}
    found = {"lost": 0, "added": 0}
    wanted = {"lost": 0, "added": 0}
    rows = list(csv.DictReader(GOLD.open(encoding="utf-8", newline="")))
    assert len(rows) >= 80
    for row in rows:
        kept = facts_kept(row["before"], row["after"])
        for side, facts, text in (
            ("lost", kept.lost, row["before"]),
            ("added", kept.added, row["after"]),
        ):
            gold = [tuple(each.split(":", 1)) for each in row[side].split("|") if each]
            assert all(words in text for _, words in gold), row
            right[side] += _matches(gold, facts)
            found[side] += len(facts)
            wanted[side] += len(gold)
    assert right["lost"] >= 0.95 * found["lost"]
    assert right["lost"] == wanted["lost"]
    assert right["added"] >= 0.8 * found["added"]
    assert right["added"] == wanted["added"]


def _matches(gold: list[tuple[str, ...]], facts: tuple[Fact, ...]) -> int:
    rest = list(facts)
    for kind, text in gold:
        same = [
            each for each in rest if each.kind == kind and (text in each.text or each.text in text)
        ]
        if same:
            rest.remove(same[0])
    return len(facts) - len(rest)
