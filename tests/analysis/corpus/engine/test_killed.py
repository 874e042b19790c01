"""kill -9 in the middle, and run again: the same bytes as of one run."""

from __future__ import annotations

import os
import subprocess
import sys
import time
from pathlib import Path

import psutil
import pytest

from analysis.corpus import analyze_corpus
from analysis.corpus.engine.folder import finished_parts
from tests.analysis.corpus.articles_given import FERRY, POOL
from tests.analysis.corpus.engine.archives import archive, left

ROOT = Path(__file__).parents[4]
QUIET = {**os.environ, "OMP_NUM_THREADS": "1"}


def test_a_run_that_is_killed_again_and_again(tmp_path: Path) -> None:
    file, whole, out = archive(tmp_path / "in.parquet"), tmp_path / "whole", tmp_path / "out"
    program = [sys.executable, "-B", "-m", "tests.analysis.corpus.engine.killed_runs"]
    done = subprocess.run(
        [*program, str(file), str(whole), str(out), "1"],
        cwd=ROOT,
        env=QUIET,
        capture_output=True,
        text=True,
        check=True,
    )
    assert int(done.stdout) > 3
    assert left(out) == left(whole)


@pytest.mark.slow
def test_workers_end_with_a_run_that_is_killed(tmp_path: Path) -> None:
    """They must not write on while the next run does."""
    texts = [f"{POOL}\n\n{FERRY} It has {number} seats." for number in range(60)]
    file, out = archive(tmp_path / "in.parquet", *texts), tmp_path / "out"
    program = [sys.executable, "-B", "-c", "from analysis.cli.main import main; main()", "corpus"]
    with subprocess.Popen(
        [*program, str(file), str(out), "--workers", "1", "--part-size", "2"],
        cwd=ROOT,
        env=QUIET,
        stderr=subprocess.DEVNULL,
    ) as run:
        while run.poll() is None and (not out.exists() or finished_parts(out) < 2):
            time.sleep(0.01)
        workers = psutil.Process(run.pid).children(recursive=True)
        run.kill()
    assert psutil.wait_procs(workers, timeout=60)[1] == []
    assert 2 <= finished_parts(out) < 30
    assert analyze_corpus(file, out, part=2).resumed >= 4
    analyze_corpus(file, tmp_path / "whole", part=2)
    assert left(out) == left(tmp_path / "whole")
