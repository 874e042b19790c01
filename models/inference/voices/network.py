"""slant-voices: one int8 encoder that tags names and attributions and judges pairs of sentences."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from models.inference.calibration import sigmoid
from models.inference.session import open_network
from models.inference.voices.decoding import (
    WordOutputs,
    attributions_of,
    link_logits,
    names_of,
)
from models.inference.voices.found import NameMention, Tagged
from models.inference.voices.pair_encoding import SENTENCE_TOKENS, encode_pair
from models.inference.voices.pair_features import (
    FEATURES,
    SOFT,
    Words,
    pair_features,
    soft_features,
    word_weight,
    words_of,
)
from models.inference.voices.release import (
    PAIR_OUTPUTS,
    REACH_TABLE,
    TOKEN_WEIGHTS,
    TOKENIZER,
    WEIGHTS,
    VoicesRelease,
)
from models.inference.voices.windows import NAME_TOKENS, Window, windows

#: Characters of a sentence of a pair that are read: more than 96 tokens have.
PAIR_CHARACTERS = 2000


@dataclass(frozen=True)
class _Sentence:
    """A sentence of a pair: its text as far as it is read, its words, and the vector of each token
    (of length 1) with how rare the token is."""

    text: str
    words: Words
    vectors: NDArray[np.float32]
    weights: NDArray[np.float32]


class Voices:
    """Runs a `VoicesRelease`; safe to share between threads, one core per call.

    Raises:
        ModelError: ONNX Runtime or the tokenizer can't load the files.
    """

    def __init__(self, release: VoicesRelease) -> None:
        self._session, self._tokenizer = open_network(
            release.folder / WEIGHTS, release.folder / TOKENIZER
        )
        self._tokenizer.no_truncation()
        self._reach = release.array(REACH_TABLE).astype(np.float32)
        self._rarity = np.asarray(release.array(TOKEN_WEIGHTS) / 255, dtype=np.float32)
        self._weight = word_weight(
            self._rarity, lambda word: self._tokenizer.encode(word, add_special_tokens=False).ids
        )
        self.release = release

    @property
    def name(self) -> str:
        return self.release.name

    @property
    def version(self) -> str:
        return self.release.version

    def tag(self, texts: Sequence[str]) -> list[Tagged]:
        """Names and attributions of each text, which holds one or more paragraphs (its lines).

        For attributions lines are read together as far as they fit into a window, so that a
        paragraph is read with those beside it; for names each by itself. Offsets point into the
        text.
        """
        found = []
        for text in texts:
            attributions = [
                one
                for window, outputs in self.word_outputs(text)
                for one in attributions_of(window, outputs, self.release.thresholds)
            ]
            found.append(Tagged(tuple(self.names(text)), tuple(attributions)))
        return found

    def names(self, text: str) -> Iterator[NameMention]:
        """The names of a text in reading order."""
        for window in windows(text, self._tokenizer, NAME_TOKENS, together=False):
            (logits,) = self._session.run(["names"], _inputs(window))
            yield from names_of(window, logits[0])

    def word_outputs(self, text: str) -> Iterator[tuple[Window, WordOutputs]]:
        """Each window of `text` with the network's logits for the attributions in it."""
        for window in windows(text, self._tokenizer):
            tags, links = self._session.run(["tags", "links"], _inputs(window))
            asks, offers, asks_too, offers_too = np.split(links[0], 4, axis=1)
            yield (
                window,
                WordOutputs(
                    tags[0],
                    link_logits(asks, offers, self._reach[0]),
                    link_logits(asks_too, offers_too, self._reach[1]),
                ),
            )

    def same_fact(self, pairs: Sequence[tuple[str, str]]) -> NDArray[np.float64]:
        """The probability, 0 … 1, that the two sentences of each pair tell the same fact; the same
        in both orders."""
        weights = self.release.same_fact
        shared, network = self.pair_values(pairs)
        logits = shared @ weights.shared + network @ weights.network + weights.constant
        return np.asarray(sigmoid(logits), dtype=np.float64)

    def pair_values(
        self, pairs: Sequence[tuple[str, str]]
    ) -> tuple[NDArray[np.float64], NDArray[np.float64]]:
        """What a logistic regression judges pairs by: `FEATURES` and `SOFT` (n × 16), and what the
        network says (n × `PAIR_OUTPUTS`)."""
        read = {sentence for pair in pairs for sentence in pair}
        sentences = {sentence: self._sentence(sentence) for sentence in read}
        shared, said = [], []
        for pair in pairs:
            # In one order, whichever was given.
            a, b = (sentences[sentence] for sentence in sorted(pair))
            soft = soft_features(a.vectors, b.vectors, a.weights, b.weights)
            shared.append([*pair_features(a.words, b.words), *soft])
            said.append(self._said(a.text, b.text))
        return (
            np.array(shared, dtype=np.float64).reshape(len(pairs), len(FEATURES) + len(SOFT)),
            np.array(said, dtype=np.float64).reshape(len(pairs), len(PAIR_OUTPUTS)),
        )

    def _sentence(self, sentence: str) -> _Sentence:
        text = sentence[:PAIR_CHARACTERS]
        ids = self._tokenizer.encode(text, add_special_tokens=False).ids[:SENTENCE_TOKENS]
        vectors = np.zeros((0, 1), dtype=np.float32)
        if ids:
            tokens = np.array([ids], dtype=np.int64)
            inputs = {"input_ids": tokens, "codes": np.zeros_like(tokens)}
            (found,) = self._session.run(["looked_up"], inputs)
            vectors = found[0] / np.linalg.norm(found[0], axis=1, keepdims=True)
        return _Sentence(text, words_of(text, self._weight), vectors, self._rarity[ids])

    def _said(self, a: str, b: str) -> NDArray[np.float32]:
        pair = encode_pair(a, b, self._tokenizer)
        inputs = {
            "input_ids": np.array([pair.ids], dtype=np.int64),
            "codes": np.array([pair.codes], dtype=np.int64),
        }
        (found,) = self._session.run(["pair"], inputs)
        return np.asarray(found[0])


def _inputs(window: Window) -> dict[str, NDArray[np.int64]]:
    return {
        "input_ids": np.array([window.ids], dtype=np.int64),
        "codes": np.array([window.codes], dtype=np.int64),
    }
