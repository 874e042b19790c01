"""How alike the words of sentences are, worked out by hand."""

import numpy as np
import pytest

from analysis.comparison.shared_words import similarities, terms


def test_similarity_by_hand() -> None:
    # Without endings: {rain, fell} and {rain, stop}. "rain" is in 2 of 2 sentences and weighs
    # ln(3/3) + 1 = 1, the others ln(3/2) + 1 = 1.405: 1 / (1 + 1.405²) = 0.3362.
    weight = np.log(3 / 2) + 1
    assert similarities(["Rain fell"], ["rains stop"])[0, 0] == pytest.approx(1 / (1 + weight**2))


def test_nothing_in_common_or_nothing_at_all() -> None:
    assert similarities(["It rained."], ["The and of.", "Sheep graze."]).tolist() == [[0, 0]]
    assert similarities([], ["Sheep graze."]).shape == (0, 1)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Voted, votes; voting", ["vot", "vote", "vot"]),
        ("The city’s £2.10 fare", ["city", "2.10", "fare"]),
        ("said the and of", []),
    ],
)
def test_terms(text: str, expected: list[str]) -> None:
    assert [word[: len(stem)] for word, stem in zip(terms(text), expected, strict=True)] == expected
