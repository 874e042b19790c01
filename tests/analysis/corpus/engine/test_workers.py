"""Workers of this machine: the same bytes as without, whatever becomes of a worker."""

from __future__ import annotations

from pathlib import Path

import dask
import distributed  # noqa: F401 - has its defaults before a test sets one of them
import pytest

from analysis.corpus import analyze_corpus
from analysis.corpus.engine import cluster
from tests.analysis.corpus.articles_given import FERRY, POOL
from tests.analysis.corpus.engine.archives import archive, left, table
from tests.analysis.corpus.engine.deadly_articles import DEADLY, HUNGRY, ONCE

DEADLY_ARTICLES = str(Path(__file__).with_name("deadly_articles.py"))


@pytest.mark.slow
def test_a_worker_that_dies_costs_its_article_at_most(tmp_path: Path) -> None:
    once = f"{ONCE}{tmp_path / 'ended'}\n\n{POOL}"
    texts = [POOL, once, FERRY, POOL, FERRY, f"{DEADLY}\n\n{POOL}", FERRY, POOL]
    file, out = archive(tmp_path / "in.parquet", *texts), tmp_path / "out"
    with dask.config.set({"distributed.worker.preload": [DEADLY_ARTICLES]}):
        summary = analyze_corpus(file, out, part=3, workers=2)
    assert (summary.analysed, summary.skipped) == (7, {"WorkerDied": 1})
    (row,) = table(out, "skipped").to_dict("records")
    assert (row["article"], row["id"], row["outlet"]) == (5, "a5", "Gazette 1")
    assert row["source"] == "in.parquet, row 6"
    assert table(out, "articles")["article"].tolist() == [0, 1, 2, 3, 4, 6, 7]

    analyze_corpus(file, tmp_path / "alone", part=3)
    ours, others = left(out), left(tmp_path / "alone")
    assert ours.keys() == others.keys()
    differ = {name for name in ours if ours[name] != others[name]}
    # Those of the partition with the article that was lost, of which one process did all others.
    assert {name for name in differ if "part-000001" not in name} == {"corpus.json"}
    # A run that goes on without workers does nothing again.
    assert analyze_corpus(file, out, part=3).resumed == len(texts)
    assert left(out) == ours


@pytest.mark.slow
def test_a_worker_has_so_much_memory(tmp_path: Path) -> None:
    file = archive(tmp_path / "in.parquet", POOL, f"{HUNGRY}\n\n{POOL}", FERRY)
    with dask.config.set({"distributed.worker.preload": [DEADLY_ARTICLES]}):
        summary = analyze_corpus(file, tmp_path / "out", workers=1)
    assert (summary.analysed, summary.skipped) == (2, {"WorkerDied": 1})
    assert table(tmp_path / "out", "skipped")["article"].tolist() == [1]


def test_only_this_machine_reaches_the_cluster() -> None:
    with cluster.local(1) as client:
        found = client.scheduler_info()
        addresses = [found["address"], *found["workers"]]
        assert all(one.startswith("tls://127.0.0.1:") for one in addresses)
        (worker,) = found["workers"].values()
        assert (worker["nthreads"], worker["memory_limit"]) == (1, cluster.WORKER_MEMORY)
