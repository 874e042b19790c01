"""A class on one server: thirty articles within a second, and what they cost.

    python -m tests.bench.class_load                 # 30 pupils press Analyse at once
    python -m tests.bench.class_load --open 60       # memory of 60 pages with an article each
    python -m tests.bench.class_load --soak 2000     # memory over 2,000 analyses

Starts the dashboard as ``streamlit run app.py`` does, with the project's own settings, and speaks
Streamlit's protocol to it; the clients take some CPU of the same machine. Time is measured from
the press of the button to the end of the script's run, when the page is complete on the wire. The
processor time of the server is printed too: unlike the rest it hardly depends on what else runs.
"""

from __future__ import annotations

import argparse
import asyncio
import os
import socket
import statistics
import subprocess
import sys
import tempfile
import time
import urllib.request
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from websockets.exceptions import WebSocketException

from tests.bench.invented_articles import article
from tests.bench.streamlit_client import Answer, Reader

ROOT = Path(__file__).resolve().parents[2]
START_LIMIT = 120.0
WARM_S = 8.0
"""Seconds given to the first page's reader, in which the server warms up by itself."""

WORDS, SOAK_WORDS = 600, 60
READERS = 2
"""Sessions that rerun a page already analysed while the others wait, twice a second each."""
RERUN_EVERY = 0.5
SOAK_SESSIONS = 8
SOAK_STEP = 200


@dataclass(frozen=True)
class Server:
    """The dashboard's process and address."""

    pid: int
    url: str

    def memory(self) -> tuple[float, float]:
        """Return the resident and the proportional set size in MB."""
        rollup = Path(f"/proc/{self.pid}/smaps_rollup").read_text()
        sizes = dict(line.split(":") for line in rollup.splitlines()[1:])
        return tuple(int(sizes[name].split()[0]) / 1000 for name in ("Rss", "Pss"))  # type: ignore[return-value]

    def most_memory(self) -> float:
        """Return the largest resident set size so far in MB."""
        status = Path(f"/proc/{self.pid}/status").read_text()
        line = next(line for line in status.splitlines() if line.startswith("VmHWM"))
        return int(line.split()[1]) / 1000

    def processor_time(self) -> float:
        """Return the processor seconds used so far, all threads."""
        fields = Path(f"/proc/{self.pid}/stat").read_text().rsplit(")", 1)[1].split()
        return (int(fields[11]) + int(fields[12])) / os.sysconf("SC_CLK_TCK")


@contextmanager
def server(script: str = "app.py", **settings: str) -> Iterator[Server]:
    """Serve the dashboard on a free port; what it prints is shown if it does not come up.

    ``settings`` are added to its environment.
    """
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port = probe.getsockname()[1]
    # Without the watcher: a file that changes meanwhile would have the model loaded twice.
    options = ("--server.address", "127.0.0.1", "--server.headless", "true")
    options += ("--server.fileWatcherType", "none")
    command = [sys.executable, "-m", "streamlit", "run", script, "--server.port", str(port)]
    with tempfile.TemporaryFile() as log:
        process = subprocess.Popen(
            [*command, *options], cwd=ROOT, env={**os.environ, **settings}, stdout=log, stderr=log
        )
        try:
            found = Server(process.pid, f"http://127.0.0.1:{port}")
            _await_health(found, process)
            yield found
        finally:
            process.terminate()
            process.wait()
            log.seek(0)
            printed = log.read().decode(errors="replace")
            if "Traceback" in printed or "ERROR" in printed:
                print(f"the server's log:\n{printed[-3000:]}")


def _await_health(found: Server, process: subprocess.Popen[bytes]) -> None:
    until = time.monotonic() + START_LIMIT
    while time.monotonic() < until and process.poll() is None:
        try:
            with urllib.request.urlopen(f"{found.url}/_stcore/health", timeout=2):
                return
        except OSError:
            time.sleep(0.2)
    sys.exit("The dashboard did not start.")


async def opened(url: str, count: int) -> list[Reader]:
    """Return ``count`` sessions with the first page drawn, opened one after the other."""
    readers = []
    for _ in range(count):
        reader = await Reader.open(url)
        await reader.run()
        readers.append(reader)
    return readers


async def warmed(url: str) -> Reader:
    """Return a first reader, once the server has had the time to warm up."""
    (reader,) = await opened(url, 1)
    await asyncio.sleep(WARM_S)
    await reader.analyse(article(0, WORDS))
    return reader


async def timed(reader: Reader, text: str) -> Answer:
    """Analyse ``text``; an answer that is an error, of another article or none is a failure."""
    try:
        answer = await reader.analyse(text)
    except (TimeoutError, OSError, WebSocketException) as error:
        return Answer(0.0, errors=[type(error).__name__])
    title = text.split("\n", 1)[0]
    if not answer.errors and title not in (one.replace("\\", "") for one in answer.titles):
        answer.errors.append(f"the page is titled {answer.titles}, not {title}")
    return answer


async def rerunning(reader: Reader, answers: list[float], until: asyncio.Event) -> None:
    """Rerun an open page until told to stop, noting how long each took."""
    while not until.is_set():
        answers.append((await reader.run()).seconds)
        await asyncio.sleep(RERUN_EVERY)


async def burst(found: Server, pupils: int) -> None:
    """All press Analyse at once; print answer times, failures, reruns meanwhile, memory."""
    await warmed(found.url)
    sessions = await opened(found.url, pupils)
    others = await opened(found.url, READERS)
    quiet: list[float] = []
    for _ in range(5):
        quiet.append((await others[0].run()).seconds)
    before, started, used = found.memory(), time.perf_counter(), found.processor_time()
    over = asyncio.Event()
    reruns: list[float] = []
    reading = [asyncio.create_task(rerunning(reader, reruns, over)) for reader in others]
    answers = await asyncio.gather(
        *(timed(reader, article(seed, WORDS)) for seed, reader in enumerate(sessions, 1))
    )
    spent = time.perf_counter() - started
    used = found.processor_time() - used
    over.set()
    await asyncio.gather(*reading)
    failed = [answer.errors for answer in answers if answer.errors]
    print(f"{pupils} articles of {WORDS} words at once")
    print(f"answers    {_percentiles([answer.seconds for answer in answers if not answer.errors])}")
    print(f"failed     {len(failed)} {failed[:3] if failed else ''}")
    print(f"throughput {pupils / spent:.1f} articles/s")
    print(f"told       {sum(bool(answer.said) for answer in answers)} were told how many are ahead")
    print(f"processor  {used / pupils:.2f} s an article, reruns of the others included")
    print(f"reruns     {_percentiles(reruns)}  ({len(reruns)} of {READERS} open pages meanwhile)")
    print(f"           {_percentiles(quiet)}  (before)")
    _print_memory("before", before)
    _print_memory("after", found.memory())


async def many_open(found: Server, count: int) -> None:
    """Open ``count`` pages, analyse an article in each, print the memory they hold."""
    first = await warmed(found.url)
    _print_memory("1 page", found.memory())
    sessions = [first]
    for seed in range(1, count):
        sessions += await opened(found.url, 1)
        answer = await timed(sessions[-1], article(seed, WORDS))
        if answer.errors:
            sys.exit(f"session {seed} failed: {answer.errors}")
    _print_memory(f"{count} pages", found.memory())


async def soak(found: Server, analyses: int) -> None:
    """Analyse ``analyses`` different short texts in a few sessions; print memory on the way."""
    await warmed(found.url)
    sessions = await opened(found.url, SOAK_SESSIONS)
    numbers = iter(range(1, analyses + 1))
    resident: list[float] = []
    failures: list[list[str]] = []
    started = time.perf_counter()

    async def work(reader: Reader) -> None:
        for number in numbers:
            answer = await timed(reader, article(number, SOAK_WORDS))
            if answer.errors:
                failures.append(answer.errors)
            if number % SOAK_STEP == 0:
                resident.append(found.memory()[0])
                print(f"{number:6} analyses  RSS {resident[-1]:6.0f} MB", flush=True)

    await asyncio.gather(*map(work, sessions))
    rate = analyses / (time.perf_counter() - started)
    print(f"{rate:.1f} analyses/s, {len(failures)} failed {failures[:3] if failures else ''}")
    if len(resident) > 1:
        print(f"growth after the first {SOAK_STEP}: {resident[-1] - resident[0]:+.0f} MB")


def _percentiles(seconds: Sequence[float]) -> str:
    if len(seconds) < 2:
        return "none"
    cuts = statistics.quantiles(seconds, n=100, method="inclusive")
    named = " ".join(f"p{n} {cuts[n - 1]:.2f}" for n in (50, 95, 99))
    return f"{named} max {max(seconds):.2f} s"


def _print_memory(when: str, sizes: tuple[float, float]) -> None:
    print(f"memory     RSS {sizes[0]:.0f} MB, PSS {sizes[1]:.0f} MB  ({when})")


def main() -> None:
    """Run one of the three."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--pupils", type=int, default=30)
    parser.add_argument("--open", type=int, default=0, metavar="PAGES")
    parser.add_argument("--soak", type=int, default=0, metavar="ANALYSES")
    options = parser.parse_args()
    cores = len(os.sched_getaffinity(0))
    load = ", ".join(f"{value:.1f}" for value in os.getloadavg())
    print(f"{cores} cores, load average at the start {load}")
    with server() as found:
        if options.open:
            asyncio.run(many_open(found, options.open))
        elif options.soak:
            asyncio.run(soak(found, options.soak))
        else:
            asyncio.run(burst(found, options.pupils))


if __name__ == "__main__":
    main()
