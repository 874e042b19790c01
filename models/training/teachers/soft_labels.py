"""Soft labels: the logits of teachers on sentences, as training targets for a student.

A fold's student is distilled from two teachers, a large network and a small one; the release from
two of each, as an ensemble is more stable than its members (Hinton et al. 2015, arXiv 1503.02531),
and from a large one for sentiment (see `labelling`). No teacher was trained on the rows that its
student is evaluated on. The unlabelled sentences are of 268 outlets, BABE's of eleven.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from numpy.typing import NDArray
from tokenizers import Tokenizer

from models.inference.calibration import sigmoid, softmax
from models.training.data.batches import TRAINING_TOKENS, Encoded

#: The `corpus` of unlabelled sentences with soft labels.
DISTILLED = "distilled"

#: The `corpus` of labelled sentences that get a soft label for their sentiment alone.
SENTIMENT_ONLY = "sentiment only"

#: Probabilities of (negative, neutral, positive).
_Sentiment = tuple[float, float, float]


@dataclass(frozen=True)
class SoftLabels:
    """Logits of one teacher: loaded float16 (sentences), words float16 (tokens) a sentence,
    sentiment float16 (sentences × 3: negative, neutral, positive)."""

    loaded: NDArray[np.float16]
    words: list[NDArray[np.float16]]
    sentiment: NDArray[np.float16]

    def save(self, path: Path) -> None:
        """Write them to `path`, an .npz file; if interrupted, no incomplete file has that name."""
        incomplete = path.with_suffix(".half.npz")
        np.savez(
            incomplete,
            loaded=self.loaded,
            words=np.concatenate(self.words),
            lengths=np.array([len(words) for words in self.words]),
            sentiment=self.sentiment,
        )
        incomplete.rename(path)

    @classmethod
    def load(cls, path: Path) -> SoftLabels:
        """Read what `save` wrote."""
        with np.load(path) as stored:
            ends = stored["lengths"].cumsum()
            words = np.split(stored["words"], ends[:-1])
            return cls(stored["loaded"], words, stored["sentiment"])


def soft_labelled(
    sentences: Sequence[str],
    tokenizer: Tokenizer,
    teachers: Sequence[SoftLabels],
    sentiment_teachers: Sequence[SoftLabels] = (),
) -> list[Encoded]:
    """`sentences` encoded for the student, with the probability of the teachers' mean logits as
    targets, and, where there are `sentiment_teachers`, of theirs for sentiment.

    Special tokens have no target. Sentences are truncated to `TRAINING_TOKENS`. A sentence that
    teacher and student split into different numbers of tokens is left out.
    """
    encoded = []
    sentiments = (
        _mean_sentiments(sentiment_teachers) if sentiment_teachers else [None] * len(sentences)
    )
    for i, tokens in enumerate(tokenizer.encode_batch(list(sentences))):
        ids = tokens.ids[:TRAINING_TOKENS]
        if any(len(teacher.words[i]) != len(ids) for teacher in teachers):
            continue
        loaded = sigmoid(np.mean([teacher.loaded[i] for teacher in teachers], dtype=np.float64))
        words = sigmoid(
            np.mean([teacher.words[i] for teacher in teachers], axis=0, dtype=np.float64)
        )
        targets = [
            float(p) if end > start else -1.0
            for p, (start, end) in zip(words, tokens.offsets, strict=False)
        ]
        encoded.append(Encoded(DISTILLED, ids, float(loaded), sentiments[i], targets))
    return encoded


def sentiment_labelled(
    sentences: Sequence[str], tokenizer: Tokenizer, sentiment_teachers: Sequence[SoftLabels]
) -> list[Encoded]:
    """`sentences`, truncated to `TRAINING_TOKENS`, with the sentiment of the teachers' mean logits
    as their only target."""
    return [
        Encoded(SENTIMENT_ONLY, tokens.ids[:TRAINING_TOKENS], None, sentiment, None)
        for tokens, sentiment in zip(
            tokenizer.encode_batch(list(sentences)),
            _mean_sentiments(sentiment_teachers),
            strict=True,
        )
    ]


def _mean_sentiments(teachers: Sequence[SoftLabels]) -> list[_Sentiment]:
    logits = np.mean([teacher.sentiment for teacher in teachers], axis=0, dtype=np.float64)
    return [
        (negative, neutral, positive) for negative, neutral, positive in softmax(logits).tolist()
    ]
