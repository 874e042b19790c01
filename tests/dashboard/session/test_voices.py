"""Which voices are switched on, in the session and in the address."""

import pytest
import streamlit as st
from hypothesis import given
from hypothesis import strategies as strategies

from analysis.frames import VOICES
from dashboard.session.voices import (
    as_parameter,
    from_parameter,
    result_shown,
    show_voices,
    shown_voices,
)

some = strategies.sets(strategies.sampled_from(VOICES), min_size=1)


@pytest.fixture(autouse=True)
def _own_session():
    """Leave no session behind for the tests that follow."""
    yield
    st.session_state.clear()


@given(some)
def test_the_address_gives_back_what_was_on(voices):
    assert set(from_parameter(as_parameter(voices))) == voices


@pytest.mark.parametrize(
    ("parameter", "voices"),
    [
        ("", VOICES),
        ("quoted", ("quoted",)),
        ("mixed,outlet", ("outlet", "mixed")),
        ("outlet,none", ("outlet",)),
        ("<b>", VOICES),
        ("quoted," * 100_000, ("quoted",)),
    ],
)
def test_an_address_may_say_anything(parameter, voices):
    assert from_parameter(parameter) == voices


def test_all_on_needs_no_parameter():
    assert as_parameter(VOICES) == ""


def test_with_none_left_all_are_on():
    assert shown_voices() == VOICES
    show_voices(["mixed", "outlet"])
    assert shown_voices() == ("outlet", "mixed")
    show_voices([])
    assert shown_voices() == VOICES


def test_the_same_voices_give_the_same_object(result):
    assert result_shown(result) is result
    show_voices(["quoted"])
    quoted = result_shown(result)
    assert quoted.sentences["voice"].unique().tolist() == ["quoted"]
    assert result_shown(result) is quoted
    show_voices(["outlet", "quoted", "mixed"])  # all that the article has
    assert result_shown(result) is result
