"""Differences between articles: their values, and how often their intervals hold the truth."""

from collections.abc import Callable
from typing import Any

import numpy as np
import pytest
from numpy.typing import NDArray

from analysis.comparison.frames import DIFFERENCES
from analysis.comparison.measured.bootstrap import RESAMPLES, drawn_values, interval
from analysis.comparison.measured.differences import differences as differences_of
from analysis.comparison.measured.observed import Observed, Sample
from analysis.frames import Result
from analysis.intervals import mean_difference, share_difference
from tests.analysis.comparison.of_articles import differences, measures


def sentences(result_of: Callable[..., Result], bands: str, tones: Any) -> Result:
    loaded = {"L": "loaded", "n": "not loaded"}
    return result_of(
        [f"Line {number}." for number in range(len(bands))],
        loaded=[loaded[band] for band in bands],
        tone=tones,
    )


def test_b_minus_a(result_of: Callable[..., Result]) -> None:
    first = sentences(result_of, "nnnL", [0.1, 0.2, 0.3, 0.4])
    second = sentences(result_of, "LLLLn", [-0.1, -0.2, -0.3, -0.4, -0.5])
    found = differences([first, second])
    assert list(found.columns) == list(DIFFERENCES)
    share, tone = (dict(row) for row in found.to_dict("records"))
    assert (share["measure"], tone["measure"]) == ("loaded_share_outlet", "mean_tone_outlet")
    assert share["difference"] == pytest.approx(0.8 - 0.25)
    assert tone["difference"] == pytest.approx(-0.3 - 0.25)
    # Too few sentences for the bootstrap.
    assert (share["low"], share["high"]) == pytest.approx(share_difference((4, 5), (1, 4)))
    assert (tone["low"], tone["high"]) == pytest.approx(
        mean_difference([-0.1, -0.2, -0.3, -0.4, -0.5], [0.1, 0.2, 0.3, 0.4])
    )
    assert (share["clear"], tone["clear"]) == (False, True)


def test_many_sentences_are_drawn_anew(result_of: Callable[..., Result]) -> None:
    generator = np.random.default_rng(3)
    tones = [generator.normal(mean, 0.2, size=40) for mean in (0.1, -0.2)]
    articles = [sentences(result_of, "nL" * 20, one) for one in tones]
    found = differences(articles).set_index("measure")
    tone = found.loc["mean_tone_outlet"]
    # With so many the bootstrap and Welch's interval are near each other, but not the same.
    low, high = mean_difference(tones[1].tolist(), tones[0].tolist())
    assert (tone["low"], tone["high"]) == pytest.approx((low, high), abs=0.02)
    assert tone["low"] != low
    assert tone["clear"]
    assert found.loc["loaded_share_outlet", "difference"] == 0
    assert not found.loc["loaded_share_outlet", "clear"]


def test_the_same_in_every_run_and_of_every_two(result_of: Callable[..., Result]) -> None:
    bands = ("nL" * 15, "n" * 14 + "L" * 16, "nnL" * 10)
    articles = [sentences(result_of, one, np.linspace(-0.5, 0.5, 30)) for one in bands]
    found = differences(articles)
    assert found.equals(differences(articles))
    pairs = found[["article_a", "article_b"]].drop_duplicates().to_numpy().tolist()
    assert pairs == [[0, 1], [0, 2], [1, 2]]


def test_a_difference_only_where_both_have_a_value(result_of: Callable[..., Result]) -> None:
    first = sentences(result_of, "nnL", [0.1, 0.2, 0.3])
    none = result_of(["Line."] * 3, voice=["quoted"] * 3)
    assert differences([first, none]).empty
    assert not differences([first, first]).empty


def test_real_articles(told: Callable[..., list[Result]]) -> None:
    articles = told("bus-fares-plain", "bus-fares-loaded")
    values = measures(articles).set_index(["measure", "subject", "voice", "article"])["value"]
    found = differences(articles)
    assert len(found) > 10
    for row in found.itertuples():
        first, second = (values[row.measure, row.subject, row.voice, place] for place in (0, 1))
        assert row.difference == pytest.approx(second - first)
        assert row.low <= row.difference <= row.high
        assert row.clear is (row.low > 0 or row.high < 0)
    assert found.set_index("measure").loc["loaded_share_outlet", "clear"]


def test_drawn_values_are_of_whole_sentences() -> None:
    # A ratio of sums: 1 of 2 words, 3 of 4 words. Both drawn: 4/6; the first or second twice.
    sample = Sample(np.array([1.0, 3.0]), np.array([2.0, 4.0]), 4)
    drawn = drawn_values([sample], 0)
    assert drawn.shape == (RESAMPLES, 1)
    assert set(np.round(drawn[:, 0], 6)) == {0.5, 0.75, round(4 / 6, 6)}
    assert np.mean(np.isclose(drawn, 4 / 6)) == pytest.approx(0.5, abs=0.05)
    assert not np.array_equal(drawn, drawn_values([sample], 1))
    assert interval(np.arange(1001.0), np.zeros(1001)) == (-975.0, -25.0)


def loaded(generator: np.random.Generator, length: int, share: float) -> Sample:
    drawn = (generator.random(length) < share).astype(float)
    return Sample(drawn, np.ones(length), length)


def toned(generator: np.random.Generator, length: int, share: float) -> Sample:
    """Tones as articles have them: most near zero, some (``share``) strongly negative."""
    negative = generator.random(length) < share
    drawn = np.where(negative, -0.8, 0.05) + generator.normal(0, 0.1, length)
    return Sample(drawn, np.ones(length), length)


def spoken(generator: np.random.Generator, length: int, share: float) -> Sample:
    words: NDArray[np.float64] = generator.integers(8, 35, length).astype(float)
    said = np.where(generator.random(length) < share, words, 0.0)
    return Sample(said, words, int(said.sum()))


@pytest.mark.parametrize("lengths", [(6, 9), (12, 20), (20, 20), (40, 60)])
@pytest.mark.parametrize("shares", [(0.1, 0.3), (0.3, 0.3)])
@pytest.mark.parametrize(
    ("measure", "make", "slope"),
    [
        ("loaded_share_outlet", loaded, 1.0),
        ("speaker_share", spoken, 1.0),
        ("mean_tone_outlet", toned, -0.85),
    ],
)
def test_intervals_hold_the_truth_about_as_often_as_they_say(
    measure: str,
    make: Callable[..., Sample],
    slope: float,
    shares: tuple[float, float],
    lengths: tuple[int, int],
) -> None:
    generator = np.random.default_rng(5)
    simulated = [
        Observed(
            measure,
            str(number),
            "",
            tuple(
                make(generator, length, share)
                for length, share in zip(lengths, shares, strict=True)
            ),
        )
        for number in range(500)
    ]
    found = differences_of(simulated)
    truth = slope * (shares[1] - shares[0])
    held = ((found["low"] <= truth + 1e-9) & (truth - 1e-9 <= found["high"])).mean()
    # 0.95 promised. Three standard errors of 500 draws are 0.03.
    assert held >= 0.91
    if truth == 0:
        assert found["clear"].mean() <= 0.09
