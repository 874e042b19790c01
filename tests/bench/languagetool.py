"""LanguageTool's protocol: how long six writers at a time wait for their marks.

    python -m tests.bench.languagetool               # 500 words, six clients
    python -m tests.bench.languagetool --clients 1

A real server (``serve.py``) with the example rules is asked over HTTP, as add-ons do: the whole
text each time. *Edited* is a text that a writer goes on with, one sentence changed between two
checks; *fresh* a text that the server has never seen. All clients ask without a pause, so as many
requests as there are clients are always under way. Milliseconds depend on the machine and on what
else it does, the processor time of the server for a request hardly on the latter; the ratios of the
medians are to a text of one word, asked by as many clients in the same run, and to
``/api/analyze`` of fresh texts.
"""

from __future__ import annotations

import argparse
import http.client
import json
import random
import re
import threading
import time
from collections.abc import Callable
from urllib.parse import urlencode, urlsplit

from tests.bench.class_load import ROOT, server
from tests.bench.invented_articles import article

WORDS = 500
RULES = ROOT / "seeds" / "rules" / "house-rules.csv"

Ask = Callable[[http.client.HTTPConnection], None]


def check(connection: http.client.HTTPConnection, text: str) -> None:
    """Have a text checked, in the parameters of the browser add-on."""
    body = urlencode({"text": text, "language": "auto", "disabledRules": "WHITESPACE_RULE"})
    _post(connection, "/v2/check", body, "application/x-www-form-urlencoded")


def analyze(connection: http.client.HTTPConnection, text: str) -> None:
    """Have a text analysed."""
    _post(connection, "/api/analyze", json.dumps({"text": text}), "application/json")


def _post(connection: http.client.HTTPConnection, path: str, body: str, kind: str) -> None:
    connection.request("POST", path, body, {"Content-Type": kind})
    answer = connection.getresponse()
    content = answer.read()
    if answer.status != 200:
        raise RuntimeError(f"{path} answered {answer.status}: {content[:200]!r}")


def edited(text: str, dice: random.Random) -> str:
    """Return the text with one sentence replaced by one that no text had before."""
    parts = re.split(r"(?<=[.!?])(\s+)", text)
    numbers = range(0, len(parts), 2)
    parts[dice.choice(numbers)] = (
        f"The report of {dice.randrange(10**9)} pages was a shameful attack on the town."
    )
    return "".join(parts)


def writer(seed: int) -> Callable[[http.client.HTTPConnection], None]:
    """Return what one writer does: check a text, change a sentence, check again, and so on."""
    dice = random.Random(seed)
    text = article(seed, WORDS)

    def ask(connection: http.client.HTTPConnection) -> None:
        nonlocal text
        text = edited(text, dice)
        check(connection, text)

    return ask


def fresh(seed: int, send: Callable[[http.client.HTTPConnection, str], None]) -> Ask:
    """Return a client that sends another text each time."""
    texts = iter(range(seed * 10_000, (seed + 1) * 10_000))
    return lambda connection: send(connection, article(next(texts), WORDS))


def measured(url: str, clients: list[Ask], rounds: int) -> list[float]:
    """Let all clients ask ``rounds`` times, one after the other each; return the seconds of every
    request but the first of each, sorted."""
    address = urlsplit(url)
    taken: list[float] = []
    failed: list[BaseException] = []
    ready = threading.Barrier(len(clients))

    def run(ask: Ask) -> None:
        connection = http.client.HTTPConnection(address.hostname or "", address.port, timeout=120)
        try:
            ask(connection)
            ready.wait()
            for _ in range(rounds):
                start = time.perf_counter()
                ask(connection)
                taken.append(time.perf_counter() - start)
        except BaseException as error:
            failed.append(error)
            ready.abort()
        finally:
            connection.close()

    threads = [threading.Thread(target=run, args=(client,)) for client in clients]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    if failed:
        raise failed[0]
    return sorted(taken)


def share(times: list[float], part: float) -> float:
    """Return the time within which ``part`` of the requests were answered, in milliseconds."""
    return 1000 * times[min(int(part * len(times)), len(times) - 1)]


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(description="How long LanguageTool's clients wait.")
    parser.add_argument("--clients", type=int, default=6)
    parser.add_argument("--rounds", type=int, default=20)
    given = parser.parse_args()
    seeds = range(1, given.clients + 1)
    few = max(given.rounds // 4, 2)
    asked: dict[str, tuple[list[Ask], int]] = {
        "one word": ([lambda connection: check(connection, "Fine") for _ in seeds], 40),
        "edited": ([writer(seed) for seed in seeds], given.rounds),
        "fresh": ([fresh(seed, check) for seed in seeds], given.rounds),
        "analyze": ([fresh(50 + seed, analyze) for seed in seeds], few),
        "edited, alone": ([writer(77)], given.rounds),
        "fresh, alone": ([fresh(78, check)], given.rounds),
    }
    rows = {}
    with server("serve.py", SLANT_RULES=str(RULES), SLANT_API_RATE="off") as served:
        measured(served.url, [fresh(99, check)], 2)  # loads the networks
        for name, (clients, rounds) in asked.items():
            before = served.processor_time()
            times = measured(served.url, clients, rounds)
            requests = len(clients) * (rounds + 1)
            rows[name] = times, 1000 * (served.processor_time() - before) / requests
    word, whole = share(rows["one word"][0], 0.5), share(rows["analyze"][0], 0.5)
    print(f"{WORDS} words, {given.clients} clients at a time (“alone”: one)")
    print(f"{'':13}  median     p95  processor   to one word  to /api/analyze")
    for name, (times, processor) in rows.items():
        middle = share(times, 0.5)
        print(
            f"{name:13} {middle:4.0f} ms {share(times, 0.95):4.0f} ms"
            f"     {processor:4.0f} ms      {middle / word:6.1f} x         {middle / whole:6.2f} x"
        )


if __name__ == "__main__":
    main()
