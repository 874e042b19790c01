"""The comparisons of a server: made once for the same analyses in the same order, and shared.

A comparison belongs to the sessions that show it, as an own text does, and goes with the last of
them; one of samples alone is kept, within ``KEPT_BYTES``. It holds its articles, so nothing of it
may be kept with one of them (``cached_with``); what is made from it is kept with the comparison.
"""

from __future__ import annotations

import threading
from collections.abc import Callable, Sequence
from functools import cache, partial
from typing import TYPE_CHECKING, Any, cast

from analysis.queue.inference_queue import REPORT_S, inference_queue
from analysis.queue.place import Place, Waiting
from dashboard.server.shared import Shared

if TYPE_CHECKING:
    from analysis import Comparison, Result

KEPT_BYTES = 16_000_000
"""Most bytes of samples' comparisons, their articles not counted; one of three samples has about
200,000."""


def comparison_of(
    articles: Sequence[Result], waiting: Waiting, *, keep: bool = False
) -> Comparison:
    """Return the comparison of two to five analyses, the same object for the same ones.

    ``waiting`` is called in this thread with the number of articles ahead, for as long as one has
    to wait; ``keep`` says that all are samples. Raises what ``compare_all`` and ``waiting`` raise,
    and QueueFull.
    """
    # A comparison holds its articles, so no other can get their identities while it is there.
    key = tuple(map(id, articles))
    return _comparisons().get(key, partial(_compare_in_queue, tuple(articles)), waiting, keep=keep)


@cache
def _comparisons() -> Shared[Comparison]:
    return Shared(size_of, KEPT_BYTES)


def size_of(comparison: Comparison) -> int:
    """Return about how many bytes a comparison's frames take."""
    from analysis.output.comparison.record import FRAMES

    frames = (getattr(comparison, name) for name in FRAMES)
    return sum(int(frame.memory_usage(deep=True).sum()) for frame in frames)


class _InQueue:
    """The network that judges pairs of sentences, asked through a place in the queue: its workers
    share the pairs, so that every core helps. For all else it is the ``network`` itself."""

    def __init__(self, network: Any, place: Place) -> None:
        self._network = network
        self._place = place

    def __getattr__(self, name: str) -> Any:
        return getattr(self._network, name)

    def said_values(self, pairs: Sequence[tuple[str, str]]) -> Any:
        """Return what the network says of each pair, as ``Voices.said_values`` does."""
        return self._in_workers(self._network.said_values, pairs)

    def same_fact(self, pairs: Sequence[tuple[str, str]]) -> Any:
        """Return the probability of each pair, as ``Voices.same_fact`` does."""
        return self._in_workers(self._network.same_fact, pairs)

    def _in_workers(
        self, ask: Callable[[Sequence[tuple[str, str]]], Any], pairs: Sequence[tuple[str, str]]
    ) -> Any:
        import numpy as np

        if not pairs:
            return ask(pairs)
        return np.concatenate(self._place.run(len(pairs), lambda start, end: ask(pairs[start:end])))


def _compare_in_queue(articles: tuple[Result, ...], waiting: Waiting) -> Comparison:
    """Compare the articles in this thread, once a place in the queue and a core are free."""
    from analysis import compare_all
    from analysis.speakers.tagging.network import voices

    queue = inference_queue()
    with queue.place(waiting) as place:
        while not _cores().acquire(timeout=REPORT_S):
            waiting(queue.ahead(place))
        try:
            return compare_all(articles, tagger=cast("Any", _InQueue(voices(), place)))
        finally:
            _cores().release()


@cache
def _cores() -> threading.BoundedSemaphore:
    """Return what lets as many comparisons go on at a time as the queue has workers: each keeps a
    core busy, and thirty at once would make every page wait."""
    return threading.BoundedSemaphore(inference_queue().workers)
