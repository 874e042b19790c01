"""Whether two articles are seen to report one event: all pairs of samples.

    python -m tests.bench.relations

Tellings of one event must be of the same event, tellings of two events about different things. It
prints how each kind of pair was called. The limits were chosen on these samples, so the figures say
that they fit, not how they do elsewhere. Takes about a minute.
"""

from __future__ import annotations

from collections import Counter
from itertools import combinations

from analysis import analyze, compare_all
from analysis.reading.samples import samples


def main() -> None:
    """Print the table."""
    told = [(sample, analyze(sample.text, title=sample.title)) for sample in samples()]
    called: dict[str, Counter[str]] = {"one event": Counter(), "two events": Counter()}
    for (sample_a, a), (sample_b, b) in combinations(told, 2):
        kind = "one event" if sample_a.event == sample_b.event else "two events"
        called[kind][compare_all([a, b]).relations["relation"].iloc[0]] += 1
    for kind, found in called.items():
        print(f"{kind:11}", ", ".join(f"{found[one]} {one}" for one in sorted(found)))


if __name__ == "__main__":
    main()
