"""What is said of a class's gain, against sentences written by hand."""

from math import nan
from typing import Any

import pytest

from analysis.output.phrasing.practice import gain as said
from analysis.practice.gain import Gain

LIMITS = (
    "What this cannot show: 10 sentences are few. There was no other class without the practice to "
    "compare with. Taking the first test is practice too. It was measured right away, so nobody "
    "knows what lasts. It says nothing about any one pupil."
)


MAY_BE_CHANCE = "(95% interval). That includes 0, so this may be chance."


def gained(**figures: Any) -> Gain:
    return Gain(
        **{
            "pairs": 24,
            "mean_before": 6.125,
            "mean_after": 7.25,
            "difference": 1.125,
            "d": 0.654,
            "low": 0.2,
            "high": 1.1,
        }
        | figures
    )


def test_a_gain() -> None:
    assert said.gain_said(gained()) == [
        "24 pupils did both tests. On average they agreed with the key on 6.1 of 10 sentences "
        "before and on 7.2 after: 1.1 more.",
        "Cohen’s d is 0.65: the change measured in how far pupils’ results usually differ. A class "
        "of this size can only narrow it down to between 0.20 and 1.10 (95% interval). That is "
        "above 0, so chance alone is unlikely to explain it.",
        LIMITS,
    ]


@pytest.mark.parametrize(
    ("d", "low", "high", "ends"),
    [
        (0.3, -0.1, 0.7, f"between −0.10 and 0.70 {MAY_BE_CHANCE}"),
        (0.3, 0.0, 0.7, f"between 0.00 and 0.70 {MAY_BE_CHANCE}"),
        (0.0, 0.0, 0.0, f"between 0.00 and 0.00 {MAY_BE_CHANCE}"),
        (-0.8, -1.2, -0.4, "That is below 0: more than chance, and a loss, not a gain."),
    ],
)
def test_d_and_chance(d: float, low: float, high: float, ends: str) -> None:
    _, about_d, limits = said.gain_said(gained(d=d, low=low, high=high))
    assert about_d.endswith(ends)
    assert limits == LIMITS


@pytest.mark.parametrize(
    ("before", "after", "ends"),
    [
        (7.0, 6.5, "on 7.0 of 12 sentences before and on 6.5 after: 0.5 fewer."),
        (7.0, 7.04, "on 7.0 of 12 sentences before and on 7.0 after: no change."),
        # The numbers as shown add up: 0.16 between 6.84 and 7.00 is 0.2 there.
        (6.84, 7.0, "on 6.8 of 12 sentences before and on 7.0 after: 0.2 more."),
    ],
)
def test_means(before: float, after: float, ends: str) -> None:
    figures = gained(mean_before=before, mean_after=after, difference=after - before)
    means, _, limits = said.gain_said(figures, 12)
    assert means.endswith(ends)
    assert "12 sentences are few" in limits


def test_without_spread_there_is_no_d() -> None:
    _, about_d, limits = said.gain_said(gained(d=nan, low=nan, high=nan))
    assert about_d == (
        "Cohen’s d cannot be worked out: all results are the same, and d compares the change with "
        "how far results differ."
    )
    assert limits == LIMITS
