"""How far a reader is in an exercise: order, answers, the count of this session."""

import pytest
import streamlit as st
from hypothesis import given
from hypothesis import strategies as strategies

from dashboard.session.practice import progress


@pytest.fixture(autouse=True)
def _own_session():
    """Leave no session behind for the tests that follow."""
    yield
    st.session_state.clear()


@given(strategies.integers(1, 60), strategies.integers(0, 2**32))
def test_every_item_comes_once_before_one_comes_again(items, seed):
    st.session_state.clear()
    st.session_state[progress.SEED] = seed
    seen = []
    for _ in range(items + 1):
        seen.append(progress.item_shown("voices", items))
        progress.show_next("voices")
    assert sorted(seen[:items]) == [*range(items)]
    assert seen[items] == seen[0]


def test_sessions_differ_in_order_and_sides_and_each_keeps_its_own():
    orders, sides = set(), set()
    for seed in range(8):
        st.session_state[progress.SEED] = seed
        order = tuple(progress.order_of("wordings", 30))
        side = tuple(progress.swapped("wordings", item) for item in range(30))
        assert order == tuple(progress.order_of("wordings", 30))
        assert side == tuple(progress.swapped("wordings", item) for item in range(30))
        assert 5 < sum(side) < 25
        orders.add(order)
        sides.add(side)
    assert len(orders) == len(sides) == 8


def test_the_first_answer_counts_and_a_second_press_changes_nothing():
    assert progress.answer("voices") is None
    assert progress.so_far("voices") == (0, 0)
    progress.give_answer("voices", "quoted", agrees=True)
    progress.give_answer("voices", "outlet", agrees=False)
    assert progress.answer("voices") == "quoted"
    assert progress.so_far("voices") == (1, 1)
    progress.show_next("voices")
    assert progress.answer("voices") is None
    progress.give_answer("voices", "outlet", agrees=False)
    assert progress.so_far("voices") == (1, 2)
    assert progress.so_far("wordings") == (0, 0)
