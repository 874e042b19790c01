"""Results that are stored beside the weights, as they can't be computed from them.

`crossval.csv` holds the out-of-fold results of int8 models (written by `models.training.stages`),
`float.csv.gz` those of the release's network on the test rows before quantisation. Neither holds
text: rows are joined to their sentences by `Example.row`.
"""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

import numpy as np

from models.corpora import Example
from models.errors import ModelError
from models.inference.prediction import SENTIMENT_LABELS, Prediction, Word
from models.inference.release import Release
from models.inference.words import words_with

if TYPE_CHECKING:
    import pandas as pd

CROSSVAL = "crossval.csv"
FLOAT = "float.csv.gz"

_SENTIMENT = list(SENTIMENT_LABELS)


def read_crossval(folder: Path) -> pd.DataFrame:
    """Out-of-fold results: columns scheme, fold (int), row, loaded (logit), words (logits).

    Raises:
        ModelError: the file is missing or lacks a column.
    """
    return _read(folder / CROSSVAL, ["scheme", "fold", "row", "loaded", "words"])


def read_float(folder: Path) -> pd.DataFrame:
    """Results before int8: columns corpus, row, loaded, negative, neutral, positive (logits) and
    words (logits, empty but for BABE).

    Raises:
        ModelError: the file is missing or lacks a column.
    """
    return _read(folder / FLOAT, ["corpus", "row", "loaded", *_SENTIMENT, "words"])


def _read(path: Path, columns: list[str]) -> pd.DataFrame:
    import pandas as pd

    try:
        frame = pd.read_csv(
            path, dtype={"row": str, "words": str}, keep_default_na=False, usecols=columns
        )
    except (OSError, EOFError, ValueError) as error:
        raise ModelError(
            f"{path.name} can't be read ({error}): restore the model's folder from the repository "
            "(git checkout -- models), or train anew."
        ) from None
    return frame[columns]


def prediction_of(
    stored: pd.DataFrame, examples: Sequence[Example], release: Release
) -> Prediction:
    """The stored results of some sentences, calibrated with the settings of a release.

    Args:
        stored: rows of one scheme or one corpus, from `read_crossval` or `read_float`.
        examples: the sentences, in the order wanted.
        release: its scale, shift, temperature and thresholds are applied.

    `sentiment` is NaN where the file has none.

    Raises:
        ModelError: a sentence has no stored result.
    """
    places = {row: place for place, row in enumerate(stored["row"])}
    missing = sum(e.row not in places for e in examples)
    if missing:
        raise ModelError(
            f"{missing} of {len(examples)} sentences have no stored result beside the model: it "
            "was trained on other splits or sets than those in the data folder."
        )
    chosen = stored.iloc[[places[e.row] for e in examples]]
    loaded = release.loaded_of(chosen["loaded"].to_numpy(dtype=np.float64)).astype(np.float32)
    sentiment = np.full((len(examples), len(_SENTIMENT)), np.nan, dtype=np.float32)
    if set(_SENTIMENT) <= set(chosen.columns):
        sentiment = release.sentiment_of(chosen[_SENTIMENT].to_numpy(dtype=np.float64))
    return Prediction(
        sentiment=sentiment,
        loaded=loaded,
        words=[
            _phrases(e.text, of_words, float(probability), release)
            for e, of_words, probability in zip(examples, chosen["words"], loaded, strict=True)
        ],
        truncated=np.zeros(len(examples), dtype=bool),
        read_to=np.array([len(e.text) for e in examples], dtype=np.int64),
    )


def _phrases(text: str, logits: str, loaded: float, release: Release) -> list[Word]:
    """Loaded words and phrases of a sentence from its probability and one logit per word; words
    past the model's limit have none."""
    probabilities = release.words_of(np.array(logits.split(), dtype=np.float64))
    return release.phrases(text, words_with(text, probabilities.tolist()), loaded)
