"""Text drawn several times at nearly the same place is read once."""

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


def word_by_word(string: str, y: float, shift: float) -> str:
    made, x = "", LEFT
    for word in string.split(" "):
        made += text(word, round(x + shift, 3), y)
        x += width(word + " ")
    return made


def letter_by_letter(string: str, y: float, times: int) -> str:
    made, x = "", LEFT
    for letter in string:
        made += "".join(text(letter, round(x + 0.3 * n, 3), y) for n in range(times))
        x += width(letter)
    return made


@pytest.mark.parametrize(("x", "y"), [(0, 0), (0.3, 0), (0.5, 0.5), (1, -1), (-0.4, 0)])
def test_lines_drawn_twice(x: float, y: float) -> None:
    each = "".join(
        text(one, LEFT, TOP - STEP * n) + text(one, LEFT + x, TOP - STEP * n + y)
        for n, one in enumerate(FERRY)
    )
    assert words_of(each) == STORY
    assert words_of(lines() + lines(x=LEFT + x, y=TOP + y)) == STORY


@pytest.mark.parametrize("times", [1, 2, 4])
def test_letters_drawn_several_times(times: int) -> None:
    drawn = (letter_by_letter(one, TOP - STEP * n, times) for n, one in enumerate(FERRY))
    assert words_of("".join(drawn)) == STORY


def test_a_copy_cut_in_another_way() -> None:
    words = "".join(word_by_word(one, TOP - STEP * n, 0.4) for n, one in enumerate(FERRY))
    assert words_of(lines() + words) == STORY
    assert words_of(words + lines()) == STORY
    assert words_of(lines() + text("The ferry", LEFT + 0.4)) == STORY


def test_a_headline_with_a_shadow() -> None:
    shadow = text("Ferry stays in harbour", 61.5, 788.5, 24)
    headline = text("Ferry stays in harbour", 60, 790, 24)
    assert words_of(shadow + headline + lines()) == f"Ferry stays in harbour {STORY}"


def test_lines_that_say_the_same_below_each_other_stay() -> None:
    assert words_of(lines(["Row, row, row your boat."] * 2)) == " ".join(
        ["Row, row, row your boat."] * 2
    )
