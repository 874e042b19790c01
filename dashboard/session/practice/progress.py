"""How far the reader is in an exercise: the order of its items, the one that is shown, the answers.

Nothing of it leaves the session, and there is no ranking.
"""

from __future__ import annotations

import random
import secrets
from typing import Any

import streamlit as st

SEED = "practice-seed"
"""Key of the number that the order of the items hangs on: another one for each session, so that
neighbours in a class see different items."""


def order_of(exercise: str, items: int) -> list[int]:
    """Return the numbers of the items (from 0) in the order of this session."""
    numbers = [*range(items)]
    _random(exercise).shuffle(numbers)
    return numbers


def swapped(exercise: str, item: int) -> bool:
    """Return whether the two halves of an item change places in this session."""
    return _random(f"{exercise} {item}").random() < 0.5


def shown(exercise: str) -> int:
    """Return how many items were shown before the present one."""
    return int(st.session_state.get(_key(exercise, "shown"), 0))


def item_shown(exercise: str, items: int) -> int:
    """Return the number (from 0) of the item that is shown; after the last comes the first."""
    return order_of(exercise, items)[shown(exercise) % items]


def show_next(exercise: str) -> None:
    """Show the next item, unanswered."""
    st.session_state[_key(exercise, "shown")] = shown(exercise) + 1
    st.session_state.pop(_key(exercise, "answer"), None)


def answer(exercise: str) -> Any:
    """Return the answer to the present item, None before it."""
    return st.session_state.get(_key(exercise, "answer"))


def give_answer(exercise: str, given: object, agrees: bool) -> None:
    """Note the answer to the present item and whether it ``agrees`` with the key. The first answer
    counts; a second one, as of a button pressed twice, changes nothing."""
    if answer(exercise) is not None:
        return
    st.session_state[_key(exercise, "answer")] = given
    agreed, answered = so_far(exercise)
    st.session_state[_key(exercise, "so-far")] = (agreed + agrees, answered + 1)


def so_far(exercise: str) -> tuple[int, int]:
    """Return how many answers agreed with the key, and how many were given."""
    found: tuple[int, int] = st.session_state.get(_key(exercise, "so-far"), (0, 0))
    return found


def _key(exercise: str, what: str) -> str:
    return f"practice.{exercise}.{what}"  # no widget's key has stops


def _random(what: str) -> random.Random:
    seed = st.session_state.setdefault(SEED, secrets.randbelow(2**32))
    return random.Random(f"{seed} {what}")
