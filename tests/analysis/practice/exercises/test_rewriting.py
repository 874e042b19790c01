"""Rewritings: which facts they keep, with offsets that hold for any text."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from analysis.practice.exercises.facts.fact import KINDS
from analysis.practice.exercises.rewriting import LONGEST, SentenceTooLong, facts_kept

_PIECES = st.sampled_from(
    [
        "Amira Khan", "Łódź", "said", "“We left in a hurry”", '"No"', "‘It’s over now’", "19 %",
        "£2.40", "9", "nine", "1 June 2026", "7 p.m.", "2 400 000", "٣", "½", "a third", "the",
        "\u200b", "e\u0301", "😀", "👩‍🚒", "\u202eolleh", "ﬁre", "３", "“", "”", "'", "\n", "İ",
        "ſ", "ß", "KHAN", "…", "-", ",", ".", "\u00a0", "\x00",
    ]
)  # fmt: skip
_TEXTS = st.lists(_PIECES, max_size=14).map(" ".join) | st.text(max_size=60)


@settings(max_examples=120, deadline=None)
@given(_TEXTS, _TEXTS)
def test_offsets_are_true_and_a_change_seen_from_behind_is_the_same(one: str, other: str) -> None:
    kept = facts_kept(one, other)
    for text, facts in ((one, kept.lost), (other, kept.added)):
        assert all(text[each.start : each.end] == each.text != "" for each in facts)
        assert all(each.kind in KINDS for each in facts)
        assert list(facts) == sorted(facts, key=lambda each: (each.start, each.end))
    back = facts_kept(other, one)
    assert (back.lost, back.added) == (kept.added, kept.lost)


@settings(max_examples=80, deadline=None)
@given(_TEXTS)
def test_a_sentence_keeps_its_own_facts(text: str) -> None:
    assert facts_kept(text, text).all_kept


def test_all_kinds_are_found_in_reading_order() -> None:
    kept = facts_kept(
        "Amira Khan said “it is all over” on 1 June.", "Somebody in Kelda said so at 19:00."
    )
    assert [(each.kind, each.text) for each in kept.lost] == [
        ("name", "Amira Khan"),
        ("quotation", "“it is all over”"),
        ("number", "1 June"),
    ]
    assert [(each.kind, each.text) for each in kept.added] == [
        ("name", "Kelda"),
        ("number", "19:00"),
    ]
    assert not kept.all_kept


def test_nothing_at_all_loses_everything_and_adds_nothing() -> None:
    kept = facts_kept("Holt paid £9.", "")
    assert [each.text for each in kept.lost] == ["Holt", "£9"]
    assert kept.added == ()


def test_a_text_that_is_no_sentence_is_refused() -> None:
    assert facts_kept("a" * LONGEST, "a" * LONGEST).all_kept
    with pytest.raises(SentenceTooLong, match="601 characters, more than the 600"):
        facts_kept("Holt left.", "a" * (LONGEST + 1))
