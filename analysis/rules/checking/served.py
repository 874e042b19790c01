"""Check articles in the inference queue of a server, which remembers what its networks said."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

from analysis.queue.inference_queue import inference_queue
from analysis.queue.kept_attributions import KeptAttributions, QueuedTagger
from analysis.queue.kept_sentences import KeptClassifier, SentenceScores
from analysis.rules.checking.check import check
from analysis.rules.rule import RuleSet
from analysis.speakers.tagging.network import voices

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
    any_language: bool = False,
    waiting: Waiting = _patient,
) -> Checked:
    """Return ``check`` of a text, its networks run by the workers of this server's queue.

    What they said of sentences and paragraphs is kept (by digest, without the words), so that a
    text that was changed in one place is checked in a third of the time. ``waiting`` is called in
    this thread while the article waits, with the number of those ahead; what it raises ends the
    wait. Raises QueueFull, AnalysisFailed and what ``check`` raises.

    The caller holds no place in the queue: one is taken here.
    """
    with inference_queue().place(waiting) as place:
        return check(
            text,
            rules,
            title=title,
            section=section,
            path=path,
            with_model=with_model,
            model=KeptClassifier(place, _scores()),
            tagger=QueuedTagger(voices(), place, _attributions()),
            any_language=any_language,
        )


@cache
def _scores() -> SentenceScores:
    return SentenceScores()


@cache
def _attributions() -> KeptAttributions:
    return KeptAttributions()
