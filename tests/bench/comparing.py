"""How long it takes to compare two articles of 1,000 words, against the analysis of one.

    python -m tests.bench.comparing

The articles are the plain tellings of the sample events one after the other, and the loaded ones,
up to ``WORDS`` words each, so that most sentences have a partner. The reference is the analysis of
one of them, on the mean of both; all are timed in turns in one run, on one thread. "From the texts"
holds both analyses; what was aimed at is three times the reference. The last lines say where the
time of the comparison itself goes.
"""

from __future__ import annotations

import cProfile
import os
import pstats
import statistics
import time

os.environ["OMP_NUM_THREADS"] = "1"

WORDS = 1000
REPEATS = 9
PARTS = ("pairs", "facts", "relations", "wordings", "numbers", "sayings", "attributions", "cuts")
PARTS += ("namings", "speakers", "measures", "differences")


def article(style: str) -> str:
    """Return the samples of a style, one after the other, up to about ``WORDS`` words."""
    from analysis.reading.samples import samples

    paragraphs = [
        p for sample in samples() if sample.style == style for p in sample.text.split("\n\n")
    ]
    taken: list[str] = []
    while paragraphs and sum(len(p.split()) for p in taken) < WORDS:
        taken.append(paragraphs.pop(0))
    return "\n\n".join(taken)


def main() -> None:
    """Print the table."""
    from analysis import analyze, compare_all

    texts = [article(style) for style in ("plain", "loaded")]
    found = compare_all([analyze(text) for text in texts])
    times: dict[str, list[float]] = {"one": [], "compared": []}
    for _ in range(REPEATS):
        started = time.perf_counter()
        results = [analyze(text) for text in texts]
        middle = time.perf_counter()
        compare_all(results)
        times["one"].append((middle - started) / 2)
        times["compared"].append(time.perf_counter() - middle)
    one, compared = (statistics.median(times[name]) for name in ("one", "compared"))
    shared = int((found.pairs["band"] == "same fact").sum())
    print(f"{' and '.join(str(len(t.split())) for t in texts)} words, {shared} pairs of one fact")
    print(f"analysis of one     {one * 1000:6.0f} ms")
    print(f"comparison          {compared * 1000:6.0f} ms, {compared / one:.2f} times as long")
    print(
        f"from the texts      {(2 * one + compared) * 1000:6.0f} ms, {2 + compared / one:.2f} times"
    )
    profile = cProfile.Profile()
    profile.runcall(compare_all, found.articles)
    spent = {
        name: total
        for (file, _, name), (*_, total, _) in pstats.Stats(profile).stats.items()  # type: ignore[attr-defined]
        if "comparison" in file and name in PARTS
    }
    for name in sorted(spent, key=lambda name: -spent[name]):
        print(f"  {name:18}{spent[name] * 1000:6.0f} ms while profiled")


if __name__ == "__main__":
    main()
