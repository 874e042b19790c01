"""Dask clusters: one of this machine's processes, or one that is there already."""

from __future__ import annotations

import logging
import tempfile
from collections.abc import Iterator, Mapping
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Any

from analysis.corpus.engine.errors import NoScheduler
from analysis.errors import SlantError

if TYPE_CHECKING:
    from distributed import Client

WORKER_MEMORY = 1024**3
"""Bytes that a worker of this machine may have; one that has nearly as many is ended, as it would
take the machine with it."""

CONNECT_SECONDS = 15
"""How long a scheduler may take to answer."""

FIRST_WORKER_SECONDS = 300
"""How long the first worker of a cluster may take to come: a cluster may start one when it is given
something to do."""

_LOCAL = {
    # A worker ended from outside costs one more try; then the article is looked for.
    "distributed.scheduler.allowed-failures": 1,
    # A worker that was ended is started anew, however long that takes on a busy machine; without
    # this Dask gives up after 15 seconds.
    "distributed.deploy.lost-worker-timeout": "7 days",
    # Looks at the stack a hundred times a second, for a dashboard that nobody sees.
    "distributed.worker.profile.enabled": False,
    # As Dask has it, but that memory goes back to the system after every 64 kB (with the setting
    # MALLOC_TRIM_THRESHOLD_), to be asked for again at once: that took a fifth of the time.
    "distributed.nanny.pre-spawn-environ": {
        "OMP_NUM_THREADS": 1,
        "MKL_NUM_THREADS": 1,
        "OPENBLAS_NUM_THREADS": 1,
    },
    # Nor are there pages about the work.
    "distributed.scheduler.http.routes": [],
    "distributed.worker.http.routes": [],
    # Workers keep nothing that could be spilled, and one that is paused would never go on.
    "distributed.worker.memory.target": False,
    "distributed.worker.memory.spill": False,
    "distributed.worker.memory.pause": False,
    "distributed.worker.memory.terminate": 0.95,
}


# Ctrl+C ends the command, which ends its workers: they need not complain about it too.
_IGNORE_CTRL_C = "import signal; signal.signal(signal.SIGINT, signal.SIG_IGN)"


@contextmanager
def local(workers: int) -> Iterator[Client]:
    """Give a client of a cluster of ``workers`` processes of this machine, of one thread each.

    It can only be reached from this machine, and only with keys that are made for it: whoever
    reaches a scheduler can run programs on it.
    """
    import dask
    from distributed import Client, LocalCluster

    preload = [*dask.config.get("distributed.worker.preload"), _IGNORE_CTRL_C]
    with (
        tempfile.TemporaryDirectory(prefix="slant-", ignore_cleanup_errors=True) as folder,
        dask.config.set(
            _LOCAL | {"distributed.worker.preload": preload, "temporary-directory": folder}
        ),
        LocalCluster(
            n_workers=workers,
            threads_per_worker=1,
            processes=True,
            host="127.0.0.1",
            # Any free port: the usual one may be taken, which Dask would complain of.
            scheduler_kwargs={"dashboard": False, "dashboard_address": "127.0.0.1:0"},
            security=True,
            memory_limit=WORKER_MEMORY,
            local_directory=folder,
            silence_logs=logging.CRITICAL,
        ) as cluster,
        Client(cluster) as client,
    ):
        yield client


@contextmanager
def existing(address: str, out: Path, versions: Mapping[str, str]) -> Iterator[Client]:
    """Give a client of the cluster at ``address``; its workers must see the folder ``out`` and have
    the same ``versions`` of Slant and its models. Raises NoScheduler."""
    from distributed import Client

    _require_scheduler(address)
    with Client(address, timeout=CONNECT_SECONDS, set_as_default=False) as client:
        _require_same(client, address, out, versions)
        yield client


def _require_scheduler(address: str) -> None:
    """Raise NoScheduler unless a scheduler answers: Dask's own client tries for long, and complains
    in many lines."""
    import asyncio

    advice = "give the address that dask scheduler prints, as tcp://host:8786"
    try:
        # In a thread of its own, as a notebook's has a loop already.
        with ThreadPoolExecutor(1) as thread:
            found = thread.submit(asyncio.run, _identity(address)).result()
    except Exception as error:  # whatever answers there may answer anything
        raise NoScheduler(address, "does not answer, or something else does", advice) from error
    if found.get("type") != "Scheduler":
        raise NoScheduler(address, "is none", advice)


async def _identity(address: str) -> dict[str, Any]:
    """Return what a server says of itself."""
    import asyncio

    from distributed.core import rpc
    from distributed.security import Security

    keys = Security().get_connection_args("client")
    async with rpc(address, connection_args=keys, timeout=CONNECT_SECONDS) as server:
        found: dict[str, Any] = await asyncio.wait_for(server.identity(), CONNECT_SECONDS)
        return found


def _require_same(client: Client, address: str, out: Path, versions: Mapping[str, str]) -> None:
    from distributed import TimeoutError as Late

    future = client.submit(_seen, out, pure=False)
    try:
        future.result(timeout=FIRST_WORKER_SECONDS)
        found: dict[str, Any] = client.run(_seen, out)
    except Late:
        raise NoScheduler(
            address,
            f"has no worker after {FIRST_WORKER_SECONDS} seconds",
            f"start workers with: dask worker {address}",
        ) from None
    except ImportError as error:
        raise _other(address, "no Slant", versions) from error
    except AttributeError as error:
        raise _other(address, "another Slant", versions) from error
    except SlantError:
        raise
    except Exception as error:  # another Python, other libraries
        raise _other(address, f"what fails here ({type(error).__name__})", versions) from error
    for of_worker, sees_out in found.values():
        if of_worker != versions:
            raise _other(address, f"Slant {of_worker['software']}", versions)
        if not sees_out:
            advice = "give a folder that all machines share, by the same path on each"
            raise NoScheduler(address, f"has workers that do not see {out}", advice)


def _other(address: str, has: str, versions: Mapping[str, str]) -> NoScheduler:
    install = f"install Slant {versions['software']} with the same models on all of them"
    return NoScheduler(address, f"has workers with {has}", install)


def _seen(out: Path) -> tuple[dict[str, str], bool]:
    """Return, on a worker, the versions that it has and whether it sees the folder."""
    from analysis.corpus.engine.folder import content
    from analysis.corpus.engine.settings import versions

    try:
        return versions(), content(out) is not None
    except OSError:
        return versions(), False
