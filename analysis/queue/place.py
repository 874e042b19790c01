"""A place in the inference queue: the classifier that a session scores with."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING, Any

from analysis.scoring.classifier import AsksAnother, joined

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    from analysis.queue.inference_queue import InferenceQueue
    from analysis.scoring.classifier import Classifier, Prediction, Span

Waiting = Callable[[int], object]
"""Called while a session waits, with the number of articles that go first."""

ScoreRange = Callable[[int, int], Any]
"""Scores the sentences from the first number up to the second, not included."""


class Place(AsksAnother):
    """One article's place in the queue, and the classifier that the article is scored with.

    It is used by the thread that holds it only. ``number`` counts places in the order in which
    they came, ``scored`` the sentences that workers have taken; ``urgent`` and ``waiting`` are
    explained at ``InferenceQueue.place``.
    """

    def __init__(
        self, queue: InferenceQueue, number: int, waiting: Waiting, *, urgent: bool = False
    ) -> None:
        self.number = number
        self.waiting = waiting
        self.urgent = urgent
        self.scored = 0
        self._queue = queue

    @property
    def model(self) -> Classifier:
        """The classifier that the queue has at this moment."""
        return self._queue.model()

    def run(self, length: int, score: ScoreRange, weight: int = 1) -> list[Any]:
        """Have ``score`` called for all of ``length`` items in the queue's workers, several at a
        time; return its results in order. ``weight`` is how many sentences an item counts for."""
        return self._queue.run(self, length, score, weight)

    def predict(self, sentences: Sequence[str]) -> Prediction:
        """Score sentences, as ``Classifier.predict`` does, in the queue's workers."""
        model = self.model
        if not sentences:
            return model.predict(sentences)
        return joined(
            self._queue.run(
                self, len(sentences), lambda start, end: model.predict(sentences[start:end])
            )
        )

    def loaded_when_masked(
        self, sentences: Sequence[str], spans: Sequence[Sequence[Span]]
    ) -> NDArray[np.float32]:
        """Score masked sentences, as ``Classifier.loaded_when_masked`` does, in the workers."""
        import numpy as np

        model = self.model
        if not sentences:
            return model.loaded_when_masked(sentences, spans)
        return np.concatenate(
            self._queue.run(
                self,
                len(sentences),
                lambda start, end: model.loaded_when_masked(sentences[start:end], spans[start:end]),
            )
        )
