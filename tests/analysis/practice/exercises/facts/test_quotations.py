"""Quotations are kept by their words; what is missing of one is named."""

from __future__ import annotations

import pytest

from analysis.practice.exercises.facts.quotations import lost_quotations


def _texts(one: str, other: str) -> tuple[list[str], list[str]]:
    lost, added = lost_quotations(one, other)
    return [each.text for each in lost], [each.text for each in added]


@pytest.mark.parametrize(
    "other",
    [
        'Holt said: "It is not over yet."',
        "‘It is not over yet,’ Holt said.",
        "«It is not over yet», said Holt.",
        "“It is not over yet and will not be,” said Holt.",
        "“It is”, said Holt, “not over yet”.",
    ],
)
def test_marks_and_place_do_not_matter(other: str) -> None:
    assert _texts("“It is not over yet,” said Holt.", other)[0] == []


@pytest.mark.parametrize(
    ("one", "other", "lost", "added"),
    [
        ("Holt said “it is over”.", "Holt said it is over.", ["“it is over”"], []),
        ("Holt said “it is over now”.", "Holt said “it is over”.", ["now"], []),
        ("Holt said “it is over”.", "Holt said “it was over”.", ["is"], ["was"]),
        ("Holt called it “unfair”.", "Holt called it wrong.", ["“unfair”"], []),
        ("Holt called it unfair.", "Holt called it “unfair”.", [], ["“unfair”"]),
        ("The “unfair” rise.", "The rise.", [], []),
        ("The rise.", "The so-called “reform”.", [], []),
        ("Holt said the ‘reform’ failed.", "Holt said the reform failed.", [], []),
        ("Holt: “We left.”", "Nobody spoke.", ["“We left.”"], []),
        ("Nothing.", "“”", [], []),
        ("They sang.", "They sang “Shame”.", [], ["“Shame”"]),
        ("They met.", "They met with banners, “Go home”.", [], ["“Go home”"]),
        ("A march with banners, “Go home”.", "A march.", ["“Go home”"], []),
        # The other sentence has the words: only the marks are new.
        ("A march against night buses.", "A march against “night buses”.", [], []),
        ("The rise.", "The rise and its “new friends”.", [], []),
    ],
)
def test_what_is_missing_or_new_is_named(
    one: str, other: str, lost: list[str], added: list[str]
) -> None:
    assert _texts(one, other) == (lost, added)


def test_words_of_a_longer_quotation_are_a_part_and_a_whole_one_is_not() -> None:
    ((part,), _) = lost_quotations("Holt said “it is over now”.", "Holt said “it is over”.")
    ((whole,), _) = lost_quotations("Holt said “it is over now”.", "Holt left.")
    assert part.part
    assert not whole.part
