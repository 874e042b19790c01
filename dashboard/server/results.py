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
from collections.abc import Callable, Sequence
from concurrent.futures import ThreadPoolExecutor, wait
from dataclasses import dataclass
from functools import cache, partial
from hashlib import sha256
from typing import TYPE_CHECKING

from analysis.errors import SlantError
from analysis.queue.articles import analyze_in_queue
from analysis.queue.inference_queue import REPORT_S
from analysis.queue.place import Waiting
from dashboard.server.cached_with import cached_with
from dashboard.server.shared import Shared

if TYPE_CHECKING:
    from analysis import Article, Result

KEPT_BYTES = 32_000_000
"""Most bytes of samples' analyses; one of 600 words has about 25,000."""

AT_ONCE = 3
"""Articles of one session that are analysed at a time. Five of 1,000 words took 1.1 s with three or
five of them at a time, on two cores, 1.6 s with two and 1.8 s one after the other."""

Analyse = Callable[["Article", str, bool, Waiting], "Result"]
"""Analyses an article; given its source, ``any_language`` and ``waiting`` as ``Results.get`` is."""


class Results:
    """Analyses made by ``analyse``, one of each article at a time.

    Errors are never kept: whoever waited for an analysis that failed, or whose session was
    closed, makes it anew.
    """

    def __init__(self, analyse: Analyse, kept_bytes: int = KEPT_BYTES) -> None:
        self._analyse = analyse
        self._shared: Shared[Result] = Shared(size_of, kept_bytes)

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
        return self._shared.get(
            digest(article, source, any_language),
            partial(self._analyse, article, source, any_language),
            waiting,
            keep=keep,
        )

    def bytes_kept(self) -> int:
        """Return the bytes of the samples' analyses."""
        return self._shared.bytes_kept()


@dataclass(frozen=True)
class Asked:
    """An analysis that is asked for, with the parameters of ``Results.get``."""

    article: Article
    source: str
    any_language: bool = False
    keep: bool = False


def analyse_all(
    asked: Sequence[Asked], reading: Callable[[int, int], object]
) -> list[Result | SlantError]:
    """Return the analyses in their order, with the error in place of one that failed.

    ``AT_ONCE`` of them are made at a time. ``reading`` is called in this thread, several times a
    second, with the place of the first that is not done and the most articles that any waits for;
    what it raises ends all of them.
    """
    ahead = [0] * len(asked)
    closed = threading.Event()

    def make(place: int, one: Asked) -> Result | SlantError:
        def told(number: int) -> None:
            ahead[place] = number
            if closed.is_set():
                raise _Closed

        try:
            told(0)
            return results().get(
                one.article, one.source, told, any_language=one.any_language, keep=one.keep
            )
        except SlantError as error:
            return error

    with ThreadPoolExecutor(AT_ONCE, thread_name_prefix="reading") as threads:
        made = [threads.submit(make, place, one) for place, one in enumerate(asked)]
        try:
            for place, future in enumerate(made):
                while not future.done():
                    reading(place, max(ahead[place:]))
                    wait([future], timeout=REPORT_S / 4)
        finally:
            closed.set()  # for those that still run: none, unless ``reading`` ended them all
    return [future.result() for future in made]


class _Closed(BaseException):
    """The session that asked is gone."""


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
    return Results(
        lambda article, source, any_language, waiting: analyze_in_queue(
            article, source or None, any_language, waiting
        )
    )
