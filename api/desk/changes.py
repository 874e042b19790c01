"""What is new at the desk since a version of it."""

from __future__ import annotations

import threading
import time
from typing import TYPE_CHECKING

from api.answers import Answer
from api.desk.asking import count_asked, editor_of
from api.desk.news import LOOK_S
from api.desk.telling import flags_told
from api.resource import Asked
from store.desk.queue import changes
from store.desk.trail import version

if TYPE_CHECKING:
    from sqlalchemy import Engine

_MOST_KEPT = 16

_OTHERS_S = 2.0
"""So long one waits for what another is being told; then each asks the database by itself."""


class RecentAnswers:
    """What was told a moment ago, for all who ask the same: at a desk that is the rule, as all of
    them hear of a change at once. It is out of date by ``LOOK_S`` seconds at most."""

    def __init__(self) -> None:
        self._kept: dict[tuple[Engine, int], tuple[float, Answer]] = {}
        self._lock = threading.Lock()

    def since(self, engine: Engine, since: int) -> Answer:
        """Return what is new since that version, or an answer without content."""
        # While one asks the database, the others wait for what it says.
        if not self._lock.acquire(timeout=_OTHERS_S):
            return _asked_of(engine, since)
        try:
            at, answer = self._kept.get((engine, since), (float("-inf"), Answer(204)))
            if time.monotonic() - at < LOOK_S:
                return answer
            answer = _asked_of(engine, since)
            if answer.status == 200:
                self._keep(engine, since, answer)
            return answer
        finally:
            self._lock.release()

    def _keep(self, engine: Engine, since: int, answer: Answer) -> None:
        self._kept.pop((engine, since), None)
        self._kept[engine, since] = (time.monotonic(), answer)
        while len(self._kept) > _MOST_KEPT:
            del self._kept[next(iter(self._kept))]


_recent = RecentAnswers()


def what_is_new(asked: Asked) -> Answer:
    """Answer with the flags that changed since the version that the query names, or with nothing
    (204) if it is still the same; with ``wait``, only after so many seconds (``api.resource``).

    Where flags are left over, ``more`` is true and ``version`` is the one up to which they are
    told. Raises NotSignedIn, NotAllowed, Problem.
    """
    editor_of(asked)
    return _recent.since(asked.engine, count_asked(asked, "since", 0))


def _asked_of(engine: Engine, since: int) -> Answer:
    if version(engine) == since:
        return Answer(204)
    now, flags, more = changes(engine, since)
    return Answer(200, {"version": now, "flags": flags_told(flags), "more": more})
