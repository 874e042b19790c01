"""A released model's folder: weights, tokenizer and the settings stored beside them."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from models.inference.calibration import sentiment_probabilities, sigmoid
from models.inference.prediction import LoadedThresholds, ToneThresholds, Word
from models.inference.settings import read_settings
from models.inference.words import WordThresholds

BUNDLED = Path(__file__).parents[1] / "slant-minilm"

_WEIGHTS, _TOKENIZER = "model.onnx", "tokenizer.json"


@dataclass(frozen=True)
class Release:
    """The settings in `config.json`.

    Attributes:
        folder: where the files lie.
        name, version: of the model.
        max_tokens: longer sentences are cut there.
        sentiment_temperature: divides the sentiment logits.
        sentiment_balance: added to the negative logit and subtracted from the positive one before.
        loaded_scale, loaded_shift: Platt scaling of the loaded logit.
        thresholds: the three bands of the loaded probability.
        word_thresholds: the probability from which a word is loaded.
        word_scale, word_shift: Platt scaling of a word's logit.
        fold_scale, fold_shift, fold_word_scale, fold_word_shift: the same for the logits of the
            cross-validation's models in `crossval.csv`.
        tone_thresholds: the probability from which a sentence's sentiment is shown to readers.
        techniques: the probability from which each technique would be right often enough to be
            named; used in evaluation only, and empty in every release so far.
    """

    folder: Path
    name: str
    version: str
    max_tokens: int
    sentiment_temperature: float
    loaded_scale: float
    loaded_shift: float
    thresholds: LoadedThresholds
    word_thresholds: WordThresholds
    word_scale: float = 1.0
    word_shift: float = 0.0
    fold_scale: float = 1.0
    fold_shift: float = 0.0
    fold_word_scale: float = 1.0
    fold_word_shift: float = 0.0
    sentiment_balance: float = 0.0
    tone_thresholds: ToneThresholds = field(default_factory=lambda: ToneThresholds(0.5, 0.5, 0.5))
    techniques: Mapping[str, float] = field(default_factory=dict)

    @classmethod
    def unset(cls, folder: Path, **settings: object) -> Release:
        """A release before its settings are chosen: uncalibrated, thresholds at a half."""
        thresholds, words = LoadedThresholds(0.5, 0.5), WordThresholds(0.5, 0.5)
        return replace(
            cls(folder, folder.name, "0", 256, 1.0, 1.0, 0.0, thresholds, words),
            **settings,  # type: ignore[arg-type]
        )

    def sentiment_of(self, logits: NDArray[np.floating]) -> NDArray[np.float32]:
        """Calibrated probabilities of (negative, neutral, positive), float32 (n, 3)."""
        return sentiment_probabilities(
            logits, self.sentiment_temperature, self.sentiment_balance
        ).astype(np.float32)

    def loaded_of(self, logits: NDArray[np.floating]) -> NDArray[np.float64]:
        """Calibrated probabilities of loaded sentences, float64 (n,)."""
        return sigmoid(self.loaded_scale * logits + self.loaded_shift)

    def words_of(self, logits: NDArray[np.floating]) -> NDArray[np.float64]:
        """Calibrated probabilities of loaded words or their tokens, float64 (n,)."""
        return sigmoid(self.word_scale * logits + self.word_shift)

    def phrases(self, text: str, words: Sequence[Word], loaded: float) -> list[Word]:
        """The loaded words and phrases of a sentence whose calibrated probability is `loaded`,
        from all its words with theirs."""
        flagged = self.thresholds.band(loaded) != "not loaded"
        return self.word_thresholds.phrases(text, words, flagged)

    @property
    def model_path(self) -> Path:
        return self.folder / _WEIGHTS

    @property
    def tokenizer_path(self) -> Path:
        return self.folder / _TOKENIZER


def read_release(folder: Path = BUNDLED) -> Release:
    """Read `config.json` and check that weights and tokenizer are the files it describes.

    Raises:
        ModelError: a file is missing, unreadable, or not the one released.
    """

    def make(config: dict[str, Any]) -> Release:
        return Release(
            folder=folder,
            name=config["name"],
            version=config["version"],
            max_tokens=config["max_tokens"],
            sentiment_temperature=config["calibration"]["sentiment_temperature"],
            loaded_scale=config["calibration"]["loaded_scale"],
            loaded_shift=config["calibration"]["loaded_shift"],
            thresholds=LoadedThresholds(
                not_loaded_below=config["thresholds"]["neutral_below"],
                loaded_from=config["thresholds"]["loaded_from"],
            ),
            word_thresholds=WordThresholds(**config["thresholds"]["word"]),
            word_scale=config["calibration"]["word_scale"],
            word_shift=config["calibration"]["word_shift"],
            fold_scale=config["calibration"]["fold_scale"],
            fold_shift=config["calibration"]["fold_shift"],
            fold_word_scale=config["calibration"]["fold_word_scale"],
            fold_word_shift=config["calibration"]["fold_word_shift"],
            sentiment_balance=config["calibration"]["sentiment_balance"],
            tone_thresholds=ToneThresholds(**config["thresholds"]["tone"]),
            techniques=dict(config["thresholds"]["techniques"]),
        )

    return read_settings(folder, (_WEIGHTS, _TOKENIZER), make)
