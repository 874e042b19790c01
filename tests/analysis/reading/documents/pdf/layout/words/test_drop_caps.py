"""Large first letters belong to their words, wherever their baseline is."""

import pytest

from tests.analysis.reading.documents.pdf.drawn import (
    FERRY,
    LEFT,
    STEP,
    STORY,
    TOP,
    lines,
    text,
    width,
    words_of,
)  # fmt: skip

FIRST = FERRY[0][1:]


def with_initial(
    letter: str, size: float, y: float, beside: int, first: str = FIRST, gap: float = 4
) -> list[str]:
    """The letter and the lines, of which the first few stand beside it."""
    right = LEFT + width(letter, size) + gap
    rest = [
        text(one, right if n < beside else LEFT, TOP - STEP * n)
        for n, one in enumerate([first, *FERRY[1:]])
    ]
    return [text(letter, LEFT, y, size), *rest]


@pytest.mark.parametrize(
    ("size", "lower", "beside"),
    [(44, 28, 3), (30, 14, 2), (62, 42, 4), (40, 21, 3), (44, 32, 3), (30, 0, 1), (24, 0, 1)],
)
def test_sizes_and_baselines(size: float, lower: float, beside: int) -> None:
    assert words_of("".join(with_initial("T", size, TOP - lower, beside))) == STORY


def test_a_raised_letter_without_a_gap() -> None:
    assert words_of("".join(with_initial("T", 24, TOP, 1, gap=0.4))) == STORY


def test_drawn_after_the_text_or_before_its_last_line() -> None:
    letter, *rest = with_initial("T", 44, TOP - 28, 3)
    assert words_of("".join([*rest, letter])) == STORY
    assert words_of("".join([*rest[:2], letter, *rest[2:]])) == STORY


def test_with_a_quotation_mark() -> None:
    assert words_of("".join(with_initial("“T", 44, TOP - 28, 3))) == "“" + STORY


def test_capitals_after_it() -> None:
    made = with_initial("T", 44, TOP - 28, 3, "HE FERRY" + FERRY[0][9:])
    assert words_of("".join(made)) == "THE FERRY" + STORY[9:]


def test_a_letter_that_is_a_word() -> None:
    made = with_initial("A", 44, TOP - 28, 3, FERRY[0][4:])
    assert words_of("".join(made)) == "A" + STORY[3:]


def test_two_letters_a_word_or_a_figure() -> None:
    for large, rest in (
        ("Th", FERRY[0][2:]),
        ("The", FERRY[0][4:]),
        ("90", "people" + FERRY[0][9:]),
    ):
        made = "".join(with_initial(large, 44, TOP - 28, 3, rest))
        gap = "" if large == "Th" else " "
        assert words_of(made) == f"{large}{gap}{rest} {' '.join(FERRY[1:])}"


def test_below_a_headline_in_a_column() -> None:
    left = [
        "he ferry to the island will",
        "not sail before the first of",
        "May, its owner has said.",
    ]
    under = [
        "The engine of the old boat has",
        "failed twice since winter, and",
        "nobody can mend it.",
    ]
    right = ["Most of them do their shopping", "by boat, and the post comes by"] * 3
    made = (
        text("Ferry stays in harbour", 60, 790, 24)
        + text("T", 60, 712, 44)
        + lines(left, 90)
        + lines(under, 60, TOP - 3 * STEP)
        + lines(right, 320)
    )
    read = words_of(made)
    assert read.startswith("Ferry stays in harbour The ferry to the island will not sail before")
    assert "May, its owner has said. The engine of the old boat has failed" in read
    assert read.endswith(" ".join(right))
