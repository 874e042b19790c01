"""A wording that the browser gives back: only what has the form in which it was given."""

from typing import Any

import pytest
import streamlit as st

from dashboard.components.kept_wording import KEY, LONGEST, KeptWording, wording_back

KEPT = {"sentence": "The bus left.", "direction": "loaded", "wording": "<b>The bus fled.</b>"}


@pytest.fixture(autouse=True)
def _own_session():
    """Leave no session behind for the tests that follow."""
    yield
    st.session_state.clear()


def back(found: Any) -> KeptWording | None:
    st.session_state[KEY] = {"found": found}
    return wording_back()


def test_what_was_kept_comes_back_as_it_was() -> None:
    assert back(KEPT) == KeptWording("The bus left.", "loaded", "<b>The bus fled.</b>")


def test_before_the_browser_has_said_anything_there_is_none() -> None:
    assert wording_back() is None


@pytest.mark.parametrize(
    "found",
    [
        None,
        [KEPT],
        "text",
        {},
        KEPT | {"wording": 7},
        KEPT | {"sentence": None},
        KEPT | {"wording": "a" * (LONGEST + 1)},
    ],
)
def test_anything_else_is_none(found: Any) -> None:
    assert back(found) is None
