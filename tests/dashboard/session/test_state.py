"""What a session keeps, and what it does not lose when a run is cut short."""

import threading
import time
from collections.abc import Callable
from pathlib import Path

import pytest
import streamlit as st
from streamlit.testing.v1 import AppTest

from dashboard.pages.read import _ahead
from dashboard.server.inference_queue import PLACES, TURN, inference_queue
from dashboard.server.results import size_of
from dashboard.session import state

APP = str(Path(__file__).parents[3] / "app.py")
TOWN = (
    "Village pond to be dredged\n\n"
    "The parish will dredge the pond in March. “It is a scandalous delay,” said Una Brett, who "
    "lives beside it. Two firms have made an offer."
)
LIMIT = 60


def silent(ahead: int) -> None:
    """Take no notice of the number of articles ahead."""


def wait_for(condition: Callable[[], bool]) -> None:
    until = time.monotonic() + LIMIT
    while not condition():
        assert time.monotonic() < until, "it never came to that"
        time.sleep(0.01)


@pytest.fixture(autouse=True)
def _own_session():
    """Leave no session behind for the tests that follow."""
    yield
    st.session_state.clear()


class CutShort(BaseException):
    """Streamlit's sign for a run that ends because of a click elsewhere is no Exception either."""


def test_what_was_asked_is_given_once():
    state.ask(state.Request("paste", text="One."))
    with state.asked() as request:
        assert request == state.Request("paste", text="One.")
    with state.asked() as request:
        assert request is None


def test_what_was_asked_is_given_again_after_a_run_cut_short():
    state.ask(state.Request("paste", text="One."))
    with pytest.raises(CutShort), state.asked():
        raise CutShort
    with state.asked() as request:
        assert request == state.Request("paste", text="One.")


def test_what_was_asked_is_not_tried_again_after_an_error():
    state.ask(state.Request("paste", text="One."))
    with pytest.raises(ValueError, match="an error"), state.asked():
        raise ValueError("an error")
    with state.asked() as request:
        assert request is None


def test_whoever_waits_sees_how_many_are_ahead():
    """One article is held before each worker until the one behind them has been told."""
    queue = inference_queue()
    told: list[int] = []
    gate = threading.Event()
    held: list[int] = []

    def work(start: int, end: int) -> None:
        held.append(start)
        gate.wait(LIMIT)

    def hold() -> None:
        # A whole turn, or one worker would take all of them and leave another free.
        with queue.place(silent) as place:
            queue.ask(place, TURN, work)

    def show(ahead: int) -> None:
        told.append(ahead)
        gate.set()

    holding = [threading.Thread(target=hold, daemon=True) for _ in range(queue.workers)]
    for thread in holding:
        thread.start()
    wait_for(lambda: len(held) == len(holding))
    with state.shown_waiting(show):
        result = state.analysed(state.Content("The mayor opened the bridge on Monday."))
    for thread in holding:
        thread.join(LIMIT)
    assert told[0] == len(holding)
    assert len(result.sentences) == 1


def test_the_number_ahead_is_said_in_words():
    assert _ahead(3) == "3 ahead of you"
    assert _ahead(0) == "Your article is being read."


def test_a_full_queue_is_one_sentence_and_the_text_stays_in_its_box():
    app = AppTest.from_file(APP, default_timeout=120).run()
    places = [inference_queue().place(silent) for _ in range(PLACES)]
    for place in places:
        place.__enter__()
    try:
        app.text_area(key="pasted").set_value(TOWN)
        app.button[0].click().run()
    finally:
        for place in places:
            place.__exit__(None, None, None)
    (error,) = app.error
    assert error.value.startswith(f"{PLACES} articles are being read already")
    assert app.text_area(key="pasted").value == TOWN
    app.button[0].click().run()
    assert not app.error
    assert app.title[0].value == "Village pond to be dredged"


def test_texts_are_kept_within_the_limit_of_bytes(result_of, monkeypatch):
    result = result_of(["One sentence of some length."] * 20)
    texts = {
        number: state.Opened(result, "", "", str(number), number=number) for number in (1, 2, 3)
    }
    monkeypatch.setattr(state, "BYTES_KEPT", size_of(result))
    state._forget_oldest(texts)
    assert [*texts] == [2, 3]
    monkeypatch.setattr(state, "BYTES_KEPT", 0)
    state._forget_oldest(texts)
    assert [*texts] == [3]
