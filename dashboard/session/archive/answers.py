"""What an archive has answered, kept for all visitors as long as it is open.

Several visitors look at the same chart, and one goes back to it: another run of the page asks the
same again. The key is the question with all that was chosen; the archive's state needs no place in
it, as an archive to which parts were added is opened anew.
"""

from __future__ import annotations

import threading
from collections import OrderedDict
from collections.abc import Callable, Hashable
from typing import TYPE_CHECKING, Any, TypeVar

from dashboard.server.cached_with import cached_with

if TYPE_CHECKING:
    import pandas as pd

    from analysis.corpus.archive.asking import Asking
    from analysis.corpus.archive.frames import Chosen

KEPT = 200
"""Answers that are kept of an archive, the last ones that were asked for. One is a number, or a
frame of at most some hundred rows."""

_Answer = TypeVar("_Answer")


class Answers:
    """The last answers by their questions; for several threads at once."""

    def __init__(self, kept: int = KEPT) -> None:
        self._kept = kept
        self._lock = threading.Lock()
        self._answers: OrderedDict[Hashable, Any] = OrderedDict()

    def get(self, question: Hashable, ask: Callable[[], _Answer]) -> _Answer:
        """Return the answer to a question: the one that is kept, or what ``ask`` returns. An error
        is raised and not kept."""
        with self._lock:
            if question in self._answers:
                self._answers.move_to_end(question)
                kept: _Answer = self._answers[question]
                return kept
        # Unlocked: others need not wait for it. Two may ask the same at once.
        answer = ask()
        with self._lock:
            self._answers[question] = answer
            self._answers.move_to_end(question)
            while len(self._answers) > self._kept:
                self._answers.popitem(last=False)
        return answer


def articles(asking: Asking, chosen: Chosen) -> int:
    """Return how many articles are chosen; raises CannotRead."""
    return _of(asking).get(("articles", chosen), lambda: asking.articles(chosen))


def groups(asking: Asking, by: str, measure: str, chosen: Chosen, most: int) -> pd.DataFrame:
    """Return ``GROUPS`` as ``Asking.groups`` does, a frame that nobody may change; raises
    CannotRead."""
    question = ("groups", by, measure, chosen, most)
    return _of(asking).get(question, lambda: asking.groups(by, measure, chosen, most))


def count_of_values(asking: Asking, by: str, chosen: Chosen) -> int:
    """Return how many values of a grouping the chosen articles have; raises CannotRead."""
    return _of(asking).get(("values", by, chosen), lambda: len(asking.values(by, chosen)))


def _of(asking: Asking) -> Answers:
    made: Answers = cached_with(asking, "answers", Answers)
    return made
