"""Clusters of many articles: how long the last step of an archive takes, and its memory.

    python -m tests.bench.near_duplicates.last_step [10000 100000 1000000] [--out FILE]

Signatures are made up: one article in twenty is a copy of another, and the others agree in a place
as often as those of the trial archive do by chance, where one pair in 26,000 met in a band. Each
size runs in a process of its own, whose greatest memory is taken. The reference is reading the
signatures alone. What is written is what ``tests.bench.scale_table`` reads.
"""

from __future__ import annotations

import argparse
import json
import resource
import subprocess
import sys
import tempfile
import time
from base64 import b64encode
from pathlib import Path

import numpy as np
import pandas as pd

from analysis.columns import frame
from analysis.corpus.duplicates.clusters import clusters
from analysis.corpus.duplicates.loaded import loaded
from analysis.corpus.duplicates.signatures import NO_NUMBER, NUMBER_PLACES, PLACES
from analysis.corpus.frames import SIGNATURES
from analysis.corpus.layout import schema_of, table_file, write_parquet

SIZES = (10_000, 100_000, 1_000_000)
COPIES = 20
"""One article in so many is a copy."""

BY_CHANCE = 8e-4
"""In which share of places two articles agree by chance: as 1 - (1 - p²)^64 is 1 in 26,000."""

_POOL = 8
_ROWS = 4096


def made(articles: int, out: Path) -> None:
    """Write signatures of so many articles, in partitions."""
    chance = np.random.default_rng(26)
    # Of numbers from a pool of eight, two are equal one time in eight.
    common = (BY_CHANCE * _POOL) ** 0.5
    pool = chance.integers(0, 2**32 - 1, (_POOL, PLACES), np.uint32)
    for part, first in enumerate(range(0, articles, _ROWS)):
        many = min(_ROWS, articles - first)
        numbers = chance.integers(0, 2**32 - 1, (many, PLACES), np.uint32)
        ours = chance.random((many, PLACES)) < common
        drawn = pool[chance.integers(0, _POOL, (many, PLACES)), np.arange(PLACES)]
        numbers[ours] = drawn[ours]
        # A copy has four fifths of the places of an article before it.
        of = chance.integers(0, many // 2, many)
        copies = (chance.random(many) < 1 / COPIES) & (np.arange(many) > many // 2)
        mostly = copies[:, None] & (chance.random((many, PLACES)) < 0.8)
        numbers[mostly] = numbers[of][mostly]
        days = pd.Timestamp("2015-01-01") + pd.to_timedelta(chance.integers(0, 3650, many), "D")
        rows = {
            "article": np.arange(first, first + many),
            "date": days.as_unit("us"),
            "words": np.full(many, 600),
            "shingles": np.full(many, 597),
            "figures": np.zeros(many, np.int64),
            "whole": chance.integers(-(2**62), 2**62, many),
            "signature": [b64encode(row.tobytes()).decode() for row in numbers],
            "numbers": [_NONE] * many,
        }
        file = table_file(out, "signatures", part)
        write_parquet(frame(rows, SIGNATURES), file, schema_of(SIGNATURES))


_NONE = b64encode(np.full(NUMBER_PLACES, NO_NUMBER, np.uint32).tobytes()).decode()


def measured(articles: int) -> dict[str, float]:
    """Return what the last step takes for so many articles, in a process of its own."""
    with tempfile.TemporaryDirectory() as folder:
        made(articles, Path(folder))
        answer = subprocess.run(
            [sys.executable, "-m", __spec__.name, "--folder", folder],
            capture_output=True,
            text=True,
            check=True,
        )
        disk = sum(file.stat().st_size for file in Path(folder).rglob("*.parquet"))
    return {"articles": articles, **json.loads(answer.stdout), "bytes_on_disk": disk}


def _once(folder: Path) -> dict[str, float]:
    """Return what it takes in this process."""
    before = _peak()
    began = time.perf_counter()
    with loaded(folder):
        reading = time.perf_counter() - began
    began = time.perf_counter()
    found = clusters(folder)
    return {
        "seconds": round(time.perf_counter() - began, 2),
        "reading_seconds": round(reading, 2),
        "processor_seconds": round(time.process_time(), 2),
        "peak_mb": round(_peak(), 1),
        "peak_before_mb": round(before, 1),
        "duplicates": len(found),
    }


def _peak() -> float:
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024


def main() -> None:
    """Print a line a size, and write the figures where ``--out`` says."""
    parser = argparse.ArgumentParser(prog="python -m tests.bench.near_duplicates.last_step")
    parser.add_argument("sizes", nargs="*", type=int, default=SIZES)
    parser.add_argument("--out", type=Path, help="write the figures here, as JSON")
    parser.add_argument("--folder", type=Path, help=argparse.SUPPRESS)
    options = parser.parse_args()
    if options.folder:
        print(json.dumps(_once(options.folder)))
        return
    figures = []
    for size in options.sizes:
        figures.append(measured(size))
        print(figures[-1], flush=True)
    if options.out:
        options.out.write_text(json.dumps({"steps": figures}, indent=2) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
