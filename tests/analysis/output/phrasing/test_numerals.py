"""Numbers as they stand in a sentence."""

import pytest

from analysis.output.phrasing.numerals import counted, joined, listed, percent, two_decimals


@pytest.mark.parametrize(
    ("share", "said"),
    [
        (0, "0%"),
        (0.001, "<1%"),
        (0.009, "<1%"),
        (0.01, "1%"),
        (0.42, "42%"),
        (0.876, "88%"),
        (0.996, ">99%"),
        (0.999, ">99%"),
        (1, "100%"),
    ],
)
def test_percent(share: float, said: str) -> None:
    assert percent(share) == said


@pytest.mark.parametrize(
    ("items", "said"),
    [
        ([], "none"),
        ([4], "4"),
        ([4, 5], "4 and 5"),
        ([1, 3, 4, 5, 8], "1, 3–5 and 8"),
        ([1, 2, 3], "1–3"),
        ([1, 2, 3, 5], "1–3 and 5"),
        ([1, 3, 5], "1, 3 and 5"),
        ([1, 2, 7, 8], "1, 2, 7 and 8"),
    ],
)
def test_listed(items: list[int], said: str) -> None:
    assert listed(items) == said


def test_counted() -> None:
    assert (counted(1, "word"), counted(1200, "word")) == ("1 word", "1,200 words")


@pytest.mark.parametrize(
    ("value", "shown"),
    [(0, "0.00"), (-0.004, "0.00"), (-0.005001, "−0.01"), (-1, "−1.00"), (0.999, "1.00")],
)
def test_two_decimals_are_never_minus_nothing(value, shown):
    assert two_decimals(value) == shown


@pytest.mark.parametrize(
    ("parts", "said"),
    [
        ([], ""),
        (["A"], "A"),
        (["A", "B"], "A and B"),
        (["A", "B", "C"], "A, B and C"),
    ],
)
def test_joined(parts: list[str], said: str) -> None:
    assert joined(parts) == said
