"""A classifier that keeps what another one said of sentences.

Whoever writes in a text box has the whole text checked at each pause, with one sentence changed. A
classifier scores each sentence by itself, so what it said of the others is still true. Of a
sentence only a digest is kept, made with a secret of this process.
"""

from __future__ import annotations

import os
from collections.abc import Sequence
from dataclasses import dataclass, field
from hashlib import blake2b
from typing import TYPE_CHECKING

from analysis.queue.kept import Kept
from analysis.scoring.classifier import AsksAnother

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    from analysis.scoring.classifier import Classifier, Prediction, Span
    from models.inference.prediction import Word

SENTENCES = 20_000
"""Most sentences of which scores are kept, those of a thousand articles."""

MOST_BYTES = 12_000_000
"""Most bytes that they take."""

_SECRET = os.urandom(16)
_KEY_BYTES, _SCORE_BYTES, _WORD_BYTES = 150, 350, 150
"""About what a key, the scores of a sentence and a loaded word take in memory."""


def digest(*parts: str | bytes) -> bytes:
    """Return a digest of several parts, of which nobody can tell what they were."""
    made = blake2b(digest_size=16, key=_SECRET)
    for part in parts:
        said = part if isinstance(part, bytes) else part.encode("utf-8", "surrogatepass")
        made.update(len(said).to_bytes(8, "big"))
        made.update(said)
    return made.digest()


@dataclass(frozen=True)
class _Scores:
    """What a classifier said of one sentence, as ``Prediction`` has it."""

    sentiment: NDArray[np.float32]
    loaded: np.float32
    words: tuple[Word, ...]
    truncated: bool
    read_to: int


def _size_of_scores(scores: _Scores) -> int:
    return _KEY_BYTES + _SCORE_BYTES + _WORD_BYTES * len(scores.words)


def _size_of_probability(_: float) -> int:
    return _KEY_BYTES + 32


@dataclass(frozen=True)
class SentenceScores:
    """The scores that are kept: of sentences, and of sentences with words masked."""

    read: Kept[bytes, _Scores] = field(
        default_factory=lambda: Kept(SENTENCES, MOST_BYTES, _size_of_scores)
    )
    masked: Kept[bytes, float] = field(
        default_factory=lambda: Kept(SENTENCES, MOST_BYTES, _size_of_probability)
    )


@dataclass(frozen=True)
class KeptClassifier(AsksAnother):
    """``model``, asked for those sentences only of which ``scores`` has none; a ``Classifier``."""

    model: Classifier
    scores: SentenceScores

    def predict(self, sentences: Sequence[str]) -> Prediction:
        """Score sentences, as ``Classifier.predict`` does."""
        import numpy as np

        from models import Prediction

        if not sentences:
            return self.model.predict(sentences)

        def make(places: list[int]) -> list[_Scores]:
            made = self.model.predict([sentences[place] for place in places])
            return [
                # Copies, as a row would keep the whole array in memory.
                _Scores(row.copy(), loaded, tuple(words), bool(truncated), int(read_to))
                for row, loaded, words, truncated, read_to in zip(
                    made.sentiment,
                    made.loaded,
                    made.words,
                    made.truncated,
                    made.read_to,
                    strict=True,
                )
            ]

        name, version = self.name, self.version
        found = self.scores.read.get([digest(name, version, one) for one in sentences], make)
        return Prediction(
            sentiment=np.stack([one.sentiment for one in found]),
            loaded=np.array([one.loaded for one in found], dtype=np.float32),
            words=[list(one.words) for one in found],
            truncated=np.array([one.truncated for one in found], dtype=bool),
            read_to=np.array([one.read_to for one in found], dtype=np.int64),
        )

    def loaded_when_masked(
        self, sentences: Sequence[str], spans: Sequence[Sequence[Span]]
    ) -> NDArray[np.float32]:
        """Score masked sentences, as ``Classifier.loaded_when_masked`` does."""
        import numpy as np

        def make(places: list[int]) -> list[float]:
            made = self.model.loaded_when_masked(
                [sentences[place] for place in places], [spans[place] for place in places]
            )
            return [float(one) for one in made]

        name, version = self.name, self.version
        keys = [
            digest(name, version, one, repr([tuple(span) for span in of_sentence]))
            for one, of_sentence in zip(sentences, spans, strict=True)
        ]
        return np.array(self.scores.masked.get(keys, make), dtype=np.float32)
