"""What a worker loses against ``analyze``, measured article by article side by side.

    python -m tests.bench.corpus_worker --archive FILE [--articles N]

A machine that is shared may be half as fast a minute later, so that ``tests.bench.corpus`` needs a
quiet one. Here six articles at a time are analysed by ``analyze`` in this process (the reference),
finished as a partition in this process, and finished by one warm worker: seconds apart. Printed are
the ratios of all of them together and the median. What was aimed at: a worker at least 0.9.
"""

from __future__ import annotations

import argparse
import statistics
import tempfile
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

from analysis.corpus.frames import TABLES
from analysis.corpus.layout import DONE, SIGNED
from tests.bench.corpus import archive_of, chosen, load

AT_ONCE = 6


def main() -> None:
    """Print the ratios."""
    from analysis import analyze
    from analysis.corpus.engine.cluster import local
    from analysis.corpus.engine.partition import finish

    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("--archive", type=Path, required=True)
    options.add_argument("--articles", type=int, default=96)
    asked = options.parse_args()
    taken: dict[str, list[float]] = {"analyze": [], "partition": [], "worker": []}
    with tempfile.TemporaryDirectory() as folder, local(1) as client:
        file = Path(folder) / "archive.parquet"
        chosen(asked.archive, asked.articles, file)
        load()
        client.run(load)
        for number, given in enumerate(archive_of(file).parts(AT_ONCE)):
            here = _part(Path(folder) / "here", number, *given)
            there = _part(Path(folder) / "there", number, *given)
            texts = given[0]["text"].tolist()
            taken["analyze"].append(_seconds(lambda of=texts: [analyze(text) for text in of]))
            taken["partition"].append(_seconds(lambda of=here: finish(of, _untold)))
            taken["worker"].append(
                _seconds(lambda of=there: client.submit(finish, of, _untold, pure=False).result())
            )
    for name in ("partition", "worker"):
        pairs = list(zip(taken["analyze"], taken[name], strict=True))
        together = sum(taken["analyze"]) / sum(taken[name])
        middle = statistics.median(plain / own for plain, own in pairs)
        print(f"{name:9} {together:.2f} times the rate of analyze, median {middle:.2f}")


def _part(out: Path, number: int, articles: Any, unread: Any) -> Any:
    from analysis.corpus.engine.partition import Part

    for name in (*TABLES, SIGNED, DONE):
        (out / name).mkdir(parents=True, exist_ok=True)
    return Part(out, number, articles, unread, "", any_language=False)


def _untold(*_: int) -> None:
    return None


def _seconds(work: Callable[[], object]) -> float:
    began = time.perf_counter()
    work()
    return time.perf_counter() - began


if __name__ == "__main__":
    main()
