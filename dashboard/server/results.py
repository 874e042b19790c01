"""Analyses by their content: made once, shared by the sessions that have them open, then gone.

Two rules, one for each kind of text:

* An own text belongs to the sessions that opened it. ``Results`` knows its analysis by a digest
  and holds it weakly: another session that gives the same text gets the same object, and with
  the last session it is gone. What one session may hold is bounded in ``dashboard.session.state``.
* A sample is no secret. Its analysis is kept, within ``KEPT_BYTES`` for all of them, those that
  were asked for last.

What is made from an analysis (figures, rows of the table) hangs on it (``made_once``) and goes
with it.
"""

from __future__ import annotations

import threading
import weakref
from collections import OrderedDict
from collections.abc import Callable, Hashable
from dataclasses import dataclass, field
from functools import cache
from hashlib import sha256
from typing import TYPE_CHECKING, Any, TypeVar

from dashboard.server.inference_queue import TICK, inference_queue

if TYPE_CHECKING:
    from analysis import Result

KEPT_BYTES = 32_000_000
"""Most bytes of samples' analyses; one of 600 words has about 25,000."""

_Made = TypeVar("_Made")
Waiting = Callable[[int], object]
Analyse = Callable[["Content", Waiting], "Result"]


@dataclass(frozen=True)
class Content:
    """All that an analysis depends on; the parameters of ``analysis.analyze``."""

    text: str
    title: str = ""
    source: str = ""
    any_language: bool = False

    def digest(self) -> bytes:
        """Return a digest that no other content has."""
        # Lengths part the strings, so that no two contents run together.
        parts = (self.text, self.title, self.source, str(self.any_language))
        joined = "".join(f"{len(part)}:{part}" for part in parts)
        return sha256(joined.encode("utf-8", "surrogatepass")).digest()


@dataclass(eq=False)
class _Flight:
    """An analysis under way: whoever asks for the same content waits for it."""

    ahead: int = 0
    result: Result | None = None
    done: threading.Event = field(default_factory=threading.Event)


class Results:
    """Analyses made by ``analyse(content, waiting)``, one of each content at a time.

    Errors are never kept: whoever waited for an analysis that failed, or whose session was
    closed, makes it anew.
    """

    def __init__(self, analyse: Analyse, kept_bytes: int = KEPT_BYTES) -> None:
        self._analyse = analyse
        self._kept_bytes = kept_bytes
        self._lock = threading.Lock()
        self._open: weakref.WeakValueDictionary[bytes, Result] = weakref.WeakValueDictionary()
        self._kept: OrderedDict[bytes, tuple[Result, int]] = OrderedDict()
        self._flights: dict[bytes, _Flight] = {}

    def get(self, content: Content, waiting: Waiting, keep: bool = False) -> Result:
        """Return the analysis of ``content``, the same object for equal contents.

        ``waiting`` is called in this thread with the number of articles ahead, for as long as
        one has to wait. ``keep`` says that the text is no secret. Raises what ``analyse`` and
        ``waiting`` raise.
        """
        key = content.digest()
        while True:
            with self._lock:
                found = self._open.get(key)
                flight = self._flights.get(key)
                first = found is None and flight is None
                if first:
                    flight = self._flights[key] = _Flight()
            if found is None and flight is not None:
                if first:
                    found = self._fly(flight, key, content, waiting)
                else:
                    found = _follow(flight, waiting)
            if found is not None:
                if keep:
                    self._keep(key, found)
                return found

    def bytes_kept(self) -> int:
        """Return the bytes of the analyses kept for good."""
        with self._lock:
            return sum(size for _, size in self._kept.values())

    def _fly(self, flight: _Flight, key: bytes, content: Content, waiting: Waiting) -> Result:
        def told(ahead: int) -> None:
            flight.ahead = ahead
            waiting(ahead)

        try:
            result = flight.result = self._analyse(content, told)
            with self._lock:
                self._open[key] = result
            return result
        finally:
            with self._lock:
                del self._flights[key]
            flight.done.set()

    def _keep(self, key: bytes, result: Result) -> None:
        with self._lock:
            size = self._kept[key][1] if key in self._kept else size_of(result)
            self._kept[key] = (result, size)
            self._kept.move_to_end(key)
            total = sum(size for _, size in self._kept.values())
            while total > self._kept_bytes:
                _, (_, size) = self._kept.popitem(last=False)
                total -= size


def _follow(flight: _Flight, waiting: Waiting) -> Result | None:
    """Wait for another session's analysis; None if that session did not end it."""
    while not flight.done.wait(TICK):
        waiting(flight.ahead)
    return flight.result


def size_of(result: Result) -> int:
    """Return about how many bytes an analysis takes: its text and its frames."""
    # pandas takes five milliseconds to say, and at each new text it is asked about all the others.
    return made_once(result, "bytes", lambda: _bytes_of(result))


def _bytes_of(result: Result) -> int:
    frames = (result.article, result.sentences, result.spans, result.quotations)
    text = 4 * len(result.text)
    return text + sum(int(frame.memory_usage(deep=True).sum()) for frame in frames)


@cache
def results() -> Results:
    """Return the analyses of this server, made in its inference queue."""
    return Results(_in_turn)


def _in_turn(content: Content, waiting: Waiting) -> Result:
    from analysis.scoring.pipeline import analyze

    with inference_queue().place(waiting) as model:
        return analyze(
            content.text,
            title=content.title or None,
            source=content.source or None,
            any_language=content.any_language,
            model=model,
        )


_shelves: dict[int, dict[Hashable, Any]] = {}
_shelves_lock = threading.RLock()


def made_once(owner: object, name: Hashable, make: Callable[[], _Made]) -> _Made:
    """Return what ``make`` returns, made once for ``owner`` and ``name`` and gone with it.

    ``owner`` is a ``Result`` or a frame of one. What is made may not hold it, or neither would
    ever go.
    """
    with _shelves_lock:
        shelf = _shelves.get(id(owner))
        if shelf is None:
            shelf = _shelves[id(owner)] = {}
            weakref.finalize(owner, _shelves.pop, id(owner), None).atexit = False
    if name not in shelf:
        # Two sessions may make it at once: both get the first.
        shelf.setdefault(name, make())
    made: _Made = shelf[name]
    return made
