"""The generated parts of ``docs/scale.md``, as Markdown."""

from __future__ import annotations

import re
from collections.abc import Mapping
from math import ceil

from tests.bench.scale_table.model import (
    AHEAD,
    ARTICLES,
    CORES,
    DISK_MB,
    NODES,
    Rates,
    duplicates,
    run_on,
)

_PART = re.compile(r"(<!-- (\w+): made by tests\.bench\.scale_table -->\n).*?(<!-- /\2 -->)", re.S)


def filled(page: str, parts: Mapping[str, str]) -> str:
    """Return a page with each marked part replaced; raises KeyError for a part that is not made."""
    return _PART.sub(lambda found: found[1] + parts[found[2]] + "\n" + found[3], page)


def parts_of(rates: Rates) -> dict[str, str]:
    """Return what belongs between the marks, by name."""
    return {
        "measured": _measured(rates),
        "table": _table(rates),
        "limits": _limits(rates),
        "breaks": _breaks(rates),
    }


def _measured(rates: Rates) -> str:
    return "\n".join(
        [
            "| measured | |",
            "| --- | ---: |",
            f"| words of an article, on average | {rates.words_an_article:.0f} |",
            f"| articles a second, one worker | {rates.articles_a_second:.2f} |",
            f"| what is left of that on each core when both work | {rates.both_cores:.0%} |",
            f"| the slowest partition against the average, by the word | {rates.longest:.2f} |",
            f"| articles a second that one process reads | {rates.reading:,.0f} |",
            f"| the scheduler's work on a partition | {rates.task * 1000:.1f} ms |",
            f"| start of a worker | {rates.start:.0f} s |",
            f"| peak memory of a worker | {rates.peak_mb:,.0f} MB |",
            f"| written for a partition of {rates.articles_a_part} articles | "
            f"{rates.part_mb:.2f} MB in {rates.part_files} files |",
            *(
                f"| near-duplicates among {size:,} articles | {time(seconds)}, {memory:,.0f} MB |"
                for size, seconds, memory in rates.steps
            ),
        ]
    )


def _table(rates: Rates) -> str:
    lines = [
        "| nodes | " + " | ".join(f"{cores} cores each" for cores in CORES) + " |",
        "| ---: |" + " ---: |" * len(CORES),
    ]
    for nodes in NODES:
        cells = []
        for cores in CORES:
            run = run_on(rates, nodes, cores)
            limit = "" if run.limit == "analysis" else f" ({run.limit})"
            cells.append(f"{time(run.whole)}{limit}")
        lines.append(f"| {nodes} | " + " | ".join(cells) + " |")
    return "\n".join(lines)


def _limits(rates: Rates) -> str:
    """Return the parts of some runs, one a line."""
    lines = [
        "| nodes × cores | workers start | analysis | reading | scheduler | disk "
        "| near-duplicates | articles/s | files/s |",
        "| ---: |" + " ---: |" * 8,
    ]
    for nodes, cores in ((1, 2), (4, 8), (10, 8), (30, 32), (100, 32)):
        run = run_on(rates, nodes, cores)
        files = run.rate / rates.articles_a_part * rates.part_files
        each = [time(run.seconds[name]) for name in ("analysis", "reading", "scheduler", "disk")]
        cells = [time(run.start), *each, time(run.duplicates), f"{run.rate:,.0f}", f"{files:,.1f}"]
        lines.append(f"| {nodes} × {cores} | " + " | ".join(cells) + " |")
    return "\n".join(lines)


def _breaks(rates: Rates) -> str:
    """Return where it breaks, with figures."""
    parts = ceil(ARTICLES / rates.articles_a_part)
    reading = rates.reading / (rates.articles_a_second * rates.both_cores)
    scheduler = rates.articles_a_part / rates.task / (rates.articles_a_second * rates.both_cores)
    disk = DISK_MB / rates.part_mb * rates.articles_a_part
    by_disk = disk / (rates.articles_a_second * rates.both_cores)
    flying = AHEAD * rates.articles_a_part * rates.text_mb
    ten = duplicates(rates, 10 * ARTICLES)
    return "\n".join(
        [
            f"- **Reading.** One process reads the archive: from about {_two(reading)} workers on "
            "it is the limit, and more of them wait.",
            f"- **Partitions.** A million articles are {parts:,} partitions. With more workers "
            "than that some get none; with half as many the last round leaves many idle.",
            f"- **Memory of the process that reads, and of the scheduler.** {AHEAD} partitions are "
            f"in flight for each worker, {flying:.1f} MB of text: {1000 * flying / 1000:.1f} GB "
            "with a thousand workers.",
            f"- **Number of files.** A million articles leave {parts * rates.part_files:,} files, "
            f"ten million {10 * parts * rates.part_files:,}. File systems of clusters limit files; "
            "the Archive page opens each when it begins.",
            f"- **Shared disk.** At {DISK_MB} MB/s it would be the limit from about "
            f"{_two(by_disk)} workers on, the scheduler from about {_two(scheduler)}.",
            f"- **Near-duplicates.** One process, at the end: {time(ten[0])} and "
            f"{ten[1] / 1000:.1f} GB for ten million articles, if it goes on as between the two "
            "largest sizes that were measured. It does not quite: pairs that meet by chance grow "
            "with the square of the number of articles.",
        ]
    )


def _two(number: float) -> str:
    """Return a number with two digits that count."""
    return f"{float(f'{number:.2g}'):,.0f}"


def time(seconds: float) -> str:
    """Return a time as people say it: with the two units that count."""
    if seconds < 1:
        return f"{seconds:.1f} s"
    if seconds < 90:
        return f"{seconds:.0f} s"
    minutes = round(seconds / 60)
    if minutes < 90:
        return f"{minutes} min"
    hours = round(seconds / 3600)
    if hours < 48:
        return f"{minutes // 60} h {minutes % 60:02d} min" if hours < 10 else f"{hours} h"
    return f"{hours // 24} d {hours % 24} h"
