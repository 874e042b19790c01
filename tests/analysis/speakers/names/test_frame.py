import math

import pandas as pd
import pytest

from analysis.frames import NAMES
from analysis.speakers.names import Name, names_frame
from analysis.speakers.names.frame import mean_tone


def sentences(*rows: tuple[int, int, str, float]) -> pd.DataFrame:
    return pd.DataFrame(rows, columns=["start", "end", "voice", "tone"])


def test_counts_by_voice_and_mean_tone() -> None:
    given = sentences(
        (0, 10, "outlet", -0.4), (11, 20, "quoted", 0.0), (21, 30, "reported", 0.4),
        (31, 40, "mixed", 0.9), (41, 50, "outlet", math.nan),
    )  # fmt: skip
    names = [
        Name("Ida Noll", "person", ((0, 4), (5, 9), (11, 15), (22, 26), (42, 46))),
        Name("Seaford", "place", ((32, 36),)),
    ]
    frame = names_frame(names, given)
    assert list(frame.columns) == list(NAMES)
    row = frame.iloc[0]
    assert (row["outlet"], row["quoted"], row["reported"], row["mixed"]) == (3, 1, 1, 0)
    assert row["count"] == 5
    assert row["mentions"] == [(0, 4), (5, 9), (11, 15), (22, 26), (42, 46)]
    # Tones -0.4, 0 and 0.4 of three sentences: s = 0.4, t with 2 degrees 4.303, cut at -1.
    assert row["tone"] == pytest.approx(0.0)
    assert row["tone_low"] == pytest.approx(-4.303 * 0.4 / math.sqrt(3), abs=1e-3)
    assert row["tone_high"] == pytest.approx(4.303 * 0.4 / math.sqrt(3), abs=1e-3)
    other = frame.iloc[1]
    assert (other["mixed"], other["count"]) == (1, 1)
    assert math.isnan(other["tone"])
    assert math.isnan(other["tone_low"])


def test_a_mention_outside_all_sentences_counts_for_no_voice() -> None:
    frame = names_frame([Name("X", "place", ((12, 13),))], sentences((0, 10, "outlet", 0.1)))
    assert frame.loc[0, ["outlet", "quoted", "reported", "mixed"]].sum() == 0
    assert frame.loc[0, "count"] == 1


def test_without_names_the_frame_has_its_columns() -> None:
    frame = names_frame([], sentences((0, 1, "outlet", 0.0)))
    assert list(frame.columns) == list(NAMES)
    assert frame.empty


@pytest.mark.parametrize(
    ("tones", "half"),
    [
        # 2.776 (4 degrees) · 0.1581 / √5, by hand.
        ([0.1, 0.2, 0.3, 0.4, 0.5], 0.1963),
        # 40 values of -0.5 and 0.5: s = 0.5064, t with 39 degrees 2.0227.
        ([-0.5, 0.5] * 20, 0.1620),
    ],
)
def test_interval_of_a_mean(tones: list[float], half: float) -> None:
    mean, low, high = mean_tone(tones)
    assert high - mean == pytest.approx(half, abs=2e-4)
    assert mean - low == pytest.approx(half, abs=2e-4)


def test_an_interval_stays_between_minus_one_and_one() -> None:
    assert mean_tone([1.0, 1.0, -1.0])[1:] == (-1.0, 1.0)
