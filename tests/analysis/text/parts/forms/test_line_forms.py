"""What whole lines look like that are furniture, and sentences that look a little like them."""

from __future__ import annotations

import pytest

from analysis.text.parts.forms.line_forms import is_furniture_line


@pytest.mark.parametrize(
    "sentence",
    [
        "By Monday the pier was closed.",
        "By all accounts the mayor lied",
        "The mayor, who was in Paris, said nothing (Reuters reported).",
        "Photographs of the pier were found in the archive.",
        "“We use cookies,” the baker joked.",
        "Share prices fell on Tuesday.",
        "Follow the money, she said.",
        "Save the pier, save the town",
        "Read my lips: no new taxes",
        "Related companies paid no tax.",
        "May was the wettest month.",
        "Sport is politics.",
        "He wrote to newsdesk@baycourier.example and got no answer.",
        "See https://www.baycourier.example/fares for the whole list of fares.",
        "In May 2021 the council met.",
        "Contact with the ferry was lost at nine.",
        "Sources close to the mayor deny it.",
        "Watch out for the tide.",
        "Council - and mayor - at war",
        "Subscribers cancelled in thousands.",
        "By Lending More Boats, the Council Can Avoid Picking Winners and Losers",
    ],
)
def test_sentences_are_no_furniture(sentence: str) -> None:
    assert not is_furniture_line(sentence)


@pytest.mark.parametrize(
    "pattern",
    ["A. ", "Aa/", "AP/", "Reuters, ", "(A ", "4 May ", "a.b", "| ", "Follow a ",
     "by A, ", "‘“", "Photo A "],
)  # fmt: skip
def test_repeated_patterns_are_looked_at_in_no_time(pattern: str) -> None:
    """A pattern that backtracks would run for years here."""
    line = (pattern * 300)[:599]
    assert not is_furniture_line(f"{line[:540]} he said that the pier was closed on Monday")
