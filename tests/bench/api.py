"""What a request costs over the call of the function it makes: ``/api/analyze``, ``/api/lint``.

    python -m tests.bench.api                  # articles of 500 words, six clients
    python -m tests.bench.api --clients 1

Serves the API alone in a process of its own, with the example rules. First each article is handed
to the function itself (``analysis.analyze`` or ``check``, and the records), one after the
other, in this process: the reference. Then one client asks for the same articles, and then six at a
time; every round has other articles, so that nothing is remembered. Printed are the middle and the
95th of a hundred times, as milliseconds and as a ratio of the reference's middle one.
"""

from __future__ import annotations

import argparse
import json
import os
import statistics
import tempfile
import time
import urllib.request
from collections.abc import Callable, Sequence
from concurrent.futures import ThreadPoolExecutor
from functools import partial
from pathlib import Path
from typing import Any

from tests.bench.invented_articles import article
from tests.served import ROOT, served_api

RULES = ROOT / "seeds" / "rules" / "house-rules.csv"


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("--articles", type=int, default=60, help="articles a round")
    parser.add_argument("--words", type=int, default=500, help="words of an article")
    parser.add_argument("--clients", type=int, default=6, help="clients at a time")
    options = parser.parse_args()
    os.environ["SLANT_RULES"] = str(RULES)
    numbers = iter(range(1_000_000))

    def texts() -> list[str]:
        return [article(next(numbers), options.words) for _ in range(options.articles)]

    with (
        tempfile.TemporaryDirectory() as folder,
        served_api(Path(folder) / "log", SLANT_RULES=str(RULES), SLANT_API_RATE="off") as server,
    ):
        for path, directly in (("/api/analyze", _analyze), ("/api/lint", _lint)):
            asking = partial(_ask, server.url + path)
            for warm in texts()[:5]:
                directly(warm)
                asking(warm)
            reference = _times(directly, texts(), 1)
            middle = statistics.median(reference)
            print(f"{path}, {options.words} words")
            _print("the function itself", reference, middle)
            _print("one client", _times(asking, texts(), 1), middle)
            several = _times(asking, texts(), options.clients)
            _print(f"{options.clients} clients at a time", several, middle)


def _print(name: str, times: Sequence[float], reference: float) -> None:
    middle, late = statistics.median(times), statistics.quantiles(times, n=20)[-1]
    print(
        f"    {name:<22} {1000 * middle:6.0f} ms, p95 {1000 * late:6.0f} ms; "
        f"{middle / reference:5.2f} and {late / reference:5.2f} times the function"
    )


def _times(ask: Callable[[str], object], texts: Sequence[str], clients: int) -> list[float]:
    def timed(text: str) -> float:
        began = time.perf_counter()
        ask(text)
        return time.perf_counter() - began

    with ThreadPoolExecutor(clients) as threads:
        return list(threads.map(timed, texts))


def _ask(url: str, text: str) -> Any:
    content = json.dumps({"text": text}).encode()
    request = urllib.request.Request(url, content, {"Content-Type": "application/json"})
    with urllib.request.urlopen(request, timeout=120) as answer:
        return answer.read()


def _analyze(text: str) -> Any:
    from analysis import analyze
    from analysis.output.export import article_record

    return article_record(analyze(text))


def _lint(text: str) -> Any:
    from analysis.output.lint.record import findings_records
    from analysis.rules.checking.check import check
    from analysis.rules.files.served import served_rules

    return findings_records(check(text, served_rules()))


if __name__ == "__main__":
    main()
