"""How fast an archive is analysed: by ``analyze``, by one worker, by two; and with what memory.

    python -m tests.bench.corpus --archive FILE [--articles N] [--rounds N] [--out FIGURES]

N articles are taken at equal steps from a Parquet file with a column ``text``, and measured in
rounds, each with its share of them: a machine may be half as fast a minute later. Ratios are the
median of the rounds', rates those of all rounds together. The reference is
``analyze`` on them one after the other, in a process of its own that has loaded the models before.
One worker and two are processes that ``analyze_corpus`` starts; their rate is that of the time from
the first partition's beginning to the last one's end, so that it has no start of processes in it.
The same is said of the work without workers, in the process itself. What was aimed at: one worker
at least 0.9 times the reference, two at least 1.7 times one, at most 1 GB a worker.

The figures are written as JSON with --out. Run it on a quiet machine.
"""

from __future__ import annotations

import argparse
import json
import multiprocessing
import os
import platform
import statistics
import tempfile
import threading
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

os.environ["OMP_NUM_THREADS"] = "1"

LOOK = 0.05
"""Seconds between two looks at the memory of all processes."""
MIB = 1024**2
WORKERS = {"here": 0, "one": 1, "two": 2}


def main() -> None:
    """Print the figures, and write them."""
    options = _options()
    with tempfile.TemporaryDirectory() as folder:
        file = Path(folder) / "archive.parquet"
        texts = chosen(Path(options.archive), options.articles, file)
        words = [len(text.split()) for text in texts]
        found: dict[str, Any] = {
            "machine": {"cores": os.cpu_count(), "name": platform.processor()},
            "rounds": options.rounds,
            "articles": len(words),
            "words": sum(words),
            "text_bytes": sum(len(text.encode("utf-8", "replace")) for text in texts),
            "part": options.part,
        }
        print(
            f"{len(words):,} articles of {statistics.mean(words):.0f} words, {os.cpu_count()} cores"
        )
        # Reading goes in one go: a few articles would be nothing but the opening of the file.
        reading = _apart(_read, Path(options.archive), 256)
        found["rate_reading"] = reading["articles"] / reading["seconds"]
        found |= _in_rounds(Path(folder), texts, options)
    found["task_seconds"] = _task_seconds()
    if options.out:
        text = json.dumps(found, indent=1, default=str)
        Path(options.out).write_text(f"{text}\n", encoding="utf-8")


def _in_rounds(folder: Path, texts: list[str], options: argparse.Namespace) -> dict[str, Any]:
    """Return the figures of all rounds together."""
    runs: dict[str, list[dict[str, Any]]] = {"analyze": [], **{name: [] for name in WORKERS}}
    parts: list[dict[str, Any]] = []
    for number in range(options.rounds):
        given = texts[number :: options.rounds]
        file = _written(folder / f"round-{number}.parquet", given)
        runs["analyze"].append(_apart(_plain, file, options.part))
        for name, workers in WORKERS.items():
            out = folder / f"{number}-{name}"
            runs[name].append(_apart(_corpus, file, options.part, out, workers))
            if name == "one":
                words = [len(text.split()) for text in given]
                parts.append(_parts(out, runs[name][-1], words, options.part))
        said = ", ".join(
            f"{name} {len(given) / run[-1]['seconds']:.2f}" for name, run in runs.items()
        )
        print(f"round {number + 1}: {said} articles/s", flush=True)
    found: dict[str, Any] = {
        f"rate_{name}": len(texts) / sum(run["seconds"] for run in of) for name, of in runs.items()
    }
    found["peak_mb_analyze"] = max(run["peak"] for run in runs["analyze"]) / MIB
    for name, workers in WORKERS.items():
        found[f"peak_mb_driver_{name}"] = max(run["peak"] for run in runs[name]) / MIB
        found[f"start_seconds_{name}"] = statistics.median(run["start"] for run in runs[name])
        if workers:
            found[f"peak_mb_{name}"] = max(run["worker_peak"] for run in runs[name]) / MIB
    for name, base in (("here", "analyze"), ("one", "analyze"), ("two", "one")):
        ratios = [
            under["seconds"] / over["seconds"]
            for over, under in zip(runs[name], runs[base], strict=True)
        ]
        found[f"{name}_to_{base}"] = statistics.median(ratios)
        found[f"{name}_to_{base}_of_rounds"] = ratios
        memory = found.get(f"peak_mb_{name}")
        line = f", a worker {memory:.0f} MB" if memory else ""
        rate, middle = found[f"rate_{name}"], statistics.median(ratios)
        print(
            f"{name:8} {rate:6.2f} articles/s, {middle:.2f} times {base} "
            f"({min(ratios):.2f} to {max(ratios):.2f}); driver at most "
            f"{found[f'peak_mb_driver_{name}']:.0f} MB{line}"
        )
    # What the table of larger archives is made of (docs/scale.md).
    return found | {
        "peak_mb": max(found["peak_mb_one"], found["peak_mb_two"]),
        "start_seconds": found["start_seconds_one"],
        "parts": [part for of in parts for part in of["parts"]],
        "part_bytes": statistics.mean(of["part_bytes"] for of in parts),
        "part_files": statistics.mean(of["part_files"] for of in parts),
    }


def _options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description="How fast an archive is analysed.")
    parser.add_argument("--archive", required=True, help="a Parquet file with a column text")
    parser.add_argument("--articles", type=int, default=256)
    parser.add_argument("--part", type=int, default=16)
    parser.add_argument("--rounds", type=int, default=4)
    parser.add_argument("--out", help="where the figures go, as JSON")
    return parser.parse_args()


def chosen(archive: Path, articles: int, file: Path) -> list[str]:
    """Write articles of an archive, taken at equal steps, to a file; return their texts."""
    import pandas as pd

    texts = pd.read_parquet(archive, columns=["text"])["text"].dropna()
    step = max(1, len(texts) // articles)
    taken: list[str] = texts.iloc[::step].head(articles).tolist()
    _written(file, taken)
    return taken


def _written(file: Path, texts: list[str]) -> Path:
    import pandas as pd

    pd.DataFrame({"text": texts}).to_parquet(file)
    return file


def _apart(work: Callable[..., dict[str, Any]], *given: Any) -> dict[str, Any]:
    """Return what ``work`` returns, done in a new process, with the peak memory of that process and
    of the largest of its children."""
    context = multiprocessing.get_context("spawn")
    here, there = context.Pipe()
    # Not a daemon, which may have no children.
    process = context.Process(target=_send, args=(there, work, given))
    process.start()
    there.close()
    peaks = {"own": 0, "child": 0}
    watching = threading.Thread(target=_watch, args=(process.pid, peaks))
    watching.start()
    try:
        found: dict[str, Any] = here.recv()
    finally:
        process.join()
        watching.join()
    return {**found, "peak": peaks["own"], "worker_peak": peaks["child"]}


def _send(there: Any, work: Callable[..., dict[str, Any]], given: tuple[Any, ...]) -> None:
    there.send(work(*given))


def _watch(pid: int, peaks: dict[str, int]) -> None:
    """Note the largest resident memory of a process and of its children until it ends."""
    import psutil

    try:
        process = psutil.Process(pid)
        while process.is_running() and process.status() != psutil.STATUS_ZOMBIE:
            peaks["own"] = max(peaks["own"], process.memory_info().rss)
            for child in process.children(recursive=True):
                try:
                    peaks["child"] = max(peaks["child"], child.memory_info().rss)
                except psutil.NoSuchProcess:
                    continue
            time.sleep(LOOK)
    except psutil.NoSuchProcess:
        return


def archive_of(file: Path) -> Any:
    """Return the opened archive in a file."""
    from analysis.corpus.reading.opening import open_archive
    from analysis.corpus.reading.record import Choices

    return open_archive(file, Choices({}))


def _read(file: Path, part: int) -> dict[str, Any]:
    """Read the archive as the driver does, and no more."""
    from analysis.corpus.engine.partition import digest_of

    count, began = 0, time.perf_counter()
    for articles, unread in archive_of(file).parts(part):
        digest_of(articles, unread)
        count += len(articles)
    return {"seconds": time.perf_counter() - began, "articles": count}


def _plain(file: Path, part: int) -> dict[str, Any]:
    """Analyse the articles one after the other; whatever cannot be is passed over."""
    from analysis import analyze
    from analysis.errors import SlantError
    from tests.analysis.corpus.articles_given import POOL

    texts = [text for articles, _ in archive_of(file).parts(part) for text in articles["text"]]
    analyze(POOL)
    began = time.perf_counter()
    for text in texts:
        try:
            analyze(text)
        except SlantError:
            continue
    return {"seconds": time.perf_counter() - began}


def _corpus(file: Path, part: int, out: Path, workers: int) -> dict[str, Any]:
    """Analyse the archive. The time begins when the models of all workers are loaded."""
    from analysis.corpus.engine import analyzing, spreading

    if not workers:
        load()
    real, ready, began = spreading.on_workers, [0.0], time.perf_counter()

    def warmed(parts: Any, told: Any, client: Any) -> Any:
        client.run(load)
        ready[0] = time.perf_counter()
        return real(parts, told, client)

    def alone(parts: Any, told: Any) -> Any:
        ready[0] = time.perf_counter()
        return spreading.here(parts, told)

    analyzing.on_workers, analyzing.here = warmed, alone
    ends: list[float] = []
    analyzing.analyze_corpus(
        file,
        out,
        workers=workers,
        part=part,
        on_progress=lambda _: ends.append(time.perf_counter()),
    )
    return {"seconds": ends[-1] - ready[0], "start": ready[0] - began}


def load() -> None:
    """Load all that an analysis needs: the models, and what near-duplicates are told by."""
    import pandas as pd

    from analysis import analyze
    from analysis.corpus.duplicates.signatures import signatures
    from tests.analysis.corpus.articles_given import POOL

    analyze(POOL)
    signatures(pd.DataFrame({"article": [0], "date": [pd.NaT], "text": [POOL]}))


def _parts(out: Path, run: dict[str, Any], words: list[int], part: int) -> dict[str, Any]:
    """Return what each partition of one worker took, told by the times of the files that say that
    it is finished, and what it left on the disk."""
    times = [file.stat().st_mtime for file in sorted((out / "done").iterdir())]
    first = times[-1] - run["seconds"]
    seconds = [end - begin for begin, end in zip([first, *times], times, strict=False)]
    files = [file for file in out.rglob("part-*") if file.is_file()]
    return {
        "parts": [
            {"articles": len(given), "words": sum(given), "seconds": took}
            for took, given in zip(
                seconds, (words[at : at + part] for at in range(0, len(words), part)), strict=True
            )
        ],
        "part_bytes": sum(file.stat().st_size for file in files) / len(times),
        "part_files": len(files) / len(times),
    }


def _task_seconds(tasks: int = 200) -> float:
    """Return what the scheduler and a worker take for a partition in which nothing is done."""
    from analysis.corpus.engine.cluster import local

    with local(1) as client:
        client.submit(abs, 1).result()
        began = time.perf_counter()
        client.gather([client.submit(abs, -number, pure=False) for number in range(tasks)])
        return (time.perf_counter() - began) / tasks


if __name__ == "__main__":
    main()
