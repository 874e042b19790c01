import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from analysis.desk.fit.crossvalidation import _parts, threshold_of
from analysis.desk.fit.figures import figures_of


@pytest.mark.parametrize(
    ("probabilities", "accepted", "floor", "stay"),
    [
        # Three of three accepted ones stay above 0.5; lower thresholds are less precise.
        ((0.9, 0.8, 0.6, 0.4, 0.2), (1, 1, 1, 0, 0), 1.0, 3),
        # All accepted have to stay, and one is last: nothing can be held back.
        ((0.9, 0.8, 0.6, 0.4, 0.2), (1, 1, 0, 0, 1), 1.0, 5),
        # Two of three may do: the dismissed ones and the last one go.
        ((0.9, 0.8, 0.6, 0.4, 0.2), (1, 1, 0, 0, 1), 0.6, 2),
        # Of equal precision the lowest.
        ((0.9, 0.8, 0.7, 0.6), (1, 1, 1, 1), 0.5, 4),
        # Equal probabilities stay together.
        ((0.9, 0.5, 0.5, 0.5), (1, 1, 0, 0), 1.0, 4),
    ],
)
def test_the_most_precise_threshold_that_keeps_the_floor(probabilities, accepted, floor, stay):
    chances = np.array(probabilities)
    found = threshold_of(chances, np.array(accepted, bool), floor)
    assert (chances >= found).sum() == stay


@given(
    st.lists(st.tuples(st.floats(0, 1), st.booleans()), min_size=1, max_size=30),
    st.floats(0.01, 1),
)
def test_it_is_as_good_as_trying_every_threshold(flags, floor):
    chances = np.array([chance for chance, _ in flags])
    accepted = np.array([yes for _, yes in flags])
    stay = chances >= threshold_of(chances, accepted, floor)
    if not accepted.any():
        return
    tried = [chances >= one for one in (0.0, *chances)]
    allowed = [one for one in tried if (one & accepted).sum() / accepted.sum() >= floor]
    best = max((one & accepted).sum() / one.sum() for one in allowed)
    assert (stay & accepted).sum() / accepted.sum() >= floor
    assert (stay & accepted).sum() / stay.sum() == pytest.approx(best)


def test_an_article_is_in_one_part():
    articles = np.repeat(np.arange(23), 7)
    parts = _parts(articles, 5, np.random.default_rng(1))
    assert all(len(set(parts[articles == one])) == 1 for one in range(23))
    assert set(parts) == set(range(5))


def test_figures_count_by_hand():
    accepted = np.array([1, 1, 1, 0, 0, 0, 0, 1], bool)
    stays = np.array([1, 1, 1, 1, 0, 0, 0, 0], bool)
    found = figures_of(accepted, stays, np.array([1, 1, 2, 2, 3, 3, 4, 4]), 1)
    assert (found.decided, found.accepted, found.articles) == (8, 4, 4)
    assert (found.held_back, found.accepted_held_back) == (4, 1)
    assert found.before.value == 4 / 8
    assert found.after.value == 3 / 4
    assert found.gain.value == 1 / 4
    assert found.kept.value == 3 / 4
    for share in (found.before, found.after, found.gain, found.kept):
        assert share.low <= share.value <= share.high


def test_an_interval_goes_by_articles_not_flags():
    """Of a hundred flags in two articles no more is known than of two."""
    accepted = np.repeat([True, False], 50)
    stays = np.ones(100, bool)
    few = figures_of(accepted, stays, np.repeat([1, 2], 50), 1).before
    many = figures_of(accepted, stays, np.arange(100), 1).before
    assert (few.low, few.high) == (0, 1)
    assert 0.38 < many.low < many.high < 0.62


def test_where_nothing_stays_nothing_is_right():
    found = figures_of(np.array([True, False]), np.zeros(2, bool), np.array([1, 2]), 1)
    assert (found.held_back, found.after.value, found.kept.value) == (2, 0, 0)
