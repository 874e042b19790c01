"""Reading a table of articles row by row: rows a second and memory, in each form.

    python -m tests.bench.corpus_tables [--rows 20000] [--gigabytes 2]

The reference is one call of pandas that reads the same file whole (``read_parquet``, ``read_csv``,
``read_json``). Printed are the seconds on a processor of both and their ratio, and the memory that
each takes at most beyond that of the interpreter with its libraries. Then a row of so many
gigabytes without an end is read, in each form of lines. Each measurement is made in a process of
its own.
"""

from __future__ import annotations

import argparse
import multiprocessing
import time
from collections.abc import Callable
from itertools import islice
from multiprocessing.connection import Connection
from pathlib import Path
from tempfile import TemporaryDirectory

import pandas as pd
import pyarrow.parquet  # noqa: F401  # so that the reference need not import it

from analysis.corpus.reading.opening import open_archive
from analysis.corpus.reading.record import Choices
from tests.bench.invented_articles import article

_FORMS = ("parquet", "csv", "jsonl", "json")
_MB = 1 << 20


def written(folder: Path, rows: int) -> dict[str, Path]:
    """Return a file in each form."""
    texts = [article(seed, 500) for seed in range(200)]
    table = pd.DataFrame(
        {
            "id": [f"a{number}" for number in range(rows)],
            "outlet": ["Herald", "Post"] * (rows // 2),
            "date": ["2020-03-07", "7 March 2020"] * (rows // 2),
            "text": [texts[number % 200] for number in range(rows)],
        }
    )
    files = {form: folder / f"news.{form}" for form in _FORMS}
    table.to_parquet(files["parquet"])
    table.to_csv(files["csv"], index=False)
    table.to_json(files["jsonl"], orient="records", lines=True)
    table.to_json(files["json"], orient="records")
    return files


def ours(path: Path) -> int:
    """Return how many articles the archive of a file gives, all frames made."""
    parts = open_archive(path, Choices({})).parts(256)
    return sum(len(found) for found, _ in parts)


def reference(path: Path) -> int:
    """Return how many rows pandas reads."""
    if path.suffix == ".parquet":
        return len(pd.read_parquet(path))
    if path.suffix == ".csv":
        return len(pd.read_csv(path))
    return len(pd.read_json(path, orient="records", lines=path.suffix == ".jsonl"))


def _measured(read: Callable[[Path], int], path: Path, to: Connection) -> None:
    before = _peak()
    began = time.process_time()
    count = read(path)
    seconds = time.process_time() - began
    to.send((count, seconds, _peak() - before))


def _peak() -> float:
    """Return the most memory in MB that this process had; ``getrusage`` would give that of the
    process it was started from."""
    status = Path("/proc/self/status").read_text("ascii")
    return int(status.partition("VmHWM:")[2].split()[0]) / 1024


def measured(read: Callable[[Path], int], path: Path) -> tuple[int, float, float]:
    """Return what was read, the seconds, and the memory in MB that it took."""
    ours_end, theirs = multiprocessing.Pipe()
    context = multiprocessing.get_context("spawn")
    process = context.Process(target=_measured, args=(read, path, theirs))
    process.start()
    found: tuple[int, float, float] = ours_end.recv()
    process.join()
    return found


def main() -> None:
    """Print the figures."""
    parser = argparse.ArgumentParser()
    parser.add_argument("--rows", type=int, default=20_000)
    parser.add_argument("--gigabytes", type=float, default=2)
    options = parser.parse_args()
    with TemporaryDirectory() as name:
        folder = Path(name)
        for form, path in written(folder, options.rows).items():
            count, seconds, memory = measured(ours, path)
            _, of_pandas, memory_of_pandas = measured(reference, path)
            print(
                f"{form:8} {count / seconds:9,.0f} rows/s, {memory:5.0f} MB; pandas "
                f"{count / of_pandas:9,.0f} rows/s, {memory_of_pandas:5.0f} MB; "
                f"{seconds / of_pandas:.1f} times its time"
            )
        for form, around in {
            "csv": (b'text\nfirst\n"', b'"\nlast\n'),
            "jsonl": (b'{"text":"first"}\n{"text":"', b'"}\n{"text":"last"}\n'),
            "json": (b'[{"text":"first"},{"text":"', b'"},{"text":"last"}]'),
        }.items():
            path = folder / f"long.{form}"
            with path.open("wb") as file:
                file.write(around[0])
                file.writelines(
                    islice(iter(lambda: b"x" * _MB, None), int(options.gigabytes * 1024))
                )
                file.write(around[1])
            count, seconds, memory = measured(ours, path)
            path.unlink()
            print(
                f"{form:8} a row of {options.gigabytes:g} GB: {count} other rows read, "
                f"{seconds:.1f} s, {memory:.0f} MB"
            )


if __name__ == "__main__":
    main()
