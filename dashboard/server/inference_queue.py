"""One model for all sessions of the server, asked in turns.

Every analysis holds a ``Place`` in the queue, which is a classifier like any other: what it is
asked, the workers answer, a turn at a time. A turn takes ``TURN`` sentences, of as many articles
as it needs to find them, oldest article first. Whoever has had ``SHARE`` sentences scored lets
the others go first, so an article of a thousand sentences delays no short one. The int8 model
scores each sentence by itself, so a score never depends on whose sentences stood beside it.

Nothing here knows Streamlit. A place waits in the thread of its session and says there how many
are ahead; leaving it, by an exception too (a closed browser raises one), takes its sentences out
of the queue. A worker that crashes answers what it had in hand with ``AnalysisFailed`` and is
replaced.
"""

from __future__ import annotations

import logging
import os
import threading
import traceback
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from functools import cache
from itertools import count
from typing import TYPE_CHECKING, Any

from analysis.errors import SlantError
from analysis.scoring.classifier import classifier, joined
from dashboard.server.errors import AnalysisFailed, QueueFull

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    from analysis.scoring.classifier import Classifier, LoadedThresholds, Prediction, Span

TURN = 16
"""Sentences of a turn, some 70 ms of work: small enough that two workers share one article."""

SHARE = 128
"""Sentences after which an article lets those of others go first: a news article has about 40,
and its loaded words ask for some 20 more."""

PLACES = 64
"""Most articles at a time, twice a class: the last of them waits some ten seconds on two cores."""

TICK = 0.4
"""Seconds between two looks at how many are ahead; who is answered sooner is never told."""

_LOG = logging.getLogger(__name__)


Part = Callable[[int, int], Any]
"""Does the work for the sentences from the first number up to the second, not included."""


@dataclass(eq=False)
class _Request:
    """``length`` sentences that one call of a place wants scored."""

    place: Place
    length: int
    work: Part
    taken: int = 0
    open: int = 0
    parts: dict[int, Any] = field(default_factory=dict)
    error: BaseException | None = None
    done: threading.Event = field(default_factory=threading.Event)


_Piece = tuple[_Request, int, int]


class InferenceQueue:
    """Workers that share ``model()``, and the articles that wait for them.

    ``model`` is called in the thread that asks, at each request. ``workers`` threads start with
    the first place and live as long as the process.
    """

    def __init__(
        self, model: Callable[[], Classifier], workers: int = 1, places: int = PLACES
    ) -> None:
        self.model = model
        self.workers = workers
        self._most = places
        self._numbers = count()
        self._places: list[Place] = []
        self._requests: list[_Request] = []
        self._changed = threading.Condition()
        self._started = 0

    @contextmanager
    def place(self, waiting: Callable[[int], object]) -> Iterator[Place]:
        """Hold a place for one article; raises QueueFull.

        ``waiting`` is called in this thread, about twice a second for as long as an answer
        is awaited, with the number of articles that go first. What it raises ends the wait.
        """
        with self._changed:
            if len(self._places) >= self._most:
                raise QueueFull(len(self._places))
            place = Place(self, next(self._numbers), waiting)
            self._places.append(place)
            while self._started < self.workers:
                self._start_worker()
        try:
            yield place
        finally:
            with self._changed:
                self._places.remove(place)
                self._requests = [one for one in self._requests if one.place is not place]

    def ahead(self, place: Place) -> int:
        """Return how many articles go before that of ``place``; those in a turn count too."""
        with self._changed:
            return sum(other.order < place.order for other in self._places)

    def __len__(self) -> int:
        """Return how many articles hold a place."""
        with self._changed:
            return len(self._places)

    def ask(self, place: Place, length: int, work: Part) -> list[Any]:
        """Have ``work`` done for 0 to ``length`` sentences; return its parts in their order.

        Raises what ``work`` raised if that is a SlantError, AnalysisFailed for anything else,
        and what ``place.waiting`` raises.
        """
        request = _Request(place, length, work)
        with self._changed:
            self._requests.append(request)
            self._changed.notify_all()
        while not request.done.wait(TICK):
            place.waiting(self.ahead(place))
        if isinstance(request.error, SlantError):
            raise request.error
        if request.error is not None:
            raise AnalysisFailed from request.error
        return [request.parts[start] for start in sorted(request.parts)]

    def _start_worker(self) -> None:
        self._started += 1
        threading.Thread(target=self._work, name="inference", daemon=True).start()

    def _work(self) -> None:
        hand: list[_Piece] = []
        try:
            while True:
                hand = self._take_turn()
                while hand:
                    self._do(*hand[0])
                    del hand[0]
        except BaseException as raised:
            _log(raised)
            # Nobody may wait for what it had in hand.
            with self._changed:
                for request, *_ in hand:
                    self._close(request, AnalysisFailed())
                self._started -= 1
                self._start_worker()

    def _take_turn(self) -> list[_Piece]:
        """Wait for requests and take up to ``TURN`` sentences of those whose turn it is."""
        with self._changed:
            while not self._requests:
                self._changed.wait()
            self._requests.sort(key=lambda request: request.place.order)
            hand: list[_Piece] = []
            room = TURN
            for request in self._requests:
                start, end = request.taken, min(request.taken + room, request.length)
                hand.append((request, start, end))
                request.taken = end
                request.open += 1
                request.place.scored += end - start
                room -= end - start
                if not room:
                    break
            self._requests = [one for one in self._requests if one.taken < one.length]
            return hand

    def _do(self, request: _Request, start: int, end: int) -> None:
        part = error = None
        if not request.done.is_set():
            try:
                part = request.work(start, end)
            except Exception as raised:
                error = raised
                if not isinstance(raised, SlantError):
                    _log(raised)
        with self._changed:
            if error is not None:
                self._close(request, error)
                return
            request.parts[start] = part
            request.open -= 1
            if request.taken == request.length and not request.open:
                request.done.set()

    def _close(self, request: _Request, error: BaseException) -> None:
        """Answer ``request`` with ``error``, and score no more of it."""
        request.error = request.error or error
        self._requests = [one for one in self._requests if one is not request]
        request.done.set()


def _log(raised: BaseException) -> None:
    # Without its message, which may hold words of an article.
    where = "".join(traceback.format_tb(raised.__traceback__))
    _LOG.error("The model failed on an article: %s\n%s", type(raised).__name__, where)


class Place:
    """One article's place in the queue, and the classifier that the article is scored with.

    It is used by the thread that holds it only.
    """

    def __init__(
        self, queue: InferenceQueue, number: int, waiting: Callable[[int], object]
    ) -> None:
        self.waiting = waiting
        self.scored = 0
        self._queue = queue
        self._number = number

    @property
    def order(self) -> tuple[int, int]:
        """Whose turn it is: the shares already had, then the order of coming."""
        return self.scored // SHARE, self._number

    @property
    def name(self) -> str:
        return self._queue.model().name

    @property
    def version(self) -> str:
        return self._queue.model().version

    @property
    def thresholds(self) -> LoadedThresholds:
        return self._queue.model().thresholds

    @property
    def max_tokens(self) -> int:
        return self._queue.model().max_tokens

    def predict(self, sentences: Sequence[str]) -> Prediction:
        """Score sentences, as ``Classifier.predict`` does, in the article's turns."""
        model = self._queue.model()
        if not sentences:
            return model.predict(sentences)
        return joined(
            self._queue.ask(
                self, len(sentences), lambda start, end: model.predict(sentences[start:end])
            )
        )

    def loaded_when_masked(
        self, sentences: Sequence[str], spans: Sequence[Sequence[Span]]
    ) -> NDArray[np.float32]:
        """Score masked sentences, as ``Classifier.loaded_when_masked`` does, in turns."""
        import numpy as np

        model = self._queue.model()
        if not sentences:
            return model.loaded_when_masked(sentences, spans)
        return np.concatenate(
            self._queue.ask(
                self,
                len(sentences),
                lambda start, end: model.loaded_when_masked(sentences[start:end], spans[start:end]),
            )
        )


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
