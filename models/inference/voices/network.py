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
from models.inference.voices.found import Attribution, NameMention, Tagged
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

#: Tokens in a row that are looked up together.
LOOKED_UP = 64


@dataclass(frozen=True)
class _Sentence:
    """A sentence of a pair: its words, and the vector of each token (of length 1) with how rare
    the token is."""

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
        return [Tagged(tuple(self.names(text)), tuple(self.attributions(text))) for text in texts]

    def names(self, text: str) -> Iterator[NameMention]:
        """The names of a text in reading order."""
        for window in windows(text, self._tokenizer, NAME_TOKENS, together=False):
            (logits,) = self._session.run(["names"], _inputs(window))
            yield from names_of(window, logits[0])

    def attributions(
        self, text: str, wanted: Sequence[tuple[int, int]] | None = None
    ) -> list[Attribution]:
        """The attributions of a text, window by window; with ``wanted`` only those of the windows
        that touch one of these ranges."""
        asked = self.windows(text, wanted)
        return [one for window in asked for one in self.attributions_in(window)]

    def windows(self, text: str, wanted: Sequence[tuple[int, int]] | None = None) -> list[Window]:
        """The windows in which attributions are looked for, in order; with ``wanted`` those that
        touch one of these ranges."""
        return list(windows(text, self._tokenizer, wanted=wanted))

    def attributions_in(self, window: Window) -> list[Attribution]:
        """The attributions of a window of a text, with offsets into the text. They depend on the
        window alone."""
        return attributions_of(window, self._outputs(window), self.release.thresholds)

    def word_outputs(self, text: str) -> Iterator[tuple[Window, WordOutputs]]:
        """Each window of `text` with the network's logits for the attributions in it."""
        for window in self.windows(text):
            yield window, self._outputs(window)

    def _outputs(self, window: Window) -> WordOutputs:
        tags, links = self._session.run(["tags", "links"], _inputs(window))
        asks, offers, asks_too, offers_too = np.split(links[0], 4, axis=1)
        return WordOutputs(
            tags[0],
            link_logits(asks, offers, self._reach[0]),
            link_logits(asks_too, offers_too, self._reach[1]),
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
        """What a logistic regression judges pairs by: `shared_values` (n × 16), and what the
        network says (n × `PAIR_OUTPUTS`)."""
        return self.shared_values(pairs), self.said_values(pairs)

    def said_values(self, pairs: Sequence[tuple[str, str]]) -> NDArray[np.float64]:
        """What the network says of each pair (n × `PAIR_OUTPUTS`), the same in both orders."""
        # In one order, whichever was given.
        said = [self._said(*(text[:PAIR_CHARACTERS] for text in sorted(pair))) for pair in pairs]
        return np.array(said, dtype=np.float64).reshape(len(pairs), len(PAIR_OUTPUTS))

    def shared_values(self, pairs: Sequence[tuple[str, str]]) -> NDArray[np.float64]:
        """`FEATURES` and `SOFT` of each pair (n × 16), the same in both orders.

        The network is not asked, only its table of tokens: a hundred times as fast as
        `same_fact`.
        """
        sentences = self._sentences(sorted({sentence for pair in pairs for sentence in pair}))
        shared = []
        for pair in pairs:
            a, b = (sentences[sentence] for sentence in sorted(pair))
            soft = soft_features(a.vectors, b.vectors, a.weights, b.weights)
            shared.append([*pair_features(a.words, b.words), *soft])
        return np.array(shared, dtype=np.float64).reshape(len(pairs), len(FEATURES) + len(SOFT))

    def _sentences(self, given: Sequence[str]) -> dict[str, _Sentence]:
        texts = [sentence[:PAIR_CHARACTERS] for sentence in given]
        encodings = self._tokenizer.encode_batch(texts, add_special_tokens=False)
        ids = [encoding.ids[:SENTENCE_TOKENS] for encoding in encodings]
        tokens, places = np.unique(
            np.concatenate([[0], *ids]).astype(np.int64), return_inverse=True
        )
        vectors = self._vectors(tokens)[places[1:]]
        ends = np.cumsum([len(own) for own in ids])
        return {
            sentence: _Sentence(
                words_of(text, self._weight),
                vectors[end - len(own) : end],
                self._rarity[own],
            )
            for sentence, text, own, end in zip(given, texts, ids, ends, strict=True)
        }

    def _vectors(self, tokens: NDArray[np.int64]) -> NDArray[np.float32]:
        """The table's vectors of tokens, of length 1."""
        # Each once and in short rows: asked for the table alone, ONNX Runtime still runs the whole
        # network, whose cost grows with the square of a row's length.
        rows = np.zeros((-(-len(tokens) // LOOKED_UP), LOOKED_UP), dtype=np.int64)
        rows.ravel()[: len(tokens)] = tokens
        (found,) = self._session.run(
            ["looked_up"], {"input_ids": rows, "codes": np.zeros_like(rows)}
        )
        vectors = found.reshape(-1, found.shape[-1])[: len(tokens)]
        return np.asarray(vectors / np.linalg.norm(vectors, axis=1, keepdims=True))

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
