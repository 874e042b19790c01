"""How long an archive takes on a cluster, extrapolated from partitions that were measured.

The four things that can limit a run go on at the same time, so that the slowest decides:

- *analysis*: Graham's bound for tasks handed to whoever is free (Graham 1969): the sum of all
  partitions by the number of workers, and the longest partition on top.
- *reading*: one process reads the archive and hands it out.
- *scheduler*: a fixed time a partition.
- *disk*: what is written, through the shared file system.

Before it workers start; after it near-duplicates are found, by one process.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from math import ceil
from typing import Any

import numpy as np

from analysis.corpus.layout import ARTICLES_A_PART

ARTICLES = 1_000_000
NODES = (1, 2, 4, 10, 30, 100)
CORES = (2, 8, 32)
AHEAD = 2
"""Partitions in flight for each worker, as ``analysis.corpus.engine.spreading`` has it."""

DISK_MB = 100
"""Megabytes a second that the shared file system is taken to write: an assumption, as of a
modest network file system."""


@dataclass(frozen=True)
class Rates:
    """What was measured, in seconds, articles, megabytes: see ``rates_of``."""

    articles_a_part: int
    words_an_article: float
    articles_a_second: float
    both_cores: float
    longest: float
    reading: float
    task: float
    start: float
    peak_mb: float
    part_mb: float
    part_files: int
    text_mb: float
    steps: tuple[tuple[int, float, float], ...]


def rates_of(
    rates: Mapping[str, Any], steps: Sequence[Mapping[str, Any]], part: int = ARTICLES_A_PART
) -> Rates:
    """Return what is needed of ``docs/figures/corpus_rates.json`` and of the sizes in
    ``docs/figures/duplicates_step.json``, for partitions of ``part`` articles; raises KeyError for
    a figure that is missing."""
    parts = rates["parts"]
    a_word = [part["seconds"] / part["words"] for part in parts]
    return Rates(
        articles_a_part=part,
        words_an_article=rates["words"] / rates["articles"],
        articles_a_second=rates["rate_one"],
        both_cores=rates["two_to_one"] / 2,
        # By the word: the last partition of what was measured has fewer articles.
        longest=max(a_word) / (sum(a_word) / len(a_word)),
        reading=rates["rate_reading"],
        task=rates["task_seconds"],
        start=rates["start_seconds"],
        peak_mb=rates["peak_mb"],
        part_mb=rates["part_bytes"] / rates["part"] * part / 1e6,
        part_files=round(rates["part_files"]),
        text_mb=rates["text_bytes"] / rates["articles"] / 1e6,
        steps=tuple((one["articles"], one["seconds"], one["peak_mb"]) for one in steps),
    )


@dataclass(frozen=True)
class Run:
    """A run on a cluster: seconds of each part, their whole, and what is the slowest."""

    nodes: int
    cores: int
    seconds: Mapping[str, float]
    start: float
    duplicates: float
    articles: int

    @property
    def limit(self) -> str:
        """The part that decides."""
        return max(self.seconds, key=lambda name: self.seconds[name])

    @property
    def whole(self) -> float:
        """Seconds from the start to the last file."""
        return self.start + self.seconds[self.limit] + self.duplicates

    @property
    def rate(self) -> float:
        """Articles a second while it analyses."""
        return self.articles / self.seconds[self.limit]


def run_on(rates: Rates, nodes: int, cores: int, articles: int = ARTICLES) -> Run:
    """Return what a run of so many articles takes on nodes with so many cores, a worker a core."""
    workers = nodes * cores
    parts = ceil(articles / rates.articles_a_part)
    # A core does less while its neighbour works too: measured with two, taken for more.
    a_core = rates.articles_a_second * (rates.both_cores if cores > 1 else 1)
    a_part = rates.articles_a_part / a_core
    seconds = {
        "analysis": articles / a_core / workers + a_part * rates.longest * (workers > 1),
        "reading": articles / rates.reading,
        "scheduler": parts * rates.task,
        "disk": parts * rates.part_mb / DISK_MB,
    }
    return Run(nodes, cores, seconds, rates.start, duplicates(rates, articles)[0], articles)


def duplicates(rates: Rates, articles: int) -> tuple[float, float]:
    """Return seconds and megabytes of finding near-duplicates: on the line through what was
    measured, beyond it on by the last two sizes."""
    sizes, seconds, memory = (np.array(column, float) for column in zip(*rates.steps, strict=True))
    return _on_line(articles, sizes, seconds), _on_line(articles, sizes, memory)


def _on_line(at: float, x: np.ndarray, y: np.ndarray) -> float:
    if at <= x[-1] or len(x) == 1:
        return float(np.interp(at, x, y))
    return float(y[-1] + (at - x[-1]) * (y[-1] - y[-2]) / (x[-1] - x[-2]))
