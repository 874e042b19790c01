"""Articles analysed and compared through the queue: what pages and API do with the networks."""

from __future__ import annotations

import threading
from collections.abc import Callable, Sequence
from functools import cache
from typing import TYPE_CHECKING, Any, cast

from analysis.queue.inference_queue import REPORT_S, inference_queue
from analysis.queue.place import Place, Waiting

if TYPE_CHECKING:
    from analysis.comparison.frames import Comparison
    from analysis.frames import Result
    from analysis.reading.articles import Article


def analyze_in_queue(
    article: Article, source: str | None, any_language: bool, waiting: Waiting
) -> Result:
    """Analyse an article as ``analysis.analyze`` does, its sentences scored in the queue.

    ``waiting`` is called in this thread with the number of articles ahead, for as long as one has
    to wait. Raises what ``analyze`` and ``waiting`` raise, and QueueFull.
    """
    from analysis.scoring.pipeline import analyze

    with inference_queue().place(waiting) as model:
        return analyze(article, source=source, any_language=any_language, model=model)


def compare_in_queue(articles: Sequence[Result], waiting: Waiting) -> Comparison:
    """Compare articles as ``analysis.compare_all`` does, in this thread, once a place in the queue
    and a core are free; the rest as ``analyze_in_queue``. No sentence is kept afterwards."""
    from analysis.comparison.comparing import compare_all
    from analysis.speakers.tagging.network import voices

    queue = inference_queue()
    with queue.place(waiting) as place:
        while not _cores().acquire(timeout=REPORT_S):
            waiting(queue.ahead(place))
        try:
            return compare_all(articles, tagger=cast("Any", _InQueue(voices(), place)))
        finally:
            _cores().release()
            _forget_sentences()


def _forget_sentences() -> None:
    """Empty the caches that hold sentences and their words, of any length, for the comparison in
    hand: a server keeps no text once it has answered. Another comparison only takes longer."""
    from analysis.comparison.wording.counted import counted
    from analysis.comparison.wording.quantities import quantities
    from analysis.comparison.wording.words import words_of

    for cached in (words_of, quantities, counted):
        cached.cache_clear()


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


@cache
def _cores() -> threading.BoundedSemaphore:
    """Return what lets as many comparisons go on at a time as the queue has workers: each keeps a
    core busy, and thirty at once would make every page wait."""
    return threading.BoundedSemaphore(inference_queue().workers)
