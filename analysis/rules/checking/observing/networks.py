"""The two networks as an article that is checked asks them: in the queue's workers, with what they
said of sentences and paragraphs kept."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from functools import cache
from typing import TYPE_CHECKING

from analysis.queue.inference_queue import inference_queue
from analysis.queue.kept_attributions import KeptAttributions, QueuedTagger
from analysis.queue.kept_sentences import KeptClassifier, SentenceScores
from analysis.queue.place import Place, Waiting
from analysis.scoring.senses.classifier import with_senses
from analysis.speakers.tagging.network import voices

if TYPE_CHECKING:
    from analysis.speakers.tagging.network import AttributionTagger
    from models import Classifier


@contextmanager
def asked(
    model: Classifier | None, tagger: AttributionTagger | None, waiting: Waiting
) -> Iterator[tuple[Classifier, AttributionTagger]]:
    """Give the classifier, which reads words in their sense, and the tagger to ask.

    They are those given, but a place of the queue becomes a classifier that keeps what was said,
    and with it the tagger of the process asks in that place too. Without a ``model`` a place is
    taken here, ``waiting`` as ``InferenceQueue.place`` says. Raises QueueFull or ModelUnavailable.
    """
    if model is None:
        with inference_queue().place(waiting) as place:
            yield _kept(place), tagger or _queued(place)
    elif isinstance(model, Place):
        yield _kept(model), tagger or _queued(model)
    else:
        yield with_senses(model), tagger or voices()


def _kept(place: Place) -> KeptClassifier:
    # Scores are kept of sentences as they are written, so that senses are looked for once, too.
    return KeptClassifier(with_senses(place), _scores())


def _queued(place: Place) -> QueuedTagger:
    return QueuedTagger(voices(), place, _attributions())


@cache
def _scores() -> SentenceScores:
    return SentenceScores()


@cache
def _attributions() -> KeptAttributions:
    return KeptAttributions()
