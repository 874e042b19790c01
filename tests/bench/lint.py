"""How long ``slant lint`` takes: for one file in a fresh process, and for each further article.

    python -m tests.bench.lint

The articles have 500 words each and are Markdown, HTML and plain text in turns; no sentence occurs
twice, as the networks' answers about sentences are kept. The rules are the twenty of seeds/rules.
The fresh process is set beside one that only imports what no analysis can do without (pandas and
onnxruntime), a further article beside ``analyze`` of the same texts in this process. Both sides
have the same number of threads. Beside the time by the clock stands processor time, which other
programs of a busy machine change less.
"""

from __future__ import annotations

import os
import re
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Sequence
from pathlib import Path

from tests.bench.invented_articles import article

ROOT = Path(__file__).resolve().parents[2]
RULES = ROOT / "seeds" / "rules" / "house-rules.csv"
WORDS = 500
ARTICLES = 40
REPEATS = 3

Time = tuple[float, float]
"""Seconds by the clock, and of the processor."""


def articles(count: int) -> list[str]:
    """Return articles in which each sentence has a number of its own."""
    numbers = iter(range(10_000, 10**9))
    return [
        re.sub(r"\.(?=\s|$)", lambda _: f", item {next(numbers)}.", article(seed, WORDS))
        for seed in range(count)
    ]


def written(texts: Sequence[str], folder: Path) -> list[str]:
    """Write the articles as files of three kinds and return their names."""
    names = []
    for number, text in enumerate(texts):
        title, _, rest = text.partition("\n\n")
        paragraphs = rest.split("\n\n")
        name, content = (
            (f"{number}.md", f"# {title}\n\n{rest}\n"),
            (f"{number}.txt", f"{text}\n"),
            (
                f"{number}.html",
                f"<h1>{title}</h1>\n" + "".join(f"<p>{one}</p>\n" for one in paragraphs),
            ),
        )[number % 3]
        (folder / name).write_text(content, encoding="utf-8")
        names.append(str(folder / name))
    return names


def process(*arguments: str) -> Time:
    """Return the time that a fresh Python takes."""
    started, before = time.perf_counter(), os.times()
    done = subprocess.run([sys.executable, *arguments], cwd=ROOT, capture_output=True, check=False)
    if done.returncode not in (0, 1):
        raise SystemExit(done.stderr.decode())
    after = os.times()
    used = after.children_user + after.children_system
    return (
        time.perf_counter() - started,
        used - before.children_user - before.children_system,
    )


def lint(names: Sequence[str], *options: str) -> Time:
    """Return the time of ``slant lint`` over files, as a process of its own."""
    code = "import sys; from analysis.cli.main import main; sys.exit(main())"
    return process("-c", code, "lint", *names, "--rules", str(RULES), *options)


def analysis(texts: Sequence[str]) -> Time:
    """Return the time an article of ``analyze`` in this process, which is warm."""
    from analysis import analyze

    analyze("The bus came late.")
    started, used = time.perf_counter(), time.process_time()
    for text in texts:
        analyze(text)
    count = len(texts)
    return (time.perf_counter() - started) / count, (time.process_time() - used) / count


def each(whole: Time, one: Time) -> Time:
    """Return the time of each further article."""
    return (whole[0] - one[0]) / ARTICLES, (whole[1] - one[1]) / ARTICLES


def main() -> None:
    """Print the table."""
    texts = articles(ARTICLES + 1)
    cold: dict[str, list[Time]] = {"imports": [], "lint": [], "rules only": []}
    further: dict[str, list[Time]] = {"analyze": [], "lint": [], "rules only": []}
    with tempfile.TemporaryDirectory() as folder:
        names = written(texts, Path(folder))
        for _ in range(REPEATS):
            cold["imports"].append(process("-c", "import pandas, onnxruntime"))
            for what, options in (("lint", ()), ("rules only", ("--no-model",))):
                cold[what].append(lint(names[:1], *options))
                further[what].append(each(lint(names, *options), cold[what][-1]))
            further["analyze"].append(analysis(texts[1:]))
    for what, times in (("one file, fresh process", cold), ("each further article", further)):
        reference = next(iter(times))
        base = statistics.median(used for _, used in times[reference])
        for name, measured in times.items():
            clock = statistics.median(seconds for seconds, _ in measured)
            used = statistics.median(seconds for _, seconds in measured)
            print(
                f"{what:<24} {name:<11} {1000 * clock:6.0f} ms, processor {1000 * used:6.0f} ms, "
                f"{used / base:5.2f} of {reference}"
            )


if __name__ == "__main__":
    main()
