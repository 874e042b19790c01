"""Kinds of nouns."""

import csv

import pytest

from analysis.scoring.senses.noun_kinds import PHYSICAL, SPEAKING, TABLE, is_physical, kinds_of


@pytest.mark.parametrize(
    ("noun", "kind"),
    [
        ("tiger", "animal"),
        ("Wolves", "animal"),
        ("ponies", "animal"),
        ("gales", "force"),
        ("brakes", "thing"),
        ("mayors", "person"),
        ("motorist", "person"),
        ("fishermen", "person"),
        ("ministry", "group"),
        ("legislation", "matter"),
        ("fares", "amount"),
    ],
)
def test_kinds(noun: str, kind: str) -> None:
    assert kind in kinds_of(noun)


def test_unknown_nouns_have_no_kind() -> None:
    assert kinds_of("xyzzy") == frozenset()
    assert kinds_of("") == frozenset()


def test_a_noun_that_can_also_be_a_group_is_not_surely_physical() -> None:
    assert is_physical("door")
    assert not is_physical("board")
    assert not is_physical("door", frozenset({"animal"}))
    assert not is_physical("mayor")


def test_the_table_is_clean_and_in_order() -> None:
    with TABLE.open(encoding="utf-8", newline="") as file:
        rows = [(row["noun"], row["kind"]) for row in csv.DictReader(file)]
    assert len(rows) > 1_000
    assert rows == sorted(set(rows))
    assert {kind for _, kind in rows} == PHYSICAL | SPEAKING | {
        "matter",
        "amount",
        "plant",
        "technical",
    }
