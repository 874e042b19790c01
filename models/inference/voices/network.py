"""slant-voices: one int8 encoder that tags names and attributions and judges pairs of sentences."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

import numpy as np
from numpy.typing import NDArray

from models.errors import ModelError
from models.inference.calibration import sigmoid
from models.inference.voices.decoding import (
    WordOutputs,
    attributions_of,
    link_logits,
    names_of,
)
from models.inference.voices.found import Tagged
from models.inference.voices.pair_encoding import encode_pair
from models.inference.voices.pair_features import (
    FEATURES,
    Words,
    pair_features,
    word_weight,
    words_of,
)
from models.inference.voices.release import (
    REACH_TABLE,
    TOKEN_WEIGHTS,
    TOKENIZER,
    WEIGHTS,
    VoicesRelease,
)
from models.inference.voices.windows import Window, windows

_WORD_OUTPUTS = ["names", "tags", "links"]

#: Characters of a sentence of a pair that are read: more than 96 tokens have.
PAIR_CHARACTERS = 2000


class Voices:
    """Runs a `VoicesRelease`; safe to share between threads, one core per call.

    Raises:
        ModelError: ONNX Runtime or the tokenizer can't load the files.
    """

    def __init__(self, release: VoicesRelease) -> None:
        import onnxruntime
        from tokenizers import Tokenizer

        options = onnxruntime.SessionOptions()
        # As for the classifier: one thread, and memory is freed after a long article.
        options.intra_op_num_threads = 1
        options.inter_op_num_threads = 1
        options.enable_cpu_mem_arena = False
        options.log_severity_level = 3
        try:
            self._session = onnxruntime.InferenceSession(
                str(release.folder / WEIGHTS),
                options,
                providers=["CPUExecutionProvider"],
                disabled_optimizers=["SkipLayerNormFusion"],
            )
            self._tokenizer = Tokenizer.from_file(str(release.folder / TOKENIZER))
        except Exception as error:  # both libraries raise exceptions of various types
            raise ModelError(f"The model in {release.folder} can't be loaded: {error}") from error
        self._tokenizer.no_padding()
        self._tokenizer.no_truncation()
        self._reach = release.array(REACH_TABLE).astype(np.float32)
        weights = np.asarray(release.array(TOKEN_WEIGHTS) / 255, dtype=np.float32)
        self._weight = word_weight(
            weights, lambda word: self._tokenizer.encode(word, add_special_tokens=False).ids
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

        Lines are read together as far as they fit into a window, so that a paragraph is read with
        those beside it. Offsets point into the text.
        """
        found = []
        for text in texts:
            names, attributions = [], []
            for window, outputs in self.word_outputs(text):
                names += names_of(window, outputs)
                attributions += attributions_of(window, outputs, self.release.thresholds)
            found.append(Tagged(tuple(names), tuple(attributions)))
        return found

    def word_outputs(self, text: str) -> Iterator[tuple[Window, WordOutputs]]:
        """Each window of `text` with the network's logits for its tokens."""
        no_features = np.zeros((1, len(FEATURES)), dtype=np.float32)
        for window in windows(text, self._tokenizer):
            names, tags, links = self._session.run(
                _WORD_OUTPUTS,
                {
                    "input_ids": np.array([window.ids], dtype=np.int64),
                    "codes": np.array([window.codes], dtype=np.int64),
                    "features": no_features,
                },
            )
            asks, offers, asks_too, offers_too = np.split(links[0], 4, axis=1)
            yield (
                window,
                WordOutputs(
                    names[0],
                    tags[0],
                    link_logits(asks, offers, self._reach[0]),
                    link_logits(asks_too, offers_too, self._reach[1]),
                ),
            )

    def same_fact(self, pairs: Sequence[tuple[str, str]]) -> NDArray[np.float64]:
        """The probability, 0 … 1, that the two sentences of each pair tell the same fact.

        The same in both orders: each pair is read both ways, and the mean of the logits counts.
        """
        logits = self.same_logits(pairs)
        return np.asarray(
            sigmoid(self.release.same_scale * logits + self.release.same_shift), dtype=np.float64
        )

    def same_logits(self, pairs: Sequence[tuple[str, str]]) -> NDArray[np.float64]:
        """The logits behind `same_fact`, before they are scaled."""
        words: dict[str, Words] = {}
        for sentence in {sentence for pair in pairs for sentence in pair}:
            words[sentence] = words_of(sentence[:PAIR_CHARACTERS], self._weight)
        found = []
        for a, b in pairs:
            features = pair_features(words[a], words[b])[None]
            both = [
                self._same(first[:PAIR_CHARACTERS], second[:PAIR_CHARACTERS], features)
                for first, second in ((a, b), (b, a))
            ]
            found.append(sum(both) / 2)
        return np.array(found, dtype=np.float64)

    def _same(self, a: str, b: str, features: NDArray[np.float32]) -> float:
        pair = encode_pair(a, b, self._tokenizer)
        (same,) = self._session.run(
            ["same"],
            {
                "input_ids": np.array([pair.ids], dtype=np.int64),
                "codes": np.array([pair.codes], dtype=np.int64),
                "features": features,
            },
        )
        return float(same[0])
