"""The ``>`` marks before a line, and empty lines of them at the end of a passage."""

from __future__ import annotations

import pytest

from analysis.text.segmentation.quote_prefix import quote_prefix, without_empty_lines


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("> You lied.", (2, 1)),
        (">You lied.", (1, 1)),
        ("> > You lied.", (4, 2)),
        (">> “You lied.”", (3, 2)),
        ("  > You lied.", (4, 1)),
        (">", (1, 1)),
        ("You > me.", (0, 0)),
        (">50 voted.", (0, 0)),
        (">:( said Hale.", (0, 0)),
        ("-> home", (0, 0)),
        ("", (0, 0)),
    ],
)
def test_length_and_number_of_the_marks(line: str, expected: tuple[int, int]) -> None:
    assert quote_prefix(line) == expected


@pytest.mark.parametrize(
    ("text", "kept"),
    [
        ("You lied.\n>\n> \n", "You lied."),
        ("You lied.", "You lied."),
        ("40 > 30 >\n>", "40 > 30 >"),
        ("You lied. \n\u200b\n", "You lied."),
        (">\n>", ">"),
    ],
)
def test_empty_lines_at_the_end(text: str, kept: str) -> None:
    padded = f"“{text}”"
    assert padded[1 : without_empty_lines(padded, 1, 1 + len(text))] == kept
