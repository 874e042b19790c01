"""What sessions share: made once for a key, by whoever asks first, while the others wait.

A thing is held weakly, so it goes with the last session that has it. What is no secret is kept
besides, within a number of bytes, those that were asked for last.
"""

from __future__ import annotations

import threading
import weakref
from collections import OrderedDict
from collections.abc import Callable, Hashable
from dataclasses import dataclass, field
from typing import Generic, TypeVar

from analysis.queue.inference_queue import REPORT_S
from analysis.queue.place import Waiting

_Made = TypeVar("_Made")


@dataclass(eq=False)
class _Running(Generic[_Made]):
    """Something that is being made: whoever asks for the same meanwhile waits for it.

    ``ahead`` is the number of articles that go first, ``made`` stays None where it failed.
    """

    ahead: int = 0
    made: _Made | None = None
    done: threading.Event = field(default_factory=threading.Event)


class Shared(Generic[_Made]):
    """Things by key, one of each made at a time.

    ``size_of`` says how many bytes one takes, ``kept_bytes`` is the most for all that are kept.
    Errors are never kept: whoever waited for what failed, or whose session was closed, makes it
    anew.
    """

    def __init__(self, size_of: Callable[[_Made], int], kept_bytes: int) -> None:
        self._size_of = size_of
        self._kept_bytes = kept_bytes
        self._lock = threading.Lock()
        self._open: weakref.WeakValueDictionary[Hashable, _Made] = weakref.WeakValueDictionary()
        self._kept: OrderedDict[Hashable, tuple[_Made, int]] = OrderedDict()
        self._running: dict[Hashable, _Running[_Made]] = {}

    def get(
        self,
        key: Hashable,
        make: Callable[[Waiting], _Made],
        waiting: Waiting,
        *,
        keep: bool = False,
    ) -> _Made:
        """Return what ``make`` makes, the same object for the same ``key``.

        ``make`` is given a ``waiting`` of its own to call. ``waiting`` is called in this thread
        with the number of articles ahead, for as long as one has to wait. ``keep`` says that it is
        no secret. Raises what ``make`` and ``waiting`` raise.
        """
        while True:
            with self._lock:
                made = self._open.get(key)
                others = self._running.get(key)
                own = None
                if made is None and others is None:
                    own = self._running[key] = _Running()
            if own is not None:
                made = self._run(own, key, make, waiting)
            elif made is None and others is not None:
                made = _wait_for(others, waiting)
            if made is not None:
                if keep:
                    self._keep(key, made)
                return made

    def bytes_kept(self) -> int:
        """Return the bytes of what is kept."""
        with self._lock:
            return sum(size for _, size in self._kept.values())

    def _run(
        self,
        running: _Running[_Made],
        key: Hashable,
        make: Callable[[Waiting], _Made],
        waiting: Waiting,
    ) -> _Made:
        """Make it, for this session and all that wait for it."""

        def told(ahead: int) -> None:
            running.ahead = ahead
            waiting(ahead)

        try:
            made = running.made = make(told)
            with self._lock:
                self._open[key] = made
            return made
        finally:
            with self._lock:
                del self._running[key]
            running.done.set()

    def _keep(self, key: Hashable, made: _Made) -> None:
        with self._lock:
            size = self._kept[key][1] if key in self._kept else self._size_of(made)
            self._kept[key] = (made, size)
            self._kept.move_to_end(key)
            total = sum(size for _, size in self._kept.values())
            while total > self._kept_bytes:
                _, (_, size) = self._kept.popitem(last=False)
                total -= size


def _wait_for(running: _Running[_Made], waiting: Waiting) -> _Made | None:
    """Wait for what another session makes; None if that session did not finish it."""
    while not running.done.wait(REPORT_S):
        waiting(running.ahead)
    return running.made
