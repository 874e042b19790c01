"""Twenty editors at one desk: how long a decision takes, and that none is lost.

    python -m tests.bench.desk_editors                       # PostgreSQL, about three minutes
    python -m tests.bench.desk_editors --database sqlite
    python -m tests.bench.desk_editors --decisions 200       # a quick look

Starts ``serve.py`` with the project's own settings, its networks loaded and idle, on a desk in a
PostgreSQL of its own (its disk is waited for, as by default) or in a file. Editors speak HTTP with
connections that stay open: they take flags from the queue, accept, dismiss, reword and undo, some
of them on the same flags at once, send some decisions a second time, and wait for news meanwhile.
First one editor works alone, then all together with a short pause to think before each decision,
then without any. In the end the database is searched for every decision that was confirmed, and
every editor must have heard of every change.

The editors run on the same machine and take their share of it. References, in the same run: one
editor alone, and a bare request (Streamlit's health).
"""

from __future__ import annotations

import argparse
import asyncio
import os
import sys
import tempfile
import time
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager

from sqlalchemy import Engine

from store.desk.opening import FOLDER_SETTING, URL_SETTING, open_desk
from tests.bench.class_load import Server, server
from tests.bench.desk_editors.connection import Connection
from tests.bench.desk_editors.editors import Editor
from tests.bench.desk_editors.newsroom import furnished, looked_for, shift
from tests.postgres import server as postgres_server

WARM_S = 10.0
"""Seconds in which the server warms up by itself."""

ALONE = 100
"""Decisions of the one editor who works alone."""

BARE = 300
"""Bare requests, one after the other."""

SPARE = 1.3
"""Flags for each decision: parts of the queue overlap, and some flags are decided on twice."""

AIM_MS = 300


@contextmanager
def desk(kind: str) -> Iterator[tuple[Engine, dict[str, str]]]:
    """Give an empty desk and the settings with which a server opens it too."""
    if kind == "sqlite":
        with tempfile.TemporaryDirectory() as folder:
            engine = open_desk(folder=folder)
            yield engine, {FOLDER_SETTING: folder, URL_SETTING: ""}
            engine.dispose()
        return
    with postgres_server() as running:
        address = running.address(running.fresh())
        engine = open_desk(url=address)
        yield engine, {URL_SETTING: address}
        engine.dispose()


async def measured(
    found: Server, engine: Engine, tokens: Sequence[str], decisions: int, pause: float
) -> bool:
    """Hold the shifts and print what was measured; return whether nothing is wrong."""
    await asyncio.sleep(WARM_S)
    before = found.memory()[0]
    bare = await _bare(found.url)
    print(f"bare request      {_spread(bare)}")
    # Once before, so that all is imported.
    everybody = await shift(found.url, tokens[:1], 5, "warming")
    alone = await shift(found.url, tokens[:1], ALONE, "alone")
    print(f"\n1 editor, {ALONE} decisions, no pause")
    _print(alone, None, bare)
    everybody += alone
    for name, seconds in (("thinking", pause), ("hurrying", 0.0)):
        used = found.processor_time()
        shown = await shift(found.url, tokens, decisions, name, pause=seconds)
        used = found.processor_time() - used
        everybody += shown
        moments = [at for one in shown for at in one.noted.confirmed_at.values()]
        spent = max(moments) - min(moments)
        said = f"{seconds} s to think before each" if seconds else "no pause"
        print(f"\n{len(tokens)} editors, {decisions} decisions, {said}: {spent:.0f} s")
        _print(shown, alone, bare)
        print(f"    processor         {1000 * used / decisions:.0f} ms a decision, all it brings")
    wrong = looked_for(engine, everybody)
    confirmed = sum(len(one.noted.confirmed) for one in everybody)
    print(f"\nconfirmed         {confirmed} decisions, each in the database once: {wrong.nothing}")
    print(f"                  {wrong}")
    failed = [line for one in everybody for line in one.noted.failed]
    print(f"failed            {len(failed)} {failed[:3] or ''}")
    print(f"memory            {before:.0f} MB before, {found.most_memory():.0f} MB at most")
    return wrong.nothing and not failed


async def _bare(url: str) -> list[float]:
    line, times = Connection(url), []
    for _ in range(BARE):
        began = time.perf_counter()
        await line.ask("GET", "/_stcore/health")
        times.append(time.perf_counter() - began)
    line.close()
    return times


def _print(shown: Sequence[Editor], alone: Sequence[Editor] | None, bare: list[float]) -> None:
    for kind in ("a decision", "the same again", "a part of the queue"):
        times = _all(shown, kind)
        ratio = f"; p50 {_middle(times) / _middle(bare):.1f} times a bare request"
        if alone is not None and _all(alone, kind):
            ratio += f", {_middle(times) / _middle(_all(alone, kind)):.1f} times one editor alone"
        print(f"    {kind:<20}{_spread(times)}{ratio if times else ''}")
    late = [
        max(0.0, heard - one.noted.confirmed_at[number])
        for one in shown
        for number in one.noted.confirmed_at
        for other in shown
        if other is not one and (heard := other.noted.heard_at.get(number, 0.0))
    ]
    print(f"    {'heard by others':<20}{_spread(late)}")
    print(f"    {'conflicts':<20}{sum(one.noted.conflicts for one in shown)} (409)")
    ranked = sorted(_all(shown, "a decision"))
    if alone is not None:
        high = 1000 * _at(ranked, 0.95)
        held = "held" if high <= AIM_MS else "missed"
        print(f"    {'aim':<20}p95 {high:.0f} ms of {AIM_MS}: {held}")


def _all(editors: Iterable[Editor], kind: str) -> list[float]:
    return [seconds for one in editors for seconds in one.noted.seconds[kind]]


def _middle(times: Sequence[float]) -> float:
    return _at(sorted(times), 0.5) if times else float("nan")


def _at(ranked: Sequence[float], share: float) -> float:
    return ranked[min(len(ranked) - 1, int(len(ranked) * share))]


def _spread(times: Iterable[float]) -> str:
    ranked = sorted(times)
    if not ranked:
        return "none"
    p50, p95, most = (1000 * _at(ranked, share) for share in (0.5, 0.95, 1.0))
    return f"p50 {p50:6.1f}  p95 {p95:6.1f}  max {most:6.1f} ms  (n = {len(ranked)})"


def main() -> None:
    """Parse the command line and hold the shifts."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("--editors", type=int, default=20)
    parser.add_argument("--decisions", type=int, default=2000, help="of all together, each shift")
    parser.add_argument("--database", choices=("postgresql", "sqlite"), default="postgresql")
    parser.add_argument("--pause", type=float, default=0.5, help="seconds to think, in the mean")
    options = parser.parse_args()
    cores = len(os.sched_getaffinity(0))
    load = ", ".join(f"{value:.1f}" for value in os.getloadavg())
    print(f"{options.database}, {cores} cores, load average at the start {load}")
    with desk(options.database) as (engine, settings):
        flags = int(SPARE * (2 * options.decisions + ALONE)) + 100 * options.editors
        tokens = furnished(engine, options.editors, flags)
        with server("serve.py", **settings) as found:
            right = asyncio.run(measured(found, engine, tokens, options.decisions, options.pause))
    sys.exit(0 if right else 1)


if __name__ == "__main__":
    main()
