"""The bounded queue through which every session of the server calls the model.

Whoever wants sentences scored holds a ``Place`` in the queue, which is a classifier like any
other; its calls are run by the queue's worker threads, a batch of ``BATCH`` sentences at a time.
A batch takes sentences from as many places as it needs, in this order:

* urgent places, which score one sentence while somebody types (the what-if box);
* articles that had fewer than ``SHARE`` sentences scored, then those with fewer than twice as
  many, and so on, so that an article of a thousand sentences delays no short one;
* among equals, whoever came first.

The int8 model scores each sentence by itself, so a score never depends on whose sentences stood
beside it.

Nothing here depends on Streamlit. A place waits in the thread of its session and reports there
how many are ahead. Leaving it, by an exception too (a closed browser raises one), takes its
sentences out of the queue. A worker that crashes answers the calls in its batch with
``AnalysisFailed`` and is replaced.
"""

from __future__ import annotations

import logging
import os
import threading
import traceback
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from functools import cache
from itertools import count
from typing import TYPE_CHECKING, Any

from analysis.errors import SlantError
from analysis.queue.errors import AnalysisFailed, QueueFull
from analysis.queue.place import Place, ScoreRange, Waiting
from analysis.scoring.classifier import classifier

if TYPE_CHECKING:
    from analysis.scoring.classifier import Classifier

BATCH = 16
"""Sentences of a batch, some 70 ms of work: small enough that two workers share one article."""

SHARE = 128
"""Sentences after which an article lets those of others go first: a news article has about 40,
and its loaded words add some 20 more."""

PLACES = 64
"""Most places at a time, twice a class: the last of them waits some ten seconds on two cores."""

REPORT_S = 0.4
"""Seconds between two reports of how many are ahead; a call answered sooner reports nothing."""

WORKER = "inference"
"""Name of the worker threads, the only ones that run the network."""

_LOG = logging.getLogger(__name__)


@dataclass(eq=False)
class _Call:
    """``length`` sentences that one call of a place wants scored, or other items that count for
    ``weight`` sentences each.

    The first ``taken`` of them are in batches, ``unfinished`` of which are not scored yet;
    ``parts`` holds the results by the number of their first sentence.
    """

    place: Place
    length: int
    score: ScoreRange
    weight: int = 1
    taken: int = 0
    unfinished: int = 0
    parts: dict[int, Any] = field(default_factory=dict)
    error: BaseException | None = None
    done: threading.Event = field(default_factory=threading.Event)


_Piece = tuple[_Call, int, int]
"""Sentences of a call, from the first number up to the second, not included."""


class InferenceQueue:
    """Worker threads that share ``model()``, and the places that wait for them.

    ``model`` is called in the thread of the session, at each call. ``workers`` threads start with
    the first place and live as long as the process; ``places`` is the most at a time.
    """

    def __init__(
        self, model: Callable[[], Classifier], workers: int = 1, places: int = PLACES
    ) -> None:
        self.model = model
        self.workers = workers
        self._most_places = places
        self._numbers = count()
        self._places: list[Place] = []
        self._calls: list[_Call] = []
        self._changed = threading.Condition()
        self._workers_started = 0

    @contextmanager
    def place(self, waiting: Waiting, *, urgent: bool = False) -> Iterator[Place]:
        """Hold a place for one article; raises QueueFull.

        ``waiting`` is called in this thread, about twice a second until a call is answered, with
        the number of articles that go first. What it raises ends the wait. An ``urgent`` place
        goes before all articles: it is for a sentence or two that somebody is typing.
        """
        with self._changed:
            if len(self._places) >= self._most_places:
                raise QueueFull(len(self._places))
            place = Place(self, next(self._numbers), waiting, urgent=urgent)
            self._places.append(place)
            while self._workers_started < self.workers:
                self._start_worker()
        try:
            yield place
        finally:
            with self._changed:
                self._places.remove(place)
                self._calls = [call for call in self._calls if call.place is not place]

    def ahead(self, place: Place) -> int:
        """Return how many articles go before that of ``place``; those being scored count too."""
        with self._changed:
            return sum(
                not other.urgent and self._order(other) < self._order(place)
                for other in self._places
            )

    def __len__(self) -> int:
        """Return how many places are held."""
        with self._changed:
            return len(self._places)

    def run(self, place: Place, length: int, score: ScoreRange, weight: int = 1) -> list[Any]:
        """Have ``score`` called for all of ``length`` items; return its results in order. Each
        takes as long as ``weight`` sentences.

        Raises what ``score`` raised if that is a SlantError, AnalysisFailed for anything else,
        and what ``place.waiting`` raises.
        """
        call = _Call(place, length, score, weight)
        with self._changed:
            self._calls.append(call)
            self._changed.notify_all()
        while not call.done.wait(REPORT_S):
            place.waiting(self.ahead(place))
        if isinstance(call.error, SlantError):
            raise call.error
        if call.error is not None:
            raise AnalysisFailed from call.error
        return [call.parts[start] for start in sorted(call.parts)]

    @staticmethod
    def _order(place: Place) -> tuple[int, int]:
        """Return the key that places are served by, the lowest first."""
        return (-1 if place.urgent else place.scored // SHARE, place.number)

    def _start_worker(self) -> None:
        self._workers_started += 1
        threading.Thread(target=self._work, name=WORKER, daemon=True).start()

    def _work(self) -> None:
        batch: list[_Piece] = []
        try:
            while True:
                batch = self._take_batch()
                while batch:
                    self._score(*batch[0])
                    del batch[0]
        except BaseException as raised:
            _log(raised)
            # No session may go on waiting for what was in the batch.
            with self._changed:
                for call, *_ in batch:
                    self._fail(call, AnalysisFailed())
                self._workers_started -= 1
                self._start_worker()

    def _take_batch(self) -> list[_Piece]:
        """Wait for calls and take up to ``BATCH`` sentences of those that go first."""
        with self._changed:
            while not self._calls:
                self._changed.wait()
            self._calls.sort(key=lambda call: self._order(call.place))
            batch: list[_Piece] = []
            room = BATCH
            for call in self._calls:
                # Not more than a worker's share, so that no worker waits for another's long batch.
                share = min(max(1, room // call.weight), -(-call.length // self.workers))
                start, end = call.taken, min(call.taken + share, call.length)
                batch.append((call, start, end))
                call.taken = end
                call.unfinished += 1
                call.place.scored += (end - start) * call.weight
                room -= (end - start) * call.weight
                if room <= 0:
                    break
            self._calls = [call for call in self._calls if call.taken < call.length]
            return batch

    def _score(self, call: _Call, start: int, end: int) -> None:
        part = error = None
        if not call.done.is_set():
            try:
                part = call.score(start, end)
            except Exception as raised:
                error = raised
                if not isinstance(raised, SlantError):
                    _log(raised)
        with self._changed:
            if error is not None:
                self._fail(call, error)
                return
            call.parts[start] = part
            call.unfinished -= 1
            if call.taken == call.length and not call.unfinished:
                call.done.set()

    def _fail(self, call: _Call, error: BaseException) -> None:
        """Answer ``call`` with ``error``, and score no more of it."""
        call.error = call.error or error
        self._calls = [other for other in self._calls if other is not call]
        call.done.set()


def _log(raised: BaseException) -> None:
    # Without its message, which may hold words of an article.
    where = "".join(traceback.format_tb(raised.__traceback__))
    _LOG.error("The model failed on an article: %s\n%s", type(raised).__name__, where)


@cache
def inference_queue() -> InferenceQueue:
    """Return the queue of this server, with a worker for each core it may use.

    The network itself runs outside Python's lock, one core a worker.
    """
    return InferenceQueue(classifier, workers=_cores())


def _cores() -> int:
    if hasattr(os, "sched_getaffinity"):
        return len(os.sched_getaffinity(0))
    return os.cpu_count() or 1
