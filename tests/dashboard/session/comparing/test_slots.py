"""The places in which a reader puts together what to compare."""

import pytest
import streamlit as st

from dashboard.session.comparing import slots
from dashboard.session.comparing.slots import FEWEST, MOST, key_of
from dashboard.session.requests import Request


@pytest.fixture(autouse=True)
def _own_session():
    """Leave no session behind for the tests that follow."""
    yield
    st.session_state.clear()


def type_into(slot: int, text: str) -> None:
    st.session_state[key_of(slot, "kind")] = "paste"
    st.session_state[key_of(slot, "paste")] = text


def test_two_empty_places_stand_ready():
    assert len(slots.slots()) == FEWEST
    assert [slots.request_of(slot) for slot in slots.slots()] == [Request("paste")] * FEWEST
    assert not slots.hold_own_words()


def test_five_are_the_most():
    added = [slots.add_slot() for _ in range(MOST)]
    slots.slots()
    assert added[MOST - 1] is not None
    assert slots.add_slot() is None
    assert len(slots.slots()) == MOST


def test_a_place_taken_away_takes_what_it_held_and_two_stay():
    first, second = slots.slots()
    type_into(first, "One.")
    type_into(second, "Two.")
    slots.remove_slot(first)
    (stays, new) = slots.slots()
    assert stays == second
    assert slots.request_of(stays) == Request("paste", text="Two.")
    assert new not in (first, second), "else its widgets would hold what the other one held"
    assert slots.request_of(new) == Request("paste")


def test_a_place_moves_with_what_it_holds():
    first, second = slots.slots()
    third = slots.add_slot()
    type_into(first, "One.")
    slots.move_slot(first, 1)
    assert slots.slots() == (second, first, third)
    slots.move_slot(second, -1)
    assert slots.slots() == (second, first, third), "the first one stays"
    slots.move_slot(third, -1)
    assert slots.slots() == (second, third, first)
    assert slots.request_of(first).text == "One."


def test_several_files_fill_this_place_and_new_ones():
    first, second = slots.slots()
    type_into(second, "Two.")
    st.session_state[key_of(first, "kind")] = "upload"
    files = [(f"{n}.txt", b"x") for n in range(5)]
    assert slots.put_files(first, files) == 1
    order = slots.slots()
    assert len(order) == MOST
    names = [slots.request_of(slot).name for slot in order]
    assert names == ["0.txt", "", "1.txt", "2.txt", "3.txt"]
    assert slots.request_of(second).text == "Two."


def test_letters_follow_the_order():
    first, second = slots.slots()
    slots.move_slot(first, 1)
    assert slots.letters(slots.slots()) == {second: "A", first: "B"}


@pytest.mark.parametrize("kind", ["paste", "address"])
def test_what_was_typed_counts_as_own_words(kind):
    st.session_state[key_of(slots.slots()[0], kind)] = "x"
    assert slots.hold_own_words()


def test_a_file_counts_as_own_words():
    slots.put_files(slots.slots()[1], [("a.txt", b"x")])
    assert slots.hold_own_words()
