"""Numbers of lines in the margin are left out; numbers of rows in tables stay."""

import pytest

from tests.analysis.reading.documents.pdf.drawn import (
    FERRY,
    STEP,
    STORY,
    TOP,
    lines,
    text,
    words_of,
)

SECOND = (
    "A new boat would cost two million pounds, which the island does not have, and the state",
    "has refused to lend the money. The owner hopes for a second-hand boat from Norway, where",
    "a ferry of the same size was replaced by a tunnel last summer. He flew there to see it.",
)
STORIES = f"{STORY} {' '.join(SECOND)}"


def numbered(
    strings: tuple[str, ...], start: int = 1, step: int = 1, x: float = 40, size: float = 8
) -> str:
    made = lines(strings)
    for n in range(len(strings)):
        if (start + n) % step == 0:
            right = 0 if start + n > 9 else 0.556 * size
            made += text(str(start + n), x + right, TOP - STEP * n, size)
    return made


@pytest.mark.parametrize("x", [30, 40, 48, 530])
def test_every_line_on_the_left_or_right(x: float) -> None:
    assert words_of(numbered(FERRY, x=x)) == STORY


@pytest.mark.parametrize("x", [40, 530])
@pytest.mark.parametrize("start", [1, 101])
def test_every_fifth_line(x: float, start: int) -> None:
    assert words_of(numbered(FERRY * 3, start, 5, x)) == f"{STORY} {STORY} {STORY}"


@pytest.mark.parametrize("x", [40, 530])
def test_five_and_ten_are_enough_outside_the_text(x: float) -> None:
    eleven = FERRY + SECOND + SECOND
    assert words_of(numbered(eleven, 1, 5, x)) == f"{STORIES} {' '.join(SECOND)}"


def test_numbers_drawn_with_their_lines() -> None:
    joined = [f"{number:>2}  {line}" for number, line in enumerate(FERRY + SECOND, 1)]
    assert words_of(lines(joined)) == STORIES


@pytest.mark.parametrize("start", [1, 6])
def test_pages_that_begin_anew_or_go_on(start: int) -> None:
    assert words_of(numbered(FERRY), numbered(SECOND, start)) == STORIES
    last = numbered(SECOND[:2], start)
    assert words_of(numbered(FERRY), last) == f"{STORY} {' '.join(SECOND[:2])}"


def test_rows_of_a_table_keep_their_numbers() -> None:
    rows = ["Roads", "Schools", "Care", "Youth", "Parks"]
    joined = [f"{number} {row} 48.2" for number, row in enumerate(rows, 1)]
    assert words_of(lines(joined)) == " ".join(joined)
    apart = "".join(
        text(str(n + 1), 60, TOP - STEP * n)
        + text(row, 90, TOP - STEP * n)
        + text(f"{n}.5", 200, TOP - STEP * n)
        for n, row in enumerate(rows)
    )
    assert words_of(apart) == " ".join(f"{n + 1} {row} {n}.5" for n, row in enumerate(rows))


def test_numbers_in_sentences_stay() -> None:
    told = [
        "It sold 1 boat in the year",
        "2 boats in the next one and",
        "3 boats after that.",
    ]
    assert words_of(lines(told)) == " ".join(told)


def test_years_before_sentences_stay() -> None:
    told = [
        "2019 The ferry was bought from a firm in Holland for a pound.",
        "2020 The engine failed for the first time, in a winter storm.",
        "2021 The engine failed for the second time, in the harbour.",
        "2022 The owner asked the state for help and was given none.",
        "2023 The ferry was laid up for the winter, and it rusted.",
    ]
    assert words_of(lines(told)) == " ".join(told)
