"""Partitions spread over workers: in this process, or on a Dask cluster."""

from __future__ import annotations

import secrets
from collections.abc import Iterable, Iterator
from itertools import islice
from typing import TYPE_CHECKING, Any

from analysis.corpus.articles import analyze_articles
from analysis.corpus.engine.partition import Part, died, finish, joined, write
from analysis.corpus.engine.record import Done

if TYPE_CHECKING:
    from distributed import Client

AHEAD = 2
"""Partitions in flight for each thread of the workers: one that is analysed, one that waits. More
would fill the memory of the process that reads the archive."""


def here(parts: Iterable[Part]) -> Iterator[Done]:
    """Finish partitions one after the other in this process, on Dask's synchronous scheduler, which
    costs nothing. Raises what ``finish`` raises."""
    from dask import delayed

    for part in parts:
        done: Done = delayed(finish, pure=False, traverse=False)(part).compute(
            scheduler="synchronous"
        )
        yield done


def on_workers(parts: Iterable[Part], client: Client) -> Iterator[Done]:
    """Finish partitions on the workers of a cluster, in whatever order.

    A partition whose workers died, as often as the scheduler allows, is done article by article
    when nothing else is under way; an article that no worker survives is skipped. Raises what
    ``finish`` raises on a worker, and CancelledError if the scheduler is lost.
    """
    from distributed import KilledWorker, wait

    # Another run on the same scheduler has partitions of the same numbers.
    run, waiting = secrets.token_hex(4), iter(parts)
    flying: dict[Any, Part] = {}
    suspects: list[Part] = []
    while True:
        room = AHEAD * max(1, sum(client.nthreads().values())) - len(flying)
        for part in islice(waiting, max(0, room)):
            flying[client.submit(finish, part, key=f"slant-{run}-{part.number}", pure=False)] = part
        if not flying:
            break
        for future in wait([*flying], return_when="FIRST_COMPLETED").done:
            part = flying.pop(future)
            try:
                yield future.result()
            except KilledWorker:
                suspects.append(part)
    for part in sorted(suspects, key=lambda one: one.number):
        yield _one_by_one(part, client, run)


def _one_by_one(part: Part, client: Client, run: str) -> Done:
    """Finish a partition article by article, each alone on the cluster, so that none is blamed for
    another."""
    from distributed import KilledWorker

    # Empty, for a partition in which nothing could be read.
    pieces = [analyze_articles(part.articles.iloc[:0])]
    for place in range(len(part.articles)):
        article = part.articles.iloc[place : place + 1].reset_index(drop=True)
        future = client.submit(
            analyze_articles,
            article,
            any_language=part.any_language,
            key=f"slant-{run}-{part.number}-{place}",
            pure=False,
        )
        try:
            pieces.append(future.result())
        except KilledWorker:
            pieces.append(died(article))
    return write(part, joined(pieces))
