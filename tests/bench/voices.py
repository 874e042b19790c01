"""How long an article of 1,000 words takes with voices, against the same without them.

    python -m tests.bench.voices

The reference is the same analysis with a network that finds nothing, so that no speaker, no name
and no reported statement is worked out or scored; both are timed in turns in one run, on one
thread. The last line is the memory of a process that has analysed the article once.
"""

from __future__ import annotations

import os
import statistics
import subprocess
import sys
import time
from collections.abc import Sequence

os.environ["OMP_NUM_THREADS"] = "1"

WORDS = 1000
REPEATS = 15


class FindsNothing:
    """A network that tags nothing."""

    name = version = "none"

    def tag(self, texts: Sequence[str]) -> list[object]:
        """Return an empty answer for each text."""
        from models import Tagged

        return [Tagged((), ()) for _ in texts]


def article() -> str:
    """Return the sample articles' paragraphs up to about ``WORDS`` words."""
    from analysis.reading.samples import samples

    paragraphs = [p for sample in samples() for p in sample.text.split("\n\n")]
    taken: list[str] = []
    while paragraphs and sum(len(p.split()) for p in taken) < WORDS:
        taken.append(paragraphs.pop(0))
    return "\n\n".join(taken)


def memory() -> str:
    """Return the peak memory in MB of a process that analyses the article once."""
    code = (
        "from tests.bench.voices import article\n"
        "from analysis import analyze\n"
        "analyze(article())\n"
        "status = dict(line.split(':', 1) for line in open('/proc/self/status'))\n"
        "print(int(status['VmHWM'].split()[0]) // 1024)"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    return done.stdout.strip()


def main() -> None:
    """Print the table."""
    from analysis import analyze

    text = article()
    nothing = FindsNothing()
    result = analyze(text)
    analyze(text, tagger=nothing)  # type: ignore[arg-type]  # it needs no pairs of sentences
    times: dict[str, list[float]] = {"without": [], "with": []}
    for _ in range(REPEATS):
        for name, tagger in (("without", nothing), ("with", None)):
            started = time.perf_counter()
            analyze(text, tagger=tagger)  # type: ignore[arg-type]
            times[name].append(time.perf_counter() - started)
    without, including = (statistics.median(times[name]) for name in ("without", "with"))
    print(f"{len(text.split())} words, {len(result.statements)} pieces of statements")
    print(f"without voices  {without * 1000:6.0f} ms")
    print(f"with voices     {including * 1000:6.0f} ms, {including / without:.2f} times as long")
    print(f"memory of a process that analyses it once: {memory()} MB")


if __name__ == "__main__":
    main()
