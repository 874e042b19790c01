"""The table of plainer wordings is well formed and looked up as written."""

import csv
from pathlib import Path

import pytest

from analysis.alternatives import TABLE, alternative_to
from models import load_classifier

GATE = Path(__file__).parents[1] / "gold" / "gate_loaded.csv"

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
        ("regime’s", "government’s"),
        ("Regimes'", ""),
        ("THUG'S", "MAN'S"),
        ("elites’", ""),
        ("bigwig’s", "senior official’s"),
        ("horde’s stupid", "group’s unwise"),
        ("politically embarrassing", "politically awkward"),
        ("Utterly  shameless mob", "Wholly open crowd"),
        ("led a witch hunt", ""),
        ("staged the witch hunt", "staged the investigation"),
        ("table", ""),
        ("Table", ""),
        ("", ""),
    ],
)
def test_lookup(phrase: str, plainer: str) -> None:
    assert alternative_to(phrase) == plainer


def test_the_longest_entry_is_found_within_a_phrase() -> None:
    longest = max((term for term, _ in ENTRIES), key=lambda term: len(term.split()))
    plain = dict(ENTRIES)[longest]
    assert alternative_to(f"xyzzy {longest} xyzzy") == f"xyzzy {plain} xyzzy"


def test_enough_entries_in_order_each_once() -> None:
    terms = [term for term, _ in ENTRIES]
    assert len(terms) >= 2_500
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


def test_a_plainer_wording_is_plainer_to_the_model() -> None:
    with GATE.open(encoding="utf-8", newline="") as file:
        texts = [row["text"] for row in csv.DictReader(file) if row["loaded"] == "1"]
    model = load_classifier()
    found = model.predict(texts)
    changed = [
        (text[:start] + alternative_to(text[start:end]) + text[end:], loaded)
        for text, words, loaded in zip(texts, found.words, found.loaded, strict=True)
        for start, end, _ in words
        if alternative_to(text[start:end])
    ]
    assert len(changed) > 30
    after = model.predict([text for text, _ in changed]).loaded
    falls = [float(before - now) for (_, before), now in zip(changed, after, strict=True)]
    assert sum(fall > 0 for fall in falls) >= 0.9 * len(falls)
    assert sum(falls) / len(falls) > 0.1
