"""Check articles on a server, where whoever asks may have to wait."""

from __future__ import annotations

from typing import TYPE_CHECKING

from analysis.queue.inference_queue import inference_queue
from analysis.rules.checking.check import check, patient
from analysis.rules.rule import RuleSet

if TYPE_CHECKING:
    from analysis.queue.place import Waiting
    from analysis.reading.articles import Article
    from analysis.rules.frames import Checked


def check_in_queue(
    text: str | Article,
    rules: RuleSet,
    *,
    title: str | None = None,
    section: str = "",
    path: str = "",
    with_model: bool = True,
    any_language: bool = False,
    waiting: Waiting = patient,
) -> Checked:
    """Return ``check`` of a text, from a place in the queue of this server that is taken here.

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
            any_language=any_language,
        )
