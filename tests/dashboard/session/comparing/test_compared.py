"""Which two articles are shown, and which sentence is selected."""

from types import SimpleNamespace
from typing import Any, cast

import pytest
import streamlit as st

from dashboard.session.comparing.compared import (
    Compared,
    chosen_sentence,
    set_chosen,
    set_comparison,
    set_pair,
    shown_pair,
)


@pytest.fixture(autouse=True)
def _four_articles_of_three_sentences():
    """A comparison as far as its places go, in a session of its own."""
    text = SimpleNamespace(result=SimpleNamespace(sentences=range(3)))
    set_comparison(Compared(cast("Any", (text,) * 4), cast("Any", None)))
    yield
    st.session_state.clear()


def test_a_sentence_of_a_shown_article_leaves_the_pair():
    set_pair((1, 3))
    set_chosen((3, 2))
    assert (shown_pair(), chosen_sentence()) == ((1, 3), (3, 2))


def test_a_sentence_of_another_article_brings_it_beside_the_first():
    set_chosen((2, 0))
    assert (shown_pair(), chosen_sentence()) == ((0, 2), (2, 0))


def test_what_is_to_stand_beside_it_is_shown():
    set_chosen((1, 0), beside=3)
    assert shown_pair() == (1, 3)
    set_chosen((3, 1), beside=1)
    assert shown_pair() == (1, 3)


@pytest.mark.parametrize("chosen", [None, (4, 0), (-1, 0), (0, 3), (0, -1)])
def test_no_such_sentence_selects_none(chosen):
    set_chosen((0, 1))
    set_chosen(chosen)
    assert (shown_pair(), chosen_sentence()) == ((0, 1), None)


@pytest.mark.parametrize("beside", [0, 4, -1])
def test_nothing_stands_beside_itself_or_beside_what_is_not_there(beside):
    set_chosen((0, 1), beside=beside)
    assert (shown_pair(), chosen_sentence()) == ((0, 1), (0, 1))


@pytest.mark.parametrize("pair", [(1, 1), (0, 4), (-1, 0)])
def test_no_such_pair_changes_nothing(pair):
    set_pair((0, 2))
    set_pair(pair)
    assert shown_pair() == (0, 2)


def test_a_pair_without_the_selected_article_selects_none():
    set_chosen((1, 2))
    set_pair((1, 2))
    assert chosen_sentence() == (1, 2)
    set_pair((0, 2))
    assert chosen_sentence() is None
