"""Accepted shares: counts by hand, published intervals, no conclusion from too few."""

from math import isnan

import pytest
from hypothesis import given
from hypothesis import strategies as st

from analysis.columns import empty
from analysis.desk.frames import DECISIONS, SHARES
from analysis.desk.shares import accepted_shares, revision_shares, verdict
from tests.analysis.desk.made import decided, decisions_of


def all_months(shares, check):
    (row,) = shares[(shares["check"] == check) & (shares["month"] == "")].to_dict("records")
    return row


def test_a_share_by_hand_with_the_published_interval() -> None:
    # Newcombe 1998, Statistics in Medicine 17, pages 857 to 872, table I: 81 of 263, score method
    # without continuity correction: 0.2553 to 0.3662.
    shares = accepted_shares(decisions_of(decided("house.slam", 81, 182)))
    row = all_months(shares, "house.slam")
    assert (row["decided"], row["accepted"]) == (263, 81)
    assert row["share"] == pytest.approx(81 / 263)
    assert (row["low"], row["high"]) == pytest.approx((0.2553, 0.3662), abs=1e-4)


@pytest.mark.parametrize(
    ("accepted", "total", "said"),
    [
        (0, 9, "too few"),
        (9, 9, "too few"),
        (9, 10, "good"),
        (10, 10, "good"),
        # Upper ends of Wilson's interval: 8 of 10 reaches 0.943, 5 of 10 reaches 0.763, 26 of 30
        # reaches 0.947, 80 of 100 reaches 0.867, 85 of 100 reaches 0.907, 84 of 100 reaches 0.899.
        (8, 10, "perhaps to mend"),
        (5, 10, "to mend"),
        (26, 30, "perhaps to mend"),
        (80, 100, "to mend"),
        (85, 100, "perhaps to mend"),
        (84, 100, "to mend"),
    ],
)
def test_a_verdict_goes_as_far_as_the_interval(accepted: int, total: int, said: str) -> None:
    assert verdict(accepted, total) == said


def test_each_month_of_decisions_has_a_row_and_the_verdict_of_all() -> None:
    rows = [
        *decided("house.slam", 3, 6, made="2026-09-30 23:59"),
        *decided("house.slam", 2, 4, made="2026-10-01 00:00", first=100),
        *decided("plain.utilise", 1, 0, first=200),
    ]
    shares = accepted_shares(decisions_of(rows))
    found = shares[["check", "month", "decided", "accepted", "verdict"]].values.tolist()
    assert found == [
        ["house.slam", "", 15, 5, "to mend"],
        ["house.slam", "2026-09", 9, 3, "to mend"],
        ["house.slam", "2026-10", 6, 2, "to mend"],
        ["plain.utilise", "", 1, 1, "too few"],
        ["plain.utilise", "2026-10", 1, 1, "too few"],
    ]


def test_only_what_stands_counts_and_reworded_is_accepted() -> None:
    rows = [
        {"flag": 1, "act": "dismiss", "reason": "fair", "standing": False},
        {"flag": 1, "act": "reword", "wording": "criticised"},
        {"flag": 1, "act": "dismiss", "reason": "fact", "standing": False, "second": True},
        {"flag": 2, "act": "accept", "standing": False},
        {"flag": 2, "act": "undo"},
        {"flag": 3, "act": "dismiss", "reason": "quoted"},
    ]
    row = all_months(accepted_shares(decisions_of(rows)), "house.slam")
    assert (row["decided"], row["accepted"]) == (2, 1)


def test_a_rule_that_was_mended_starts_anew() -> None:
    rows = [
        *decided("house.slam", 2, 10, revision=1),
        *decided("house.slam", 11, 1, revision=2, first=100),
    ]
    decisions = decisions_of(rows)
    row = all_months(accepted_shares(decisions), "house.slam")
    assert (row["decided"], row["accepted"], row["verdict"]) == (12, 11, "good")
    assert revision_shares(decisions) == {"house.slam": {1: (2, 12), 2: (11, 12)}}


def test_a_revision_without_a_decision_yet_has_no_share() -> None:
    shares = accepted_shares(decisions_of(decided("house.slam", 2, 10)), {"house.slam": 2})
    (row,) = shares.to_dict("records")
    assert (row["decided"], row["verdict"]) == (0, "too few")
    assert isnan(row["share"])
    assert isnan(row["low"])


def test_without_decisions_there_is_no_row() -> None:
    shares = accepted_shares(empty(DECISIONS))
    assert len(shares) == 0
    assert list(shares.columns) == list(SHARES)
    assert revision_shares(empty(DECISIONS)) == {}


@given(st.lists(st.tuples(st.booleans(), st.integers(1, 12)), max_size=40))
def test_the_months_add_up(given) -> None:
    rows = [
        {
            "flag": flag,
            "act": "accept" if accepted else "dismiss",
            "made": f"2026-{month:02d}-15 10:00",
        }
        for flag, (accepted, month) in enumerate(given)
    ]
    shares = accepted_shares(decisions_of(rows))
    if not given:
        assert shares.empty
        return
    months = shares[shares["month"] != ""]
    row = all_months(shares, "house.slam")
    assert (months["decided"].sum(), months["accepted"].sum()) == (row["decided"], row["accepted"])
    assert row["accepted"] == sum(accepted for accepted, _ in given)
    assert ((shares["low"] <= shares["share"]) & (shares["share"] <= shares["high"])).all()
