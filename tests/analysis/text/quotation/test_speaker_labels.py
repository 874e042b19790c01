"""Speaker labels of transcripts and interviews, and lines that only look like them."""

from __future__ import annotations

import pytest

from analysis.text.quotation.quotations import find_quotations, voice_of, with_passages
from analysis.text.quotation.structure import structural_passages
from analysis.text.segmentation.sentences import segment


def passages(text: str) -> list[str]:
    return [text[start:end] for start, end in structural_passages(text)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        # Capitals.
        (
            "HALE: Did you know about the leak?\n"
            "ORTIZ: That is a lie, and a vicious one, from a corrupt paper.\n"
            "HALE: We'll leave it there.",
            [
                "Did you know about the leak?",
                "That is a lie, and a vicious one, from a corrupt paper.",
                "We'll leave it there.",
            ],
        ),
        (
            "The hearing began at nine.\n\nSEN. MOSS (R-OHIO): Did you know?\n\n"
            "DR. PELL: No. I did not.\n\nThe hearing ended at ten.",
            ["Did you know?", "No. I did not."],
        ),
        (
            "[00:12:04] ANA PELL, HOST: Welcome.\n[00:12:09] HALE [laughing]: Thank you.\n"
            "[00:12:11] PELL: Who leaked it?",
            ["Welcome.", "Thank you.", "Who leaked it?"],
        ),
        (
            "MR. HALE: YOU LIED TO THIS COURT.\nMS. ORTIZ: I DID NOT.\nMR. HALE: YOU DID.",
            ["YOU LIED TO THIS COURT.", "I DID NOT.", "YOU DID."],
        ),
        (
            "MR. HALE: YOU LIED TO THIS COURT.\nMS. ORTIZ: I DID NOT.",
            ["YOU LIED TO THIS COURT.", "I DID NOT."],
        ),
        # Questions and answers.
        (
            "Q: Did you know about the leak?\nA: No. It was news to me.",
            ["Did you know about the leak?", "No. It was news to me."],
        ),
        ("Q. Were you there?\n\nA. Never.", ["Were you there?", "Never."]),
        ("Q: Were you there? A: Never.", ["Were you there? A: Never."]),
        (
            "Question 1: Who did it?\nAnswer: Nobody.\nQuestion 2: Why?\nAnswer: It was late.",
            ["Who did it?", "Nobody.", "Why?", "It was late."],
        ),
        (
            "Q: Who did it?\nHale: Nobody.\nQ: Why?\nHale: It was late.",
            ["Who did it?", "Nobody.", "Why?", "It was late."],
        ),
        ("Q - Who did it?\nA - Nobody.", ["Who did it?", "Nobody."]),
        # Names.
        (
            "Gazette — Who did it?\nPell — Nobody.\nGazette — Why?\nPell — It was late.",
            ["Who did it?", "Nobody.", "Why?", "It was late."],
        ),
        (
            "Interviewer: Why did you resign?\n\nAna Pell: They lied to me.\n\n"
            "Interviewer: Who?\n\nAna Pell: All of them.\n\nShe left at noon.",
            ["Why did you resign?", "They lied to me.", "Who?", "All of them."],
        ),
        (
            "The Gazette: Why now?\nMayor Hale: It is time.\nThe Gazette: Is it?\n"
            "Mayor Hale: It is.\nWoman in the crowd: Liar!\nMayor Hale: Thank you.",
            ["Why now?", "It is time.", "Is it?", "It is.", "Liar!", "Thank you."],
        ),
        # Bold type.
        (
            "**Hale:** Did you know?\n\n**Ortiz:** That is a lie.\n\n**Hale**: It is not.",
            ["Did you know?", "That is a lie.", "It is not."],
        ),
        # What readers said.
        (
            "Readers wrote:\n\n**Ana Pell, baker:** They are liars.\n\n"
            "**Joe Moss, driver:** I agree.\n\n**Sue Hale:** We deserve better.\n\nThe end.",
            ["They are liars.", "I agree.", "We deserve better."],
        ),
        (
            "Ana Pell: They are liars.\nJoe Moss: I agree.\nSue Hale: We deserve better.",
            ["They are liars.", "I agree.", "We deserve better."],
        ),
        # A turn over several lines and paragraphs.
        (
            "HALE: Did you\nknow?\n\nORTIZ: No.\n\nI was at home, and my wife was too.\n\n"
            "HALE: I see.\n\nThe paper was closed in May.",
            ["Did you\nknow?", "No.\n\nI was at home, and my wife was too.", "I see."],
        ),
        (
            "HALE: Did you know?\nORTIZ: No.\n\nThe hearing was broken off for lunch.\n\n"
            "HALE: Did you?\nORTIZ: No.",
            ["Did you know?", "No.", "Did you?", "No."],
        ),
    ],
)
def test_turns(text: str, expected: list[str]) -> None:
    assert passages(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "Hale: we will not yield",
        "Hale: we will not yield\n\nThe mayor said that the council would not yield.",
        "Hale: we will not yield\nOrtiz: I want a vote\n\nThe talks went on.",
        "Update: the vote is over.\n\nNote: we asked the council.\n\nUpdate: you can read it here.",
        "London: rain, 12 degrees.\nParis: sun.\nLondon: rain again.",
        "LONDON: The pound fell.\n\nPARIS: The euro rose.",
        "Time: 4 pm\nPlace: the town hall\nPrice: what can you pay?\nTime: 5 pm",
        "LONDON — Who won?\n\nThe pound fell.\n\nPARIS — The euro rose. I left.",
        "WHEN: Monday\nWHERE: Town hall\nWHO: You and your family",
        "Myth: You can catch it twice.\nFact: You cannot.\nMyth: It kills you.\nFact: It does not.",
        "Jan. 3: We won.\nJan. 3: We lost.\nJan. 3: Who knows?",
        "A: apples\nB: pears\nC: plums",
        "A. Moss wrote it.\nB. Hale did not.",
        "More: 'I was there'\nMore: Why did you go?\nMore: What we know",
        "The mayor had one aim: we must win. He had one fear: you will lose.",
        "Ana Pell: A. A fine speech.\n\nJoe Moss: D. Do you recall it?\n\nSue Hale: B. You may.",
        "He added: “We won.”\n\nHe added: “You lost.”\n\nHe added: “I left.”",
        "Pell: we can win\nHale: we will not yield\nHale: my plan",
        "The result: who knows?\nThe reason: I forgot.",
    ],
)
def test_lines_that_are_no_turns(text: str) -> None:
    assert passages(text) == []


def test_the_label_stays_outside_the_quoted_words() -> None:
    text = "HALE: Did you know?\nORTIZ: No. That is a lie.\n\nHale left."
    quotations = with_passages(text, find_quotations(text), structural_passages(text))
    voices = [voice_of(text, s.start, s.end, quotations) for s in segment(text)]
    assert voices == ["mixed", "mixed", "quoted", "outlet"]
