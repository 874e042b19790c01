"""Noticing that the server is told to end, so that those who wait for news do not keep it."""

from __future__ import annotations

import signal
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from types import FrameType

SIGNALS = (signal.SIGINT, signal.SIGTERM)

_told = threading.Event()


def is_told() -> bool:
    """Return whether the server is told to end; answers are not held back any more then."""
    return _told.is_set()


@contextmanager
def noticed() -> Iterator[None]:
    """Notice the signals that end a server as long as this is open, and hand each on to whoever
    handles it. Without a handler, and outside the main thread, nothing is changed."""
    if threading.current_thread() is not threading.main_thread():
        yield
        return
    handlers = {number: signal.getsignal(number) for number in SIGNALS}

    def note(number: int, frame: FrameType | None) -> None:
        _told.set()
        handler = handlers[signal.Signals(number)]
        if callable(handler):
            handler(number, frame)

    ours = [number for number, handler in handlers.items() if callable(handler)]
    for number in ours:
        signal.signal(number, note)
    try:
        yield
    finally:
        _told.clear()
        for number in ours:
            if signal.getsignal(number) is note:
                signal.signal(number, handlers[number])
