"""A server that is told to end does not wait for those who wait for news."""

import os
import signal
import threading
from collections.abc import Iterator
from types import FrameType

import pytest

from api.answers import Answer
from api.stopping import is_told, noticed
from tests.api.test_resource import client_of


@pytest.fixture
def handled() -> Iterator[list[int]]:
    """The signals that the server's own handler got."""
    got: list[int] = []

    def handler(number: int, _: FrameType | None) -> None:
        got.append(number)

    before = signal.signal(signal.SIGTERM, handler)
    yield got
    signal.signal(signal.SIGTERM, before)


def test_the_signal_is_noticed_and_handed_on(handled: list[int]) -> None:
    own = signal.getsignal(signal.SIGTERM)
    with noticed():
        assert not is_told()
        os.kill(os.getpid(), signal.SIGTERM)
        assert is_told()
        assert handled == [signal.SIGTERM]
    assert signal.getsignal(signal.SIGTERM) is own
    assert not is_told()


def test_what_ends_a_program_without_a_handler_still_does() -> None:
    before = signal.signal(signal.SIGTERM, signal.SIG_DFL)
    try:
        with noticed():
            assert signal.getsignal(signal.SIGTERM) is signal.SIG_DFL
    finally:
        signal.signal(signal.SIGTERM, before)


def test_another_thread_changes_nothing(handled: list[int]) -> None:
    own = signal.getsignal(signal.SIGTERM)
    seen: list[bool] = []

    def inside() -> None:
        with noticed():
            seen.append(signal.getsignal(signal.SIGTERM) is own)

    thread = threading.Thread(target=inside)
    thread.start()
    thread.join()
    assert seen == [True]


def test_those_who_wait_are_answered_at_once(
    handled: list[int], monkeypatch: pytest.MonkeyPatch
) -> None:
    """On a clock that stands still nothing else would end the wait."""
    looks: list[int] = []

    async def no_sleep(_: float) -> None:
        assert len(looks) < 100

    def handler(_: object) -> Answer:
        looks.append(1)
        if len(looks) == 3:
            os.kill(os.getpid(), signal.SIGTERM)
        return Answer(204)

    monkeypatch.setattr("api.resource.sleep", no_sleep)
    monkeypatch.setattr("api.resource.current_time", lambda: 0.0)
    with noticed():
        assert client_of({"GET": handler}, waits=True).get("/thing/x?wait=8").status_code == 204
    assert 3 <= len(looks) < 100
