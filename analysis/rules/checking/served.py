"""Check articles in the inference queue of a server."""

from __future__ import annotations

from typing import TYPE_CHECKING

from analysis.queue.inference_queue import inference_queue
from analysis.rules.checking.check import check
from analysis.rules.rule import RuleSet

if TYPE_CHECKING:
    from analysis.queue.place import Waiting
    from analysis.reading.articles import Article
    from analysis.rules.frames import Checked


def _patient(_: int) -> None:
    """Wait for as long as it takes."""


def check_in_queue(
    text: str | Article,
    rules: RuleSet,
    *,
    title: str | None = None,
    section: str = "",
    path: str = "",
    with_model: bool = True,
    waiting: Waiting = _patient,
) -> Checked:
    """Return ``check`` of a text, its networks run by the queue of this server.

    ``waiting`` is called in this thread while the article waits, with the number of those ahead;
    what it raises ends the wait. Raises QueueFull, AnalysisFailed and what ``check`` raises.
    """
    with inference_queue().place(waiting) as place:
        return check(
            text,
            rules,
            title=title,
            section=section,
            path=path,
            with_model=with_model,
            model=place,
        )
