"""What teachers say of unlabelled sentences, as targets for the small network.

The sentences are of 268 outlets where BABE's are of eleven. A fold learns from two teachers, a
large network and a small one; the release from two of each, as an ensemble is steadier than any of
its members (Hinton et al. 2015, arXiv 1503.02531), and from one of sentiment (`teaching`), which
says what it reads in the labelled sentences too. None saw the rows that its pupil is judged by.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from numpy.typing import NDArray
from tokenizers import Tokenizer

from models.inference.calibration import sigmoid, softmax
from models.training.batches import TRAINING_TOKENS, Encoded

#: Name of the set that such sentences form.
CORPUS = "distilled"

#: And of the one that the labelled sentences form, whose sentiment alone is taught.
JUDGED = "judged"

#: Probabilities of (negative, neutral, positive).
_Sentiment = tuple[float, float, float]


@dataclass(frozen=True)
class Labels:
    """Logits of one teacher: loaded float16 (sentences), words float16 (tokens) a sentence,
    sentiment float16 (sentences × 3: negative, neutral, positive)."""

    loaded: NDArray[np.float16]
    words: list[NDArray[np.float16]]
    sentiment: NDArray[np.float16]

    def save(self, path: Path) -> None:
        """Write them to `path`, an .npz file; a run cut off meanwhile leaves no half a file."""
        half = path.with_suffix(".half.npz")
        np.savez(
            half,
            loaded=self.loaded,
            words=np.concatenate(self.words),
            lengths=np.array([len(words) for words in self.words]),
            sentiment=self.sentiment,
        )
        half.rename(path)

    @classmethod
    def load(cls, path: Path) -> Labels:
        """Read what `save` wrote."""
        with np.load(path) as stored:
            ends = stored["lengths"].cumsum()
            words = np.split(stored["words"], ends[:-1])
            return cls(stored["loaded"], words, stored["sentiment"])


def distilled(
    sentences: Sequence[str],
    tokenizer: Tokenizer,
    teachers: Sequence[Labels],
    of_sentiment: Sequence[Labels] = (),
) -> list[Encoded]:
    """`sentences` as the small network reads them, with the teachers' mean logits as targets, and
    where there are teachers `of_sentiment`, the mean of those.

    Special tokens have no target; a sentence is cut at `TRAINING_TOKENS`. Teacher and small
    network cut words into the same tokens; a sentence where they don't is left out.
    """
    encoded = []
    sentiments = _mean_sentiments(of_sentiment) if of_sentiment else [None] * len(sentences)
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
        encoded.append(Encoded(CORPUS, ids, float(loaded), sentiments[i], targets))
    return encoded


def judged(
    sentences: Sequence[str], tokenizer: Tokenizer, of_sentiment: Sequence[Labels]
) -> list[Encoded]:
    """`sentences` with the sentiment that its teachers, in the mean, read in them, and no other
    target; cut at `TRAINING_TOKENS`."""
    return [
        Encoded(JUDGED, tokens.ids[:TRAINING_TOKENS], None, sentiment, None)
        for tokens, sentiment in zip(
            tokenizer.encode_batch(list(sentences)), _mean_sentiments(of_sentiment), strict=True
        )
    ]


def _mean_sentiments(teachers: Sequence[Labels]) -> list[_Sentiment]:
    logits = np.mean([teacher.sentiment for teacher in teachers], axis=0, dtype=np.float64)
    return [
        (negative, neutral, positive) for negative, neutral, positive in softmax(logits).tolist()
    ]
