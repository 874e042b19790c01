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
        "The rule is simple: Pay or leave",
        "The score was 3:2 at half time",
        "He put it so: “Pay or leave.”",
        'The paper called it a "scandal:" nobody paid',
        "Harbour dues:The council voted for them.",
        "Opinions expressed in the hall were divided.",
        "Reporting by the Courier shows who paid",
        "— Pay or leave, he said",
        "Updates follow.",
        "Hale/Pell/Roe/Tull Talks Fail",
        "See the pier while it stands",
        "Also in the hall: three men from the ferry firm. They said nothing.",
        "More from the mayor's statement: nobody lied",
        "Support for the pier is high",
        "Read the room, Mayor Hale",
        "Ana Pell, who wrote the report, left",
        "The story: a pier, a ferry and a town",
        "Hide the planks, save the pier",
        "By Lending More Boats, the Council Can Avoid Picking Winners and Losers",
    ],
)
def test_sentences_are_no_furniture(sentence: str) -> None:
    assert not is_furniture_line(sentence)


@pytest.mark.parametrize(
    "line",
    [
        "Harbour dues:Council votes for higher fees",
        "'Is that true?':What the council was asked",
        "CLOSE The mayor explains why the pier was closed. He was there.",
        "Photos: Storm Photos: Storm The roof is off. Hide Caption 1 of 3",
        "— Bay Fire (@bayfire) May 4, 2021",
        '[embedtweet id="1"]',
        'poster="https://example.com/a.jpg"',
        "– Ana Pell",
        "—Ana Pell, USA TODAY",
        "Rob Tale, BBC News, Bay City",
        "by Rob Tale, BBC technology reporter at the Harbour Building",
        "toggle caption Rob Tale for Bay Radio",
        "prev Image 2 of 2",
        "The mayor at the pier, May 4, 2021. (Rob Tale/Reuters)",
        "Planks on the beach. (Rob Tale/The Bay Courier via AP, File)",
        "(Sept. 4) AP",
        "(AP Photo/Rob Tale) More",
        "The views expressed in this article are the author's own.",
        "This story has been updated.",
        "This article tagged under: Harbour",
        "(h/t Bay Courier)",
        "Read more here.",
        "()",
        "[[]]",
        "Full coverage: The pier",
        "Ana Pell, Rob Tale and The Associated Press contributed to this report",
    ],
)
def test_furniture(line: str) -> None:
    assert is_furniture_line(line)


def test_an_empty_line_is_none() -> None:
    assert not is_furniture_line("")


@pytest.mark.parametrize(
    "pattern",
    ["A. ", "Aa/", "AP/", "Reuters, ", "(A ", "4 May ", "a.b", "| ", "Follow a ",
     "by A, ", "‘“", "Photo A ", "A:", "A: ", "(A/", "— A (@a) ", "a=\"b\" ",
     "read the ", "[a b=", "Updated 9 "],
)  # fmt: skip
def test_repeated_patterns_are_looked_at_in_no_time(pattern: str) -> None:
    """A pattern that backtracks would run for years here."""
    line = (pattern * 300)[:599]
    assert not is_furniture_line(f"{line[:540]} he said that the pier was closed on Monday")
