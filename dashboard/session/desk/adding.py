"""Articles that an editor is adding: in a thread of its own, so that the editor can go on working.

Each article is kept before the next is read. Stopping, or a closed browser, loses none that was
kept; where the database failed, one goes on with the same article.
"""

from __future__ import annotations

import logging
import threading
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

import streamlit as st

from analysis.desk.adding import Prepared, Source, prepared
from analysis.queue.articles import analyze_in_queue
from store.desk.articles import add_article, known_article
from store.desk.judging import judged
from store.errors import StoreError

if TYPE_CHECKING:
    from analysis.frames import Result
    from analysis.reading.articles import Article
    from analysis.rules.rule import RuleSet
    from store.database import Engine

MOST_SOURCES = 500
"""Most articles that are added at once."""

FAILED = (
    "Adding articles ended by a fault of Slant’s own, which its log describes. What was added is "
    "kept: go on with the rest."
)

_KEY = "desk-adding"
_LOG = logging.getLogger(__name__)


class _Stopped(BaseException):
    """The editor stopped while an article waited for its turn."""


@dataclass(frozen=True)
class Outcome:
    """What became of a source: its name and title, the ``number`` of the article on the desk (None
    where it is not there), whether it was there before (``known``), and ``trouble`` in a sentence
    otherwise."""

    source: str
    title: str
    number: int | None
    known: bool
    trouble: str


@dataclass(frozen=True)
class Progress:
    """How far it is: what is ``done`` of ``total``, whether it ``runs``, why it does not go on
    (``trouble``, empty for no reason), and about how many seconds are left, None if not known."""

    done: tuple[Outcome, ...]
    total: int
    runs: bool
    trouble: str
    seconds_left: float | None


class Adding:
    """The adding of ``sources`` on behalf of an editor, all with the same outlet and section."""

    def __init__(
        self,
        engine: Engine,
        editor: int,
        sources: Sequence[Source],
        rules: RuleSet,
        *,
        outlet: str = "",
        section: str = "",
        now: Callable[[], float] = time.monotonic,
    ) -> None:
        self._engine, self._editor = engine, editor
        self._sources, self._rules = list(sources[:MOST_SOURCES]), rules
        self._outlet, self._section = outlet, section
        self._now = now
        self._done: list[Outcome] = []
        self._trouble = ""
        self._began, self._done_before = now(), 0
        self._stop = threading.Event()
        self._thread: threading.Thread | None = None

    def go_on(self) -> None:
        """Begin, or go on with what is not done yet, unless it runs."""
        if self._runs() or len(self._done) == len(self._sources):
            return
        self._stop.clear()
        self._trouble = ""
        self._began, self._done_before = self._now(), len(self._done)
        self._thread = threading.Thread(target=self._run, name="desk-adding", daemon=True)
        self._thread.start()

    def stop(self) -> None:
        """End it after the article in hand; what was kept stays."""
        self._stop.set()

    def wait(self, seconds: float | None = None) -> None:
        """Wait until it does not run any more."""
        if self._thread is not None:
            self._thread.join(seconds)

    def progress(self) -> Progress:
        """Return how far it is."""
        done, total = tuple(self._done), len(self._sources)
        since = len(done) - self._done_before
        left = None
        if since >= 2:
            left = (self._now() - self._began) / since * (total - len(done))
        return Progress(done, total, self._runs(), self._trouble, left)

    def _runs(self) -> bool:
        return self._thread is not None and self._thread.is_alive()

    def _run(self) -> None:
        rest = self._sources[len(self._done) :]
        try:
            for one in prepared(
                rest,
                self._rules,
                outlet=self._outlet,
                section=self._section,
                known=lambda digest: known_article(self._engine, digest),
                analyse=self._analyse,
            ):
                self._done.append(self._kept(one))
                if self._stop.is_set():
                    return
        except StoreError as error:
            self._trouble = error.message
        except _Stopped:
            return
        except Exception:
            _LOG.exception("adding articles to the desk failed")
            self._trouble = FAILED

    def _kept(self, one: Prepared) -> Outcome:
        number, known = one.known, one.known is not None
        if one.new is not None:
            number = add_article(self._engine, self._editor, one.new, judged(self._engine, one.new))
        title = one.title or (one.new.title if one.new is not None else "")
        return Outcome(one.source, title, number, known, one.trouble)

    def _analyse(self, article: Article, source: str) -> Result:
        def waiting(ahead: int) -> None:
            if self._stop.is_set():
                raise _Stopped

        return analyze_in_queue(article, source or None, False, waiting)


def begin(adding: Adding) -> None:
    """Begin to add articles in this session, in place of those that were added before."""
    st.session_state[_KEY] = adding
    adding.go_on()


def current() -> Adding | None:
    """Return what this session adds or has added, None if nothing."""
    adding: Adding | None = st.session_state.get(_KEY)
    return adding


def forget() -> None:
    """Show no more of what was added."""
    adding = current()
    if adding is not None:
        adding.stop()
    st.session_state.pop(_KEY, None)
