"""Trying rules on an archive: the whole command ``slant rules try``.

    python -m tests.bench.rule_trial --archive FILE

The archive is any that the command reads. The reference is one thread of Python that goes once
through every character of the same archive: a compiled regular expression that finds nothing.
Printed are the seconds of the command with one rule and with the twenty example rules, and each as
a multiple of the reference.
"""

from __future__ import annotations

import argparse
import re
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
    nothing = re.compile("\U0010fffd")
    texts = [article.text for article in Archive(archive)]
    times = []
    for _ in range(REPEATS):
        started = time.perf_counter()
        for text in texts:
            nothing.search(text)
        times.append(time.perf_counter() - started)
    return min(times), len(texts), sum(map(len, texts))


def command(archive: str, *chosen: str) -> float:
    """Return the seconds of the command for the chosen rules, the best of several."""
    arguments = ["rules", "try", str(RULES), "--archive", archive, *chosen]
    times = []
    for _ in range(REPEATS):
        started = time.perf_counter()
        subprocess.run(
            [sys.executable, "-c", COMMAND, *arguments],
            cwd=ROOT,
            check=True,
            stdout=subprocess.DEVNULL,
        )
        times.append(time.perf_counter() - started)
    return min(times)


def main() -> None:
    """Print the table."""
    parser = argparse.ArgumentParser()
    parser.add_argument("--archive", required=True)
    archive = str(Path(parser.parse_args().archive).resolve())
    base, articles, characters = reference(archive)
    print(f"{articles:,} articles, {characters:,} characters; reference {base:.2f} s")
    for name, chosen in (("one rule", ("--rule", "regime")), ("twenty rules", ("--all",))):
        seconds = command(archive, *chosen)
        print(f"{name:14} {seconds:6.2f} s  {seconds / base:6.1f} times the reference")


if __name__ == "__main__":
    main()
