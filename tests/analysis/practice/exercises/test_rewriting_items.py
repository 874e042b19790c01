"""The sentences to rewrite: each has facts to keep, and a rewriting that reaches the other band."""

from __future__ import annotations

from collections import Counter
from pathlib import Path

import pytest

from analysis import score_sentences
from analysis.practice.exercises.rewriting import facts_kept, rewriting_items
from analysis.practice.item_files import BadItems

BANDS = {"plain": ["loaded", "not loaded"], "loaded": ["not loaded", "loaded"]}


def test_as_many_sentences_are_to_become_plain_as_loaded() -> None:
    items = rewriting_items()
    assert Counter(item.direction for item in items) == {"plain": 12, "loaded": 12}
    assert len({item.text for item in items}) == 24


def test_each_sentence_is_what_it_should_be_and_its_example_reaches_the_other_band() -> None:
    for item in rewriting_items():
        assert (
            score_sentences([item.text, item.example])["loaded"].tolist() == BANDS[item.direction]
        ), item.text


def test_each_sentence_has_two_facts_and_its_example_keeps_them() -> None:
    kinds = set()
    for item in rewriting_items():
        facts = facts_kept(item.text, "").lost
        assert len(facts) >= 2, item.text
        kinds |= {fact.kind for fact in facts}
        assert facts_kept(item.text, item.example).all_kept, item.text
    assert kinds == {"name", "number", "quotation"}


def test_an_example_may_be_missing_and_a_direction_may_not(tmp_path: Path) -> None:
    path = tmp_path / "own.csv"
    path.write_text("text;direction;example\nHolt left.;loaded;\n", encoding="utf-8")
    (item,) = rewriting_items(path)
    assert (item.text, item.direction, item.example) == ("Holt left.", "loaded", "")
    path.write_text("text;direction;example\nHolt left.;neutral;\n", encoding="utf-8")
    with pytest.raises(BadItems, match="“neutral” as direction: write one of plain, loaded"):
        rewriting_items(path)
