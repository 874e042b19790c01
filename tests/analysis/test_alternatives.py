"""The table of plainer wordings is well formed and looked up as written."""

import csv

import pytest

from analysis.alternatives import TABLE, alternative_to

with TABLE.open(encoding="utf-8", newline="") as file:
    ENTRIES = [(row["term"], row["alternative"]) for row in csv.DictReader(file)]


@pytest.mark.parametrize(
    ("phrase", "plainer"),
    [
        ("slammed", "criticised"),
        ("Slams", "Criticises"),
        ("SLAMMING", "CRITICISING"),
        ("regime", "government"),
        ("Regimes", "Governments"),
        ("witch hunt", "investigation"),
        ("witch  hunt", "investigation"),
        ("table", ""),
        ("Table", ""),
        ("", ""),
    ],
)
def test_lookup(phrase: str, plainer: str) -> None:
    assert alternative_to(phrase) == plainer


def test_enough_entries_in_order_each_once() -> None:
    terms = [term for term, _ in ENTRIES]
    assert len(terms) >= 120
    assert terms == sorted(set(terms))


def test_entries_are_clean() -> None:
    unclean = [
        (term, plainer)
        for term, plainer in ENTRIES
        if term != term.casefold().strip() or not plainer or plainer != plainer.strip()
    ]
    assert unclean == []


def test_no_plainer_wording_is_itself_called_loaded() -> None:
    assert [plainer for _, plainer in ENTRIES if alternative_to(plainer)] == []
