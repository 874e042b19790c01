"""Texts on their way from another page: given out once, kept two minutes at most, in bounds."""

import pytest

from dashboard.server.handed_over import (
    KEPT_S,
    MOST_BYTES,
    MOST_TEXTS,
    Handed,
    HandedOver,
    TooManyHanded,
)


class Clock:
    def __init__(self) -> None:
        self.time = 1000.0

    def __call__(self) -> float:
        return self.time


@pytest.fixture
def clock() -> Clock:
    return Clock()


@pytest.fixture
def texts(clock: Clock) -> HandedOver:
    return HandedOver(clock)


def test_a_text_is_given_out_once(texts):
    handed = Handed("The ferry sank.", is_html=False, title="Ferry", url="https://a.example/x")
    key = texts.keep(handed)
    assert texts.take(key) == handed
    assert texts.take(key) is None


def test_keys_cannot_be_guessed_and_are_never_the_same(texts):
    keys = {texts.keep(Handed("The ferry sank.", is_html=False)) for _ in range(20)}
    assert len(keys) == 20
    assert all(len(key) >= 32 for key in keys)
    assert texts.take("") is None
    assert texts.take("x" * 32) is None


@pytest.mark.parametrize(("later", "there"), [(119, True), (120, False)])
def test_it_is_kept_for_two_minutes_at_most(texts, clock, later, there):
    assert KEPT_S == 120
    key = texts.keep(Handed("The ferry sank.", is_html=False))
    clock.time += later
    assert (texts.take(key) is not None) is there


def test_it_is_forgotten_although_nobody_asks(clock, monkeypatch):
    started = []

    class Timer:
        def __init__(self, seconds, call):
            self.seconds, self.call = seconds, call

        def start(self):
            started.append(self)

    monkeypatch.setattr("dashboard.server.handed_over.threading.Timer", Timer)
    texts = HandedOver(clock)
    texts.keep(Handed("The ferry sank.", is_html=False))
    (timer,) = started
    assert timer.daemon
    clock.time += timer.seconds
    timer.call()
    assert len(texts) == 0


def test_no_more_than_so_many_are_kept(texts, clock):
    for _ in range(MOST_TEXTS):
        texts.keep(Handed("The ferry sank.", is_html=False))
    with pytest.raises(TooManyHanded, match="wait two minutes"):
        texts.keep(Handed("The ferry sank.", is_html=False))
    clock.time += KEPT_S
    texts.keep(Handed("The ferry sank.", is_html=False))
    assert len(texts) == 1


def test_no_more_than_so_many_bytes_are_kept(texts):
    large = Handed("x" * (MOST_BYTES // 12), is_html=True)
    texts.keep(large)
    texts.keep(large)
    with pytest.raises(TooManyHanded):
        texts.keep(Handed("x" * (MOST_BYTES // 6), is_html=True))
