"""What the exercises say: what is missing, what to do next, and never that a reader is wrong."""

from __future__ import annotations

import pytest

from analysis.output.phrasing.practice.exercises import (
    ALL_KEPT,
    facts_said,
    rewriting_said,
    voice_said,
    wording_said,
)
from analysis.practice.exercises.facts.fact import Fact
from analysis.practice.exercises.rewriting import Kept
from analysis.practice.exercises.voices import VoiceItem

NAME = Fact("name", "Amira\n Khan", 0, 11)
NUMBER = Fact("number", "£9", 5, 7)
WHOLE = Fact("quotation", "“We left”", 5, 14)
PART = Fact("quotation", "in haste", 5, 13, part=True)
SAME = Kept((), ())


@pytest.mark.parametrize(
    ("kept", "said"),
    [
        (SAME, [ALL_KEPT]),
        (Kept((NAME, NUMBER), ()), ["Missing: the name “Amira Khan”", "Missing: the number “£9”"]),
        (Kept((WHOLE,), ()), ["Missing: the quotation “We left”"]),
        (Kept((PART,), (PART,)), [
            "Missing from a quotation: “in haste”", "New in a quotation: “in haste”"
        ]),
        (Kept((), (NUMBER,)), ["New: the number “£9”"]),
        (Kept((Fact("name", "A" * 500, 0, 500),), ()), [f"Missing: the name “{'A' * 120}…”"]),
    ],
)  # fmt: skip
def test_each_fact_has_a_line(kept: Kept, said: list[str]) -> None:
    assert facts_said(kept) == said


def test_of_very_many_facts_the_first_are_shown_and_the_others_counted() -> None:
    said = facts_said(Kept((NUMBER,) * 1200, ()))
    assert len(said) == 12
    assert said[-1] == "And 1,189 more."


@pytest.mark.parametrize(
    ("direction", "band", "kept", "said"),
    [
        ("plain", "loaded", SAME, "For the model it is still *likely loaded*. Which words judge"),
        ("plain", "uncertain", SAME, "For the model it is now *uncertain*. Which words judge"),
        ("plain", "not loaded", SAME, "*not loaded*. Read it once more: does"),
        ("plain", "not loaded", Kept((NUMBER,), (NAME,)), "put back the facts that are missing"),
        ("plain", "not loaded", Kept((), (NAME,)), "take out what the first sentence did not say"),
        ("loaded", "not loaded", SAME, "still *not loaded*. Which word could judge"),
        ("loaded", "loaded", SAME, "*likely loaded*. Read it once more: does"),
    ],
)
def test_a_rewriting_is_told_what_is_next(direction: str, band: str, kept: Kept, said: str) -> None:
    assert said in rewriting_said(direction, band, kept)


def test_a_sentence_with_the_same_names_and_numbers_is_not_called_the_same() -> None:
    said = rewriting_said("plain", "not loaded", SAME)
    assert "does it still say the same?" in said
    assert "Done" not in said


def test_answers_are_set_beside_the_key_and_nobody_is_called_wrong() -> None:
    item = VoiceItem("", "It rained.", "reported", "Ann\n Hale", "Why.", "It rained.", 0)
    own = VoiceItem("", "It rained.", "outlet", "", "Why.", "It rained.", 0)
    assert voice_said(item, "reported") == "The key says so too: *reported* (Ann Hale)."
    assert voice_said(item, "quoted") == "You said *quoted*. The key says *reported* (Ann Hale)."
    assert voice_said(own, "outlet") == "The key says so too: *own voice*."
    said = [wording_said(agrees=True), wording_said(agrees=False), voice_said(own, "quoted")]
    assert not any(word in " ".join(said).casefold() for word in ("wrong", "mistake", "error"))
