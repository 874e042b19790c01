"""Lines that begin with ``>``, and what any text's passages hold."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from analysis.text.quotation.structure import structural_passages
from analysis.text.segmentation.sentences import segment


def passages(text: str) -> list[str]:
    return [text[start:end] for start, end in structural_passages(text)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "On Monday Ana Pell wrote:\n\n"
            "> You have lied to us for years and you are a disgrace.\n\n"
            "The council did not reply.",
            ["You have lied to us for years and you are a disgrace."],
        ),
        (
            "Ana Pell wrote:\n> You have lied to us for\n> years. Go.\nThe council did not reply.",
            ["You have lied to us for\n> years. Go."],
        ),
        (
            "> > You have lied to us.\n> We have not.\n\nSo it went on.",
            ["You have lied to us.\n> We have not."],
        ),
        (">You lied.\n>>You did.\n", ["You lied.\n>>You did."]),
        ("> You lied.\n>\n> You always do.\n>\n\nHe left.", ["You lied.", "You always do."]),
        ("  > “You lied,” he said.", ["“You lied,” he said."]),
        # Other uses of the mark.
        ("Of 90 towns\n>50 voted no, and 40 > 30.", []),
        ("He was sad >:( and left -> home.\n>:(", []),
        (">\n>\n", []),
    ],
)
def test_lines_with_marks(text: str, expected: list[str]) -> None:
    assert passages(text) == expected


def test_sentences_of_lines_with_marks() -> None:
    text = (
        "Ana Pell wrote:\n> You have lied to us for many long\n> years. Mr.\n> Hale knows.\n"
        "The council did not reply."
    )
    assert [text[s.start : s.end] for s in segment(text)] == [
        "Ana Pell wrote:",
        "> You have lied to us for many long\n> years.",
        "Mr.\n> Hale knows.",
        "The council did not reply.",
    ]


PIECES = [
    "> ", ">", "\n", "\n\n", "\r\n", " ", "\u200b", "HALE: ", "Q: ", "A: ", "**Ana Pell:** ",
    "Why?", "I do not know.", "The end", "“", "”", ":", "\u2028", "Hale: ", "(laughs)", "Q. ",
]  # fmt: skip


@given(
    st.one_of(st.text(max_size=200), st.lists(st.sampled_from(PIECES), max_size=60).map("".join))
)
def test_passages_of_any_text(text: str) -> None:
    found = structural_passages(text)
    for start, end in found:
        assert 0 <= start < end <= len(text)
        assert not text[start].isspace()
        assert not text[end - 1].isspace()
    for (_, end), (start, _) in pairwise(found):
        assert end <= start


@pytest.mark.parametrize(
    "piece", [">", "> \n", "a\n>\n", "HALE: ", "HALE: a?\n", "Q: \n", "A" * 60]
)
def test_texts_of_one_repeated_piece_end(piece: str) -> None:
    text = piece * 20_000
    assert all(start < end for start, end in structural_passages(text))
