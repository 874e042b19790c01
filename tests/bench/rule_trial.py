"""Trying rules on an archive: the whole command ``slant rules try``.

    python -m tests.bench.rule_trial --archive FILE

The archive is any that the command reads. The reference is one pass of Python's ``re`` over the
same articles, which finds every word. Printed are the seconds of the command with one rule and with
the twenty example rules, the seconds of all its processes on a processor, which other programs
disturb less, and these as a multiple of the reference.
"""

from __future__ import annotations

import argparse
import re
import resource
import subprocess
import sys
import time
from pathlib import Path

from analysis.rules.trial.archive import Archive

ROOT = Path(__file__).resolve().parents[2]
RULES = ROOT / "seeds" / "rules" / "house-rules.csv"
REPEATS = 3
COMMAND = "import sys; from analysis.cli.main import main; sys.exit(main(sys.argv[1:]))"


def reference(archive: str) -> tuple[float, int, int]:
    """Return the seconds of the reference, and the articles and characters it went through."""
    words = re.compile(r"\w+")
    texts = [article.text for article in Archive(archive)]
    times = []
    for _ in range(REPEATS):
        started = time.process_time()
        for text in texts:
            words.findall(text)
        times.append(time.process_time() - started)
    return min(times), len(texts), sum(map(len, texts))


def command(archive: str, *chosen: str) -> tuple[float, float]:
    """Return the seconds of the command for the chosen rules and those of its processes on a
    processor, the best of several."""
    arguments = ["rules", "try", str(RULES), "--archive", archive, *chosen]
    times = []
    for _ in range(REPEATS):
        started, worked = time.perf_counter(), processor_seconds()
        subprocess.run(
            [sys.executable, "-c", COMMAND, *arguments],
            cwd=ROOT,
            check=True,
            stdout=subprocess.DEVNULL,
        )
        times.append((time.perf_counter() - started, processor_seconds() - worked))
    return min(seconds for seconds, _ in times), min(seconds for _, seconds in times)


def processor_seconds() -> float:
    """Return the seconds that the processes started so far have worked."""
    used = resource.getrusage(resource.RUSAGE_CHILDREN)
    return used.ru_utime + used.ru_stime


def main() -> None:
    """Print the table."""
    parser = argparse.ArgumentParser()
    parser.add_argument("--archive", required=True)
    archive = str(Path(parser.parse_args().archive).resolve())
    base, articles, characters = reference(archive)
    print(f"{articles:,} articles, {characters:,} characters; reference {base:.2f} s")
    for name, chosen in (("one rule", ("--rule", "regime")), ("twenty rules", ("--all",))):
        seconds, worked = command(archive, *chosen)
        ratio = worked / base
        print(f"{name:14} {seconds:6.2f} s, {worked:6.2f} s of work: {ratio:.1f} × the reference")


if __name__ == "__main__":
    main()
