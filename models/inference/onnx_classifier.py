"""The bundled classifier: one int8 encoder run by ONNX Runtime."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np
from numpy.typing import NDArray

from models.inference.prediction import (
    LoadedThresholds,
    Prediction,
    Span,
    ToneThresholds,
    Word,
)
from models.inference.release import Release
from models.inference.session import open_network
from models.inference.words import word_probabilities

if TYPE_CHECKING:
    from tokenizers import Encoding


@dataclass(frozen=True)
class Tokens:
    """A sentence as the model reads it: token ids, their character offsets, and the offset behind
    the last character read (the sentence's length where nothing was cut)."""

    ids: list[int]
    offsets: list[tuple[int, int]]
    read_to: int


@dataclass(frozen=True)
class Logits:
    """Raw scores: sentiment float32 (n, 3), loaded float32 (n,); one array per sentence of words
    float32 (tokens,) and, where asked for, of techniques float32 (tokens, `TECHNIQUE_NAMES`)."""

    sentiment: NDArray[np.float32]
    loaded: NDArray[np.float32]
    words: list[NDArray[np.float32]]
    techniques: list[NDArray[np.float32]]


#: Characters of the longest word that WordPiece splits into tokens; longer ones are one unknown.
LONGEST_WORD = 100

_OUTPUTS = ["sentiment", "loaded", "words"]


def masked(tokens: Tokens, spans: Sequence[Span], mask: int) -> list[int]:
    """Token ids with `mask` for every token that touches one of the spans."""
    return [
        mask if any(a < end and start < b for start, end in spans) else token
        for token, (a, b) in zip(tokens.ids, tokens.offsets, strict=True)
    ]


def read_to(encoding: Encoding, length: int) -> int:
    """The offset behind the last character among an encoding's tokens; `length`, that of the
    text, where truncation left nothing out."""
    if not encoding.overflowing:
        return length
    return max((end for _, end in encoding.offsets), default=0)


class OnnxClassifier:
    """Runs a `Release`; safe to share between threads, one core per call.

    Raises:
        ModelError: ONNX Runtime or the tokenizer can't load the files.
    """

    def __init__(self, release: Release) -> None:
        self._session, self._tokenizer = open_network(release.model_path, release.tokenizer_path)
        self._tokenizer.enable_truncation(release.max_tokens)
        #: Id of the mask token.
        self.mask_id: int = self._tokenizer.token_to_id("[MASK]") or 0
        self.release = release

    @property
    def name(self) -> str:
        return self.release.name

    @property
    def version(self) -> str:
        return self.release.version

    @property
    def thresholds(self) -> LoadedThresholds:
        return self.release.thresholds

    @property
    def tone_thresholds(self) -> ToneThresholds:
        return self.release.tone_thresholds

    @property
    def max_tokens(self) -> int:
        return self.release.max_tokens

    def tokenize(self, sentences: Sequence[str]) -> list[Tokens]:
        """Token ids and character offsets, truncated to `max_tokens`.

        Only the characters that so many of the longest words can have are tokenised: a sentence of
        a million characters took 9 s and a gigabyte.
        """
        most = self.max_tokens * LONGEST_WORD
        encodings = self._tokenizer.encode_batch([s[:most] for s in sentences])
        return [
            Tokens(encoding.ids, encoding.offsets, read_to(encoding, min(len(sentence), most)))
            for sentence, encoding in zip(sentences, encodings, strict=True)
        ]

    def logits(self, ids: Sequence[Sequence[int]], techniques: bool = False) -> Logits:
        """The network's logits for token ids, one sentence at a time, in the order given.

        `techniques` of tokens are computed only for training and evaluation, which ask for them:
        no release names a technique, and they take 3 % of the time.

        Not in batches: int8 activations are scaled by the largest value in a batch, so a sentence's
        score would depend on the others, by up to 0.1. It is not slower: 198 sentences took 1.00 s
        of processor time one by one, 1.03 s in batches of 1,024 tokens sorted by length.
        """
        outputs = [*_OUTPUTS, *(["techniques"] if techniques else [])]
        runs = [
            self._session.run(outputs, {"input_ids": np.array([tokens], dtype=np.int64)})
            for tokens in ids
        ]
        return Logits(
            sentiment=np.array([run[0][0] for run in runs], dtype=np.float32).reshape(-1, 3),
            loaded=np.array([run[1][0] for run in runs], dtype=np.float32),
            words=[run[2][0] for run in runs],
            techniques=[run[3][0] for run in runs] if techniques else [],
        )

    def predict(self, sentences: Sequence[str]) -> Prediction:
        """Score sentences; an empty list gives empty arrays."""
        tokens = self.tokenize(sentences)
        logits = self.logits([t.ids for t in tokens])
        return Prediction(
            sentiment=self.release.sentiment_of(logits.sentiment),
            loaded=self._loaded(logits.loaded),
            words=self.loaded_words(sentences, tokens, logits),
            truncated=np.array(
                [t.read_to < len(s) for t, s in zip(tokens, sentences, strict=True)], dtype=bool
            ),
            read_to=np.array([t.read_to for t in tokens], dtype=np.int64),
        )

    def loaded_words(
        self, sentences: Sequence[str], tokens: Sequence[Tokens], logits: Logits
    ) -> list[list[Word]]:
        """The loaded words and phrases of each sentence, as `Prediction.words` holds them."""
        release = self.release
        found = []
        for text, t, scores, loaded in zip(
            sentences, tokens, logits.words, self._loaded(logits.loaded), strict=True
        ):
            words = word_probabilities(text, t.offsets, release.words_of(scores).tolist())
            found.append(release.phrases(text, words, float(loaded)))
        return found

    def loaded_when_masked(
        self, sentences: Sequence[str], spans: Sequence[Sequence[Span]]
    ) -> NDArray[np.float32]:
        """Loaded probability of sentences[i] with every token touching one of spans[i] masked."""
        return self._loaded(
            self.logits(
                [
                    masked(tokens, of_sentence, self.mask_id)
                    for tokens, of_sentence in zip(self.tokenize(sentences), spans, strict=True)
                ]
            ).loaded
        )

    def _loaded(self, logits: NDArray[np.float32]) -> NDArray[np.float32]:
        return self.release.loaded_of(logits).astype(np.float32)
