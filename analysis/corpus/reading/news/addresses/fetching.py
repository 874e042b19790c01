"""Fetch the pages of many addresses politely: a request a second to each host, and never what its
robots.txt disallows.

Every request counts: for a robots.txt, for a page, after a redirect. Hosts are asked side by side,
so that the pauses of one are filled by others. All checks are those of ``analysis.reading.web``.
"""

from __future__ import annotations

import errno
import threading
import time
from collections import defaultdict
from collections.abc import Callable, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace

from analysis.corpus.reading.news.addresses.kept import Failure, Kept
from analysis.corpus.reading.news.parsing.series import Series
from analysis.errors import CannotFetch, FetchingOff, SlantError
from analysis.reading.articles import Article
from analysis.reading.web import fetch_switch
from analysis.reading.web.fetching import fetch_through
from analysis.reading.web.network import Network
from analysis.reading.web.pages import article_of
from analysis.reading.web.urls import parse_url

PAUSE = 1.0
"""Seconds between two requests to a host."""

WINDOW = 400
"""Addresses that are fetched before the first of them is given; among so many are several hosts."""

HOSTS_AT_ONCE = 8

PAGE_SECONDS = 30.0
"""Time limit of a page; up to six requests with their pauses may be needed for it."""

OUTAGE = 10
"""So many addresses, all of which cannot be reached, mean that this machine's network is away."""

_MOST_HOSTS = 10_000


class Pace:
    """Waits until a host may be asked again."""

    def __init__(
        self,
        clock: Callable[[], float] = time.monotonic,
        sleep: Callable[[float], object] = time.sleep,
    ) -> None:
        self._clock = clock
        self._sleep = sleep
        self._lock = threading.Lock()
        self._free: dict[str, float] = {}

    def wait(self, host: str) -> None:
        """Return when the host may be asked, which counts as asking it."""
        with self._lock:
            now = self._clock()
            if len(self._free) > _MOST_HOSTS:
                self._free = {name: at for name, at in self._free.items() if at > now}
            at = max(now, self._free.get(host, now))
            self._free[host] = at + PAUSE
        if at > now:
            self._sleep(at - now)


class Fetcher:
    """Fetches pages; ``kept`` is what it need not fetch, and where it keeps what it did."""

    def __init__(
        self, kept: Kept, network: Network | None = None, pace: Pace | None = None
    ) -> None:
        network = network or Network(seconds=PAGE_SECONDS)
        self._network = replace(network, pace=(pace or Pace()).wait)
        self._kept = kept
        self._series = Series()
        self._parsing = threading.Lock()
        self._stopped = threading.Event()

    def __enter__(self) -> Fetcher:
        return self

    def __exit__(self, *_: object) -> None:
        self._series.close()

    def outcomes(self, urls: Sequence[str]) -> dict[str, Article | Failure]:
        """Return what became of each address.

        Raises FetchingOff if pages may not be fetched here, and OSError if nothing can be reached
        or kept: what was fetched by then is kept.
        """
        found: dict[str, Article | Failure] = {}
        hosts: dict[str, list[str]] = defaultdict(list)
        for url in dict.fromkeys(urls):
            known = self._kept.get(url)
            if known is not None:
                found[url] = known
                continue
            try:
                hosts[parse_url(url).host].append(url)
            except SlantError as error:
                found[url] = Failure(type(error).__name__, error.message)
        if not hosts:
            return found
        if not fetch_switch.is_on():
            raise FetchingOff
        away = 0
        self._stopped.clear()
        queues = sorted(hosts.values(), key=len, reverse=True)
        pool = ThreadPoolExecutor(HOSTS_AT_ONCE, thread_name_prefix="fetching")
        try:
            failures = {}
            for fetched in pool.map(self._fetch_host, queues):
                for url, (outcome, unreached) in fetched.items():
                    found[url] = outcome
                    away += unreached
                    if isinstance(outcome, Failure):
                        failures[url] = outcome
        finally:  # also when the run is interrupted
            self._stopped.set()
            pool.shutdown(cancel_futures=True)
        if away >= OUTAGE and away == sum(map(len, queues)):
            raise OSError(errno.ENETUNREACH, "none of its sites can be reached")
        for url, failure in failures.items():
            self._kept.put(url, failure)
        return found

    def _fetch_host(self, urls: Sequence[str]) -> dict[str, tuple[Article | Failure, bool]]:
        """Fetch the pages of a host one after another; with each, whether it was not reached."""
        found: dict[str, tuple[Article | Failure, bool]] = {}
        for url in urls:
            if self._stopped.is_set():
                break
            try:
                article = self._article(url)
            except SlantError as error:
                reached = not isinstance(error, CannotFetch) or error.status is not None
                unreached = not reached and type(error) is CannotFetch
                found[url] = Failure(type(error).__name__, error.message), unreached
            else:
                self._kept.put(url, article)
                found[url] = article, False
        return found

    def _article(self, url: str) -> Article:
        page = fetch_through(url, self._network)
        with self._parsing:
            return article_of(page, self._series.read)
