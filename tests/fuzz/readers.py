"""Give broken documents to the readers: ``python -m tests.fuzz.readers --inputs 20000 --seed 1``.

Only the project's own errors may come out, and text that comes out must be text. The parsers run in
a child process, a batch of inputs each, under the limits of the real one; a child that dies is a
failure of the input that it was at. ``--number N`` shows what one input does.

Last full run: 20,000 inputs of seed 1 (trafilatura 2.3.1, lxml 6.1.3, pypdf 7.1.0, python-docx
1.2.0): 9,565 read, 10,435 refused in a sentence, no failure.
"""

from __future__ import annotations

import argparse
import json
import logging
import signal
import subprocess
import sys
import time
from collections import Counter
from collections.abc import Iterator
from typing import Any

from analysis.errors import SlantError
from analysis.reading.checks import require_text
from analysis.reading.documents.kinds import recognise
from analysis.reading.documents.worker import answer, restrict
from analysis.reading.limits import MAX_WORDS
from analysis.reading.sources import read
from tests.fuzz.mutations import broken

BATCH = 250
SECONDS = 20
"""Processor time for one input, as in the real child."""


class TooSlow(BaseException):
    """Not an Exception: no reader may catch it."""


def outcome(name: str, data: bytes) -> str:
    """Return what became of an input: a kind of document and how it ended. Raises on a failure."""
    kind = recognise(data, name)
    if kind is None:
        try:
            read(data, name)
        except SlantError as error:
            return f"no document: {type(error).__name__}"
        return "no document: read"
    said: dict[str, Any] = answer(data, {"kind": kind})
    if "error" in said:
        if said["error"] == "unreadable":
            assert said["reason"]
            assert said["advice"]
        return f"{kind}: {said['error']}"
    text = said["text"]
    require_text(text)
    json.dumps(said).encode()
    assert text.strip() == text
    assert any(map(str.isalpha, text))
    assert len(text.split()) <= MAX_WORDS
    for field in ("title", "author", "date", "url"):
        assert said[field] is None or said[field].strip() == said[field] != ""
    return f"{kind}: read"


def batch(seed: int, start: int, count: int) -> None:
    """Work through a batch, printing each input's number before and its outcome after."""
    logging.disable()
    sys.modules["py3langid"] = None  # type: ignore[assignment]  # as in the real child
    restrict(seconds=SECONDS * count)

    def late(*_: object) -> None:
        raise TooSlow

    signal.signal(signal.SIGVTALRM, late)
    for number in range(start, start + count):
        print(number, end=" ", flush=True)
        name, data = broken(seed, number)
        signal.setitimer(signal.ITIMER_VIRTUAL, SECONDS)
        try:
            print(outcome(name, data), flush=True)
        except BaseException as error:
            print(f"FAILED {name}: {type(error).__name__}: {str(error)[:200]!r}", flush=True)
        signal.setitimer(signal.ITIMER_VIRTUAL, 0)


def _start(seed: int, start: int, count: int) -> subprocess.Popen[str]:
    command = [sys.executable, "-W", "ignore", "-m", "tests.fuzz.readers", "--seed", str(seed)]
    return subprocess.Popen(
        [*command, "--start", str(start), "--inputs", str(count), "--child"],
        stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True,
    )  # fmt: skip


def _lines(child: subprocess.Popen[str]) -> Iterator[tuple[int, str]]:
    assert child.stdout is not None
    for line in child.stdout:
        number, _, rest = line.partition(" ")
        # Without its outcome it is the input at which the child died.
        yield int(number), rest.strip() or "FAILED: the child ended here"


def run(
    inputs: int, seed: int, first: int = 0, seconds: float = float("inf")
) -> tuple[Counter[str], list[str]]:
    """Return the counts of outcomes and the failures; stop early after ``seconds``."""
    counts: Counter[str] = Counter()
    failures: list[str] = []
    begun, start, end = time.monotonic(), first, first + inputs
    while start < end and time.monotonic() - begun < seconds:
        count = min(BATCH, end - start)
        with _start(seed, start, count) as child:
            number = start - 1
            for number, result in _lines(child):
                if result.startswith("FAILED"):
                    failures.append(f"input {number} of seed {seed}: {result}")
                counts["failed" if result.startswith("FAILED") else result] += 1
        start = max(number + 1, start + 1)
    return counts, failures


def main() -> None:
    """Read the command line and report."""
    options = argparse.ArgumentParser(description=(__doc__ or "").split("\n")[0])
    options.add_argument("--inputs", type=int, default=20_000)
    options.add_argument("--seed", type=int, default=1)
    options.add_argument("--seconds", type=float, default=float("inf"), help="stop after these")
    options.add_argument("--number", type=int, help="show one input only")
    options.add_argument("--start", type=int, default=0, help="number of the first input")
    options.add_argument("--child", action="store_true", help=argparse.SUPPRESS)
    given = options.parse_args()
    if given.child:
        batch(given.seed, given.start, given.inputs)
        return
    if given.number is not None:
        name, data = broken(given.seed, given.number)
        print(name, len(data), "bytes:", outcome(name, data))
        return
    counts, failures = run(given.inputs, given.seed, given.start, given.seconds)
    for result, count in sorted(counts.items()):
        print(f"{count:7,}  {result}")
    inputs = f"{counts.total():,} inputs from {given.start:,}"
    print(f"{inputs}, seed {given.seed}, {len(failures)} failures")
    print("\n".join(failures))
    raise SystemExit(bool(failures))


if __name__ == "__main__":
    main()
