"""Words whose letters are drawn apart are put together; letters drawn close are left alone."""

import pytest

from tests.analysis.reading.documents.pdf.drawn import STORY, lines, text, width, words_of


def spaced(string: str, distance: float, size: float = 18) -> str:
    made, x = "", 60.0
    for letter in string:
        made += text(letter, round(x, 3), 790, size) if letter != " " else ""
        x += width(letter, size) + distance
    return made


@pytest.mark.parametrize("distance", [3, 6, 9])
def test_at_equal_gaps(distance: float) -> None:
    assert words_of(spaced("THE PIER IS SHUT", distance) + lines()) == f"THE PIER IS SHUT {STORY}"


def test_at_equal_distances() -> None:
    grid = "".join(
        text(letter, 60 + 9 * n, 790) for n, letter in enumerate("THE PIER SHUT") if letter != " "
    )
    assert words_of(grid + lines()) == f"THE PIER SHUT {STORY}"


def test_letters_that_touch() -> None:
    assert words_of(spaced("The pier is shut", 0) + lines()) == f"The pier is shut {STORY}"


def test_the_space_of_the_program() -> None:
    made = f"BT /F 18 Tf 6 Tc 60 790 Td (THE PIER) Tj 0 Tc ET {lines()}"
    assert words_of(made) == f"THE PIER {STORY}"
