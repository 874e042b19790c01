"""The analyses of a server: made once per article, shared by the sessions that have it open.

Two rules, one for each kind of text:

* An own text belongs to the sessions that opened it. ``Results`` knows its analysis by a digest
  and holds it weakly: another session that gives the same text gets the same object, and with
  the last session it is freed. What one session may hold is bounded in
  ``dashboard.session.open_article``.
* A sample is no secret. Its analysis is kept, within ``KEPT_BYTES`` for all of them, those that
  were opened last.

What is made from an analysis (figures, rows of the table) is freed with it (``cached_with``).
"""

from __future__ import annotations

import threading
import weakref
from collections import OrderedDict
from collections.abc import Callable
from dataclasses import dataclass, field
from functools import cache, partial
from hashlib import sha256
from typing import TYPE_CHECKING

from dashboard.server.cached_with import cached_with
from dashboard.server.inference_queue import REPORT_S, inference_queue
from dashboard.server.place import Waiting

if TYPE_CHECKING:
    from analysis import Article, Result

KEPT_BYTES = 32_000_000
"""Most bytes of samples' analyses; one of 600 words has about 25,000."""

Analyse = Callable[["Article", str, bool, Waiting], "Result"]
"""Analyses an article; given its source, ``any_language`` and ``waiting`` as ``Results.get`` is."""


@dataclass(eq=False)
class _Running:
    """An analysis under way: whoever opens the same article meanwhile waits for it.

    ``ahead`` is the number of articles that go first, ``result`` stays None where it failed.
    """

    ahead: int = 0
    result: Result | None = None
    done: threading.Event = field(default_factory=threading.Event)


class Results:
    """Analyses made by ``analyse``, one of each article at a time.

    Errors are never kept: whoever waited for an analysis that failed, or whose session was
    closed, makes it anew.
    """

    def __init__(self, analyse: Analyse, kept_bytes: int = KEPT_BYTES) -> None:
        self._analyse = analyse
        self._kept_bytes = kept_bytes
        self._lock = threading.Lock()
        self._open: weakref.WeakValueDictionary[bytes, Result] = weakref.WeakValueDictionary()
        self._kept: OrderedDict[bytes, tuple[Result, int]] = OrderedDict()
        self._running: dict[bytes, _Running] = {}

    def get(
        self,
        article: Article,
        source: str,
        waiting: Waiting,
        *,
        any_language: bool = False,
        keep: bool = False,
    ) -> Result:
        """Return the analysis of ``article``, the same object wherever its ``digest`` is equal.

        ``source`` and ``any_language`` are those of ``analysis.analyze``. ``waiting`` is called
        in this thread with the number of articles ahead, for as long as one has to wait.
        ``keep`` says that the text is no secret. Raises what ``analyse`` and ``waiting`` raise.
        """
        key = digest(article, source, any_language)
        while True:
            with self._lock:
                result = self._open.get(key)
                others = self._running.get(key)
                own = None
                if result is None and others is None:
                    own = self._running[key] = _Running()
            if own is not None:
                analyse = partial(self._analyse, article, source, any_language)
                result = self._run(own, key, analyse, waiting)
            elif result is None and others is not None:
                result = _wait_for(others, waiting)
            if result is not None:
                if keep:
                    self._keep(key, result)
                return result

    def bytes_kept(self) -> int:
        """Return the bytes of the samples' analyses."""
        with self._lock:
            return sum(size for _, size in self._kept.values())

    def _run(
        self,
        running: _Running,
        key: bytes,
        analyse: Callable[[Waiting], Result],
        waiting: Waiting,
    ) -> Result:
        """Make the analysis, for this session and all that wait for it."""

        def told(ahead: int) -> None:
            running.ahead = ahead
            waiting(ahead)

        try:
            result = running.result = analyse(told)
            with self._lock:
                self._open[key] = result
            return result
        finally:
            with self._lock:
                del self._running[key]
            running.done.set()

    def _keep(self, key: bytes, result: Result) -> None:
        with self._lock:
            size = self._kept[key][1] if key in self._kept else size_of(result)
            self._kept[key] = (result, size)
            self._kept.move_to_end(key)
            total = sum(size for _, size in self._kept.values())
            while total > self._kept_bytes:
                _, (_, size) = self._kept.popitem(last=False)
                total -= size


def _wait_for(running: _Running, waiting: Waiting) -> Result | None:
    """Wait for another session's analysis; None if that session did not finish it."""
    while not running.done.wait(REPORT_S):
        waiting(running.ahead)
    return running.result


def digest(article: Article, source: str, any_language: bool) -> bytes:
    """Return a digest of all that an analysis depends on, the parameters of ``analyze``."""
    # Each part's length stands before it, so that no two lists of parts run together.
    parts = (article.text, article.title or "", source, str(any_language), str(article.quoted))
    joined = "".join(f"{len(part)}:{part}" for part in parts)
    return sha256(joined.encode("utf-8", "surrogatepass")).digest()


def size_of(result: Result) -> int:
    """Return about how many bytes an analysis takes: its text and its frames."""
    # pandas takes five milliseconds to say, and each new text needs the sizes of all the others.
    return cached_with(result, "bytes", lambda: _bytes_of(result))


def _bytes_of(result: Result) -> int:
    frames = (
        result.article,
        result.sentences,
        result.spans,
        result.statements,
        result.names,
        result.quotations,
    )
    text = 4 * len(result.text)
    return text + sum(int(frame.memory_usage(deep=True).sum()) for frame in frames)


@cache
def results() -> Results:
    """Return the analyses of this server, made in its inference queue."""
    return Results(_analyse_in_queue)


def _analyse_in_queue(
    article: Article, source: str, any_language: bool, waiting: Waiting
) -> Result:
    from analysis import analyze

    with inference_queue().place(waiting) as model:
        return analyze(
            article.text,
            title=article.title,
            source=source or None,
            any_language=any_language,
            quoted=article.quoted,
            model=model,
        )
