"""A Hugging Face sequence classifier in place of the loaded or the sentiment head. Needs torch."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from importlib.util import find_spec
from typing import Any

import numpy as np
from numpy.typing import NDArray

from models.errors import ModelError
from models.inference.onnx_classifier import OnnxClassifier, read_to
from models.inference.prediction import LoadedThresholds, Prediction, Span, ToneThresholds

#: A wide uncertain band, as a checkpoint's calibration is not known.
UNCALIBRATED = LoadedThresholds(not_loaded_below=0.25, loaded_from=0.75)

#: High thresholds of the tone, for the same reason.
UNCALIBRATED_TONE = ToneThresholds(negative=0.9, neutral=0.9, positive=0.9)

BATCH_SIZE = 16

_LOADED = re.compile(r"bias|loaded|subj|slant|propaganda|opinion|^label_1$|^1$|^yes$|^true$", re.I)
_NOT = re.compile(r"\b(non|not|no|un)[-_ ]?|unbiased|neutral|objective", re.I)


def loaded_index(labels: Mapping[int, str]) -> int:
    """The index of the label that means loaded, by name (`biased`, `LABEL_1`, …; not `non-biased`).

    Raises:
        ModelError: there are not exactly two labels, or their names are not recognised.
    """
    named = [i for i, name in labels.items() if _LOADED.search(name) and not _NOT.search(name)]
    if len(labels) != 2 or len(named) != 1:
        raise ModelError(
            f"The labels {list(labels.values())} don't say which one means loaded: set id2label "
            "in the checkpoint's config.json to neutral and loaded."
        )
    return named[0]


def sentiment_order(labels: Mapping[int, str]) -> tuple[int, int | None, int]:
    """Columns of negative, neutral (None in a two-way model) and positive, by name.

    Raises:
        ModelError: the names are not recognised.
    """

    def find(stem: str, fallback: str) -> int | None:
        for i, name in labels.items():
            if name.lower().startswith(stem) or name.upper() == fallback:
                return i
        return None

    last = len(labels) - 1
    negative, positive = find("neg", "LABEL_0"), find("pos", f"LABEL_{last}")
    neutral = find("neu", "LABEL_1") if len(labels) == 3 else None
    if negative is None or positive is None or len(labels) not in (2, 3):
        raise ModelError(
            f"The labels {list(labels.values())} don't say which is negative, neutral and "
            "positive: set id2label in the checkpoint's config.json."
        )
    return negative, neutral, positive


class SequenceClassifier:
    """A checkpoint (folder or hub id) run by transformers on the CPU.

    A hub id is downloaded by transformers the first time it is used, as the user asked for it.

    Raises:
        ModelError: torch is not installed, or the checkpoint can't be loaded.
    """

    def __init__(self, checkpoint: str) -> None:
        if find_spec("torch") is None:
            raise ModelError(
                f"Running {checkpoint} needs torch, which is not installed: "
                "pip install torch, or unset SLANT_LOADED_MODEL and SLANT_SENTIMENT_MODEL."
            )
        from transformers import AutoModelForSequenceClassification, AutoTokenizer

        try:
            self._tokenizer: Any = AutoTokenizer.from_pretrained(checkpoint)
            self._model: Any = AutoModelForSequenceClassification.from_pretrained(checkpoint)
        except (OSError, ValueError, KeyError) as error:
            raise ModelError(
                f"The checkpoint {checkpoint} can't be loaded: give a folder with config.json, "
                f"weights and tokenizer, or an id that exists on the hub ({type(error).__name__})."
            ) from error
        if not self._tokenizer.is_fast:
            raise ModelError(f"The checkpoint {checkpoint} has no fast tokenizer with offsets.")
        self._model.eval()
        self.labels: dict[int, str] = {
            int(i): str(name) for i, name in self._model.config.id2label.items()
        }
        self.max_tokens = min(256, int(self._model.config.max_position_embeddings))

    def probabilities(
        self, sentences: Sequence[str], masked: Sequence[Sequence[Span]] | None = None
    ) -> NDArray[np.float32]:
        """float32 (n, labels); with `masked`, tokens touching one of masked[i] are masked first."""
        import torch

        mask_id = self._tokenizer.mask_token_id
        if mask_id is None:
            mask_id = self._tokenizer.unk_token_id
        rows = []
        for at in range(0, len(sentences), BATCH_SIZE):
            batch = self._tokenizer(
                list(sentences[at : at + BATCH_SIZE]),
                padding=True,
                truncation=True,
                max_length=self.max_tokens,
                return_offsets_mapping=True,
                return_tensors="pt",
            )
            offsets = batch.pop("offset_mapping")
            if masked is not None:
                for k, spans in enumerate(masked[at : at + BATCH_SIZE]):
                    for start, end in spans:
                        touched = (offsets[k, :, 0] < end) & (offsets[k, :, 1] > start)
                        batch["input_ids"][k, touched] = mask_id
            with torch.inference_mode():
                logits = self._model(**batch).logits
            rows.append(logits.softmax(-1).to(torch.float32).numpy())
        if not rows:
            return np.zeros((0, len(self.labels)), dtype=np.float32)
        return np.concatenate(rows)

    def read_to(self, sentences: Sequence[str]) -> NDArray[np.int64]:
        """The offset in each sentence behind the last character that is read; int64 (n,)."""
        if not sentences:
            return np.zeros(0, dtype=np.int64)
        encodings = self._tokenizer(
            list(sentences), truncation=True, max_length=self.max_tokens
        ).encodings
        return np.array(
            [read_to(encoding, len(s)) for encoding, s in zip(encodings, sentences, strict=True)],
            dtype=np.int64,
        )


class HubClassifier:
    """The bundled classifier with one or both sentence heads replaced by checkpoints.

    Loaded words stay the bundled model's. A sentence counts as read only as far as every network
    that scores it reads.

    Args:
        bundled: the classifier whose remaining heads are used.
        loaded_model: folder or hub id for the loaded head, empty to keep the bundled one.
        sentiment_model: the same for sentiment.
    """

    version = "checkpoint"

    def __init__(
        self, bundled: OnnxClassifier, loaded_model: str = "", sentiment_model: str = ""
    ) -> None:
        self._bundled = bundled
        self._loaded = SequenceClassifier(loaded_model) if loaded_model else None
        self._sentiment = SequenceClassifier(sentiment_model) if sentiment_model else None
        if self._loaded is not None:
            self._loaded_column = loaded_index(self._loaded.labels)
        if self._sentiment is not None:
            self._sentiment_columns = sentiment_order(self._sentiment.labels)
        self.name = " + ".join(filter(None, (loaded_model, sentiment_model, bundled.name)))

    @property
    def thresholds(self) -> LoadedThresholds:
        return self._bundled.thresholds if self._loaded is None else UNCALIBRATED

    @property
    def tone_thresholds(self) -> ToneThresholds:
        return self._bundled.tone_thresholds if self._sentiment is None else UNCALIBRATED_TONE

    @property
    def max_tokens(self) -> int:
        return self._bundled.max_tokens

    def predict(self, sentences: Sequence[str]) -> Prediction:
        """Score sentences; an empty list gives empty arrays."""
        ours = self._bundled.predict(sentences)
        loaded, sentiment, read = ours.loaded, ours.sentiment, ours.read_to
        for checkpoint in filter(None, (self._loaded, self._sentiment)):
            read = np.minimum(read, checkpoint.read_to(sentences))
        if self._loaded is not None:
            loaded = self._loaded.probabilities(sentences)[:, self._loaded_column]
        if self._sentiment is not None:
            negative, neutral, positive = self._sentiment_columns
            theirs = self._sentiment.probabilities(sentences)
            middle = (
                np.zeros(len(theirs), dtype=np.float32) if neutral is None else theirs[:, neutral]
            )
            sentiment = np.stack([theirs[:, negative], middle, theirs[:, positive]], axis=1)
        lengths = np.array([len(sentence) for sentence in sentences], dtype=np.int64)
        return Prediction(sentiment, loaded, ours.words, read < lengths, read)

    def loaded_when_masked(
        self, sentences: Sequence[str], spans: Sequence[Sequence[Span]]
    ) -> NDArray[np.float32]:
        """Loaded probability of sentences[i] with every token touching one of spans[i] masked."""
        if self._loaded is None:
            return self._bundled.loaded_when_masked(sentences, spans)
        return self._loaded.probabilities(sentences, spans)[:, self._loaded_column]
