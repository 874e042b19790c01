"""Opening articles while the server is busy, and what a session keeps of them."""

import threading
import time
from collections.abc import Callable
from pathlib import Path

import pytest
import streamlit as st
from streamlit.testing.v1 import AppTest

from analysis import Article
from analysis.queue.inference_queue import BATCH, PLACES, inference_queue
from dashboard.pages.read import waiting_line
from dashboard.server.results import size_of
from dashboard.session import open_article
from dashboard.session.open_article import OpenArticle, current_article, forget_oldest
from dashboard.session.opening import open_text
from dashboard.session.waiting import on_change

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
            queue.run(place, BATCH, work)

    def show(ahead: int) -> None:
        told.append(ahead)
        gate.set()

    holding = [threading.Thread(target=hold, daemon=True) for _ in range(queue.workers)]
    for thread in holding:
        thread.start()
    wait_for(lambda: len(held) == len(holding))
    article = Article("The mayor opened the bridge on Monday.", None, None, None, None, "text")
    open_text(article, "", on_change(show))
    for thread in holding:
        thread.join(LIMIT)
    assert told[0] == len(holding)
    assert told == [*dict.fromkeys(told)], "only a change is told"
    opened = current_article()
    assert opened is not None
    assert opened.article is article
    assert len(opened.result.sentences) == 1


def test_the_number_ahead_is_said_in_words():
    assert waiting_line(3) == "3 ahead of you"
    assert waiting_line(0) == "Your article is being read."


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
    article = Article(result.text, None, None, None, None, "text")
    texts = {number: OpenArticle(article, "", result, number=number) for number in (1, 2, 3)}
    monkeypatch.setattr(open_article, "BYTES_KEPT", size_of(result))
    forget_oldest(texts)
    assert [*texts] == [2, 3]
    monkeypatch.setattr(open_article, "BYTES_KEPT", 0)
    forget_oldest(texts)
    assert [*texts] == [3]
