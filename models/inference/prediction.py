"""The predictions of a classifier, and the interface that every classifier has."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Protocol

import numpy as np
from numpy.typing import NDArray

SENTIMENT_LABELS = ("negative", "neutral", "positive")

#: Start and end, characters of a sentence, end exclusive.
Span = tuple[int, int]

#: A loaded word or phrase: start, end (characters of its sentence, end exclusive), probability.
Word = tuple[int, int, float]


@dataclass(frozen=True)
class Prediction:
    """Scores of n sentences, in the order given.

    Attributes:
        sentiment: float32 (n, 3), probabilities in the order of `SENTIMENT_LABELS`; rows sum to 1.
        loaded: float32 (n,), probability 0…1 that readers call the sentence loaded.
        words: per sentence its loaded words in order, adjacent ones merged into phrases.
        truncated: bool (n,), True where a sentence was longer than the model reads.
        read_to: int64 (n,), the offset in each sentence behind the last character that was read;
            the sentence's length where it was read to its end, so less only where `truncated`.
    """

    sentiment: NDArray[np.float32]
    loaded: NDArray[np.float32]
    words: list[list[Word]]
    truncated: NDArray[np.bool_]
    read_to: NDArray[np.int64]


def joined(parts: Sequence[Prediction]) -> Prediction:
    """The predictions of several lists of sentences, concatenated into one."""
    return Prediction(
        sentiment=np.concatenate([part.sentiment for part in parts]),
        loaded=np.concatenate([part.loaded for part in parts]),
        words=[words for part in parts for words in part.words],
        truncated=np.concatenate([part.truncated for part in parts]),
        read_to=np.concatenate([part.read_to for part in parts]),
    )


def selected(prediction: Prediction, places: Sequence[int]) -> Prediction:
    """The predictions of the sentences at `places`, in that order."""
    at = np.asarray(places, dtype=np.intp)
    return Prediction(
        sentiment=prediction.sentiment[at],
        loaded=prediction.loaded[at],
        words=[prediction.words[place] for place in places],
        truncated=prediction.truncated[at],
        read_to=prediction.read_to[at],
    )


@dataclass(frozen=True)
class LoadedThresholds:
    """The three bands: loaded from `loaded_from`, not loaded below `not_loaded_below`, else
    uncertain."""

    not_loaded_below: float
    loaded_from: float

    def band(self, probability: float) -> str:
        """`not loaded`, `uncertain` or `loaded`."""
        if probability >= self.loaded_from:
            return "loaded"
        return "not loaded" if probability < self.not_loaded_below else "uncertain"


#: The tone label of a sentence whose most probable sentiment is not probable enough to be shown.
UNCLEAR = "unclear"


@dataclass(frozen=True)
class ToneThresholds:
    """The probability, by sentiment, from which the most probable one is right often enough to be
    shown to a reader; 0…1."""

    negative: float
    neutral: float
    positive: float

    def labels(self, sentiment: NDArray[np.floating]) -> list[str]:
        """For each row of (n, 3) probabilities its most probable sentiment, or `UNCLEAR` where that
        is below its threshold."""
        limits = (self.negative, self.neutral, self.positive)
        return [
            SENTIMENT_LABELS[best] if row[best] >= limits[best] else UNCLEAR
            for row, best in zip(sentiment, sentiment.argmax(axis=1), strict=True)
        ]


class Classifier(Protocol):
    """Anything that turns a list of sentences into arrays."""

    @property
    def name(self) -> str: ...
    @property
    def version(self) -> str: ...
    @property
    def thresholds(self) -> LoadedThresholds: ...
    @property
    def tone_thresholds(self) -> ToneThresholds: ...
    @property
    def max_tokens(self) -> int: ...

    def predict(self, sentences: Sequence[str]) -> Prediction:
        """Score sentences."""
        ...

    def loaded_when_masked(
        self, sentences: Sequence[str], spans: Sequence[Sequence[Span]]
    ) -> NDArray[np.float32]:
        """Loaded probability of sentences[i] with every token touching one of spans[i] masked;
        float32 (n,)."""
        ...
