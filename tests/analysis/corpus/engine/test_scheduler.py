"""The workers of a Dask cluster that is there already."""

from __future__ import annotations

import http.server
import threading
from collections.abc import Iterator
from pathlib import Path

import pytest
from distributed import LocalCluster

from analysis.corpus import analyze_corpus
from analysis.corpus.engine import analyzing, cluster
from analysis.corpus.engine.errors import NoScheduler
from analysis.corpus.engine.settings import versions
from tests.analysis.corpus.engine.archives import SKIPPED, archive, left

NO_PAGES = {"dashboard": False, "dashboard_address": "127.0.0.1:0"}


@pytest.fixture(scope="module")
def address() -> Iterator[str]:
    """The address of a scheduler with one worker, in this process."""
    with LocalCluster(
        n_workers=1,
        threads_per_worker=2,
        processes=False,
        protocol="tcp",
        scheduler_kwargs=NO_PAGES,
    ) as there:
        yield there.scheduler_address


def test_the_workers_of_a_cluster_give_the_same_bytes(tmp_path: Path, address: str) -> None:
    file, told = archive(tmp_path / "in.parquet"), []
    summary = analyze_corpus(
        file, tmp_path / "out", part=2, scheduler=address, on_progress=told.append
    )
    assert (summary.analysed, summary.skipped) == (5, SKIPPED)
    assert told[-1].done == 7
    analyze_corpus(file, tmp_path / "alone", part=2)
    assert left(tmp_path / "out") == left(tmp_path / "alone")


def test_workers_with_another_slant_are_refused(
    tmp_path: Path, address: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    here = {**versions(), "software": "99.0.0"}
    monkeypatch.setattr(analyzing, "versions", lambda: here)
    with pytest.raises(NoScheduler, match=r"has workers with Slant .*: install Slant 99\.0\.0"):
        analyze_corpus(archive(tmp_path / "in.parquet"), tmp_path / "out", scheduler=address)


def test_workers_that_do_not_see_the_folder_are_refused(tmp_path: Path, address: str) -> None:
    opened = cluster.existing(address, tmp_path / "elsewhere", versions())
    with pytest.raises(NoScheduler, match="give a folder that all machines share"), opened:
        pass


def test_a_cluster_without_workers(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(cluster, "FIRST_WORKER_SECONDS", 0.1)
    with LocalCluster(
        n_workers=0, processes=False, protocol="tcp", scheduler_kwargs=NO_PAGES
    ) as there:
        opened = cluster.existing(there.scheduler_address, tmp_path, versions())
        with pytest.raises(NoScheduler, match="start workers with: dask worker"), opened:
            pass


@pytest.mark.parametrize("what", ["nothing", "a web server", "no address"])
def test_what_is_no_scheduler(tmp_path: Path, what: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(cluster, "CONNECT_SECONDS", 1)
    handler = http.server.BaseHTTPRequestHandler
    with http.server.ThreadingHTTPServer(("127.0.0.1", 0), handler) as server:
        at = f"127.0.0.1:{server.server_port}"
        if what == "a web server":
            threading.Thread(target=server.serve_forever, args=(0.01,), daemon=True).start()
        elif what == "no address":
            at = "gopher://…"
        if what == "nothing":
            server.server_close()
        with pytest.raises(NoScheduler, match="does not answer"):
            analyze_corpus(archive(tmp_path / "in.parquet"), tmp_path / "out", scheduler=at)
        if what == "a web server":
            server.shutdown()
