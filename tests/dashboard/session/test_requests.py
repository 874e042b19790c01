"""What a person asked to be opened is not lost when a run is cut short."""

import pytest
import streamlit as st

from dashboard.session.requests import Request, note_request, noted_request


@pytest.fixture(autouse=True)
def _own_session():
    """Leave no session behind for the tests that follow."""
    yield
    st.session_state.clear()


class CutShort(BaseException):
    """Streamlit's sign for a run that ends because of a click elsewhere is no Exception either."""


def test_what_was_asked_is_given_once():
    note_request(Request("paste", text="One."))
    with noted_request() as request:
        assert request == Request("paste", text="One.")
    with noted_request() as request:
        assert request is None


def test_what_was_asked_is_given_again_after_a_run_cut_short():
    note_request(Request("paste", text="One."))
    with pytest.raises(CutShort), noted_request():
        raise CutShort
    with noted_request() as request:
        assert request == Request("paste", text="One.")


def test_what_was_asked_is_not_tried_again_after_an_error():
    note_request(Request("paste", text="One."))
    with pytest.raises(ValueError, match="an error"), noted_request():
        raise ValueError("an error")
    with noted_request() as request:
        assert request is None
