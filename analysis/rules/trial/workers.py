"""Several processes that count in the articles of a large archive at the same time."""

from __future__ import annotations

import os
import signal
from collections import deque
from collections.abc import Iterable, Iterator, Sequence
from concurrent.futures import Future, ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from itertools import chain, islice
from multiprocessing import get_context

from analysis.errors import CannotRead
from analysis.rules.trial.archive import ArchiveArticle
from analysis.rules.trial.counting import Counted, Counting

_BATCH = 100
"""Articles that a process gets at a time."""

_LARGE = 1_000
"""Articles from which on processes are worth their start, which takes half a second."""

_Numbered = tuple[int, ArchiveArticle]

_counting: Counting | None = None


def available_processes() -> int:
    """Return how many processors this process may use."""
    if hasattr(os, "sched_getaffinity"):
        return len(os.sched_getaffinity(0))
    return os.cpu_count() or 1


def counted_by_workers(
    counting: Counting, articles: Iterable[ArchiveArticle], processes: int
) -> Iterator[Counted]:
    """Yield what ``counting`` finds in each article, in their order; a small archive is counted in
    this process. Not many more articles than are worked on are in memory."""
    numbered = enumerate(articles)
    first = list(islice(numbered, _LARGE))
    if len(first) < _LARGE:
        for number, article in first:
            yield counting.count(number, article)
        return
    # A new interpreter each: a fork of a process with threads can stop for ever.
    pool = ProcessPoolExecutor(
        processes, mp_context=get_context("spawn"), initializer=_begin, initargs=(counting,)
    )
    try:
        waiting: deque[Future[list[Counted]]] = deque()
        rest = chain(first, numbered)
        while batch := list(islice(rest, _BATCH)):
            waiting.append(pool.submit(_count, batch))
            if len(waiting) > 2 * processes:
                yield from waiting.popleft().result()
        while waiting:
            yield from waiting.popleft().result()
    except BrokenProcessPool as error:
        advice = "close other programs, or try fewer rules at a time"
        raise CannotRead(
            "The archive", "was not read to its end: memory ran out", advice
        ) from error
    finally:
        pool.shutdown(cancel_futures=True)


def _begin(counting: Counting) -> None:
    global _counting
    _counting = counting
    # Ctrl+C ends the command, which ends its processes: they need not complain about it too.
    signal.signal(signal.SIGINT, signal.SIG_IGN)


def _count(batch: Sequence[_Numbered]) -> list[Counted]:
    assert _counting is not None
    return [_counting.count(number, article) for number, article in batch]
