"""Partitions spread over workers: in this process, or on a Dask cluster."""

from __future__ import annotations

import secrets
import time
from collections import deque
from collections.abc import Callable, Iterable, Iterator
from contextlib import suppress
from itertools import islice
from typing import TYPE_CHECKING, Any

from analysis.corpus.articles import analyze_articles
from analysis.corpus.engine.errors import NoWorkers
from analysis.corpus.engine.partition import Part, died, finish, joined, write
from analysis.corpus.engine.record import Done
from analysis.corpus.frames import Analysed

if TYPE_CHECKING:
    from distributed import Client

AHEAD = 2
"""Partitions in flight for each thread of the workers: one that is analysed, one that waits. More
would fill the memory of the process that reads the archive."""


LOOK_SECONDS = 1.0
"""Between two looks at how far the workers are, while none of them is ready."""

LOST_SECONDS = 600
"""How long a cluster may be without any worker; one that was ended is started anew meanwhile."""

Told = Callable[[int, int], object]
"""Told the number of a partition under way, and how many of its articles are analysed."""


def here(parts: Iterable[Part], told: Told) -> Iterator[Done]:
    """Finish partitions one after the other in this process, on Dask's synchronous scheduler, which
    costs nothing. Raises what ``finish`` raises."""
    from dask import delayed

    for part in parts:
        one = delayed(finish, pure=False, traverse=False)(part, told)
        done: Done = one.compute(scheduler="synchronous")
        yield done


def on_workers(parts: Iterable[Part], told: Told, client: Client) -> Iterator[Done]:
    """Finish partitions on the workers of a cluster, in whatever order.

    A partition whose workers died, as often as the scheduler allows, is done article by article
    when nothing else is under way; an article that no worker survives is skipped. Raises what
    ``finish`` raises on a worker, and CancelledError if the scheduler is lost.
    """
    from distributed import KilledWorker

    # Another run on the same scheduler has partitions of the same numbers.
    run, waiting = f"slant-{secrets.token_hex(4)}", iter(parts)
    heard: deque[tuple[int, int]] = deque()
    client.subscribe_topic(run, lambda event: heard.append(event[1]))
    flying: dict[Any, Part] = {}
    suspects: list[Part] = []
    patience = _Patience(client)
    while True:
        room = AHEAD * max(1, sum(client.nthreads().values())) - len(flying)
        for part in islice(waiting, max(0, room)):
            future = client.submit(_finish, part, run, key=f"{run}-{part.number}", pure=False)
            flying[future] = part
        if not flying:
            break
        patience.wait([*flying])
        numbers = {part.number for part in flying.values()}
        while heard:
            number, articles = heard.popleft()
            if number in numbers:  # else it is finished, and counted
                told(number, articles)
        for future in [one for one in flying if one.done()]:
            part = flying.pop(future)
            try:
                yield future.result()
            except KilledWorker:
                suspects.append(part)
            finally:
                # Else it would be done again if its worker ended later.
                future.release()
    client.unsubscribe_topic(run)
    for part in sorted(suspects, key=lambda one: one.number):
        yield _one_by_one(part, told, client, run)


class _Patience:
    """Waits for what is under way, as long as there is anybody who does it."""

    def __init__(self, client: Client) -> None:
        self._client, self._seen = client, time.monotonic()

    def wait(self, futures: list[Any]) -> None:
        """Wait until one of them is ready, or a moment; raises NoWorkers."""
        from distributed import wait

        # Which client is meant is not left to chance: a notebook may have another.
        with self._client.as_current(), suppress(TimeoutError):
            wait(futures, LOOK_SECONDS, "FIRST_COMPLETED")
        now = time.monotonic()
        if self._client.nthreads() or any(future.done() for future in futures):
            self._seen = now
        elif now - self._seen > LOST_SECONDS:
            raise NoWorkers(LOST_SECONDS)


def _finish(part: Part, run: str) -> Done:
    """Finish a partition on a worker, and tell the run how far it is."""
    from distributed import get_worker

    worker = get_worker()
    return finish(part, lambda *far: worker.log_event(run, far))


def _one_by_one(part: Part, told: Told, client: Client, run: str) -> Done:
    """Finish a partition article by article, each alone on the cluster, so that none is blamed for
    another."""
    from distributed import KilledWorker

    patience = _Patience(client)
    pieces: list[Analysed] = []
    for place in range(len(part.articles)):
        article = part.articles.iloc[place : place + 1].reset_index(drop=True)
        future = client.submit(
            analyze_articles,
            article,
            any_language=part.any_language,
            key=f"{run}-{part.number}-{place}",
            pure=False,
        )
        while not future.done():
            patience.wait([future])
        try:
            pieces.append(future.result())
        except KilledWorker:
            pieces.append(died(article))
        finally:
            future.release()
        told(part.number, place + 1)
    return write(part, joined(pieces))
