"""From a list of sentences to their scores."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from collections.abc import Set as AbstractSet
from typing import TYPE_CHECKING, Any

from analysis.errors import NotSentences
from analysis.frames import SCORES, SENTIMENTS, empty, frame
from analysis.reading.checks import require_text
from analysis.scoring.classifier import classifier
from analysis.scoring.senses.classifier import with_senses
from analysis.scoring.spans import outside_addresses
from analysis.text.words.normalised import normalised, words_of

if TYPE_CHECKING:
    import pandas as pd

    from models import Classifier, LoadedThresholds, Prediction, ToneThresholds

NEGATIVE, POSITIVE = SENTIMENTS.index("negative"), SENTIMENTS.index("positive")
"""Columns of the model's sentiment probabilities."""


def score_sentences(sentences: Sequence[str], model: Classifier | None = None) -> pd.DataFrame:
    """Score sentences, each by itself, with ``model``, that of the process if it is None.

    Returns one row per sentence, in the same order, indexed from 0, with the columns declared in
    ``frames.SCORES``: negative, neutral, positive, sentiment, tone_label, tone, loaded_probability,
    loaded, loaded_words, read_to. An empty sentence, or one of white space only, keeps its row: its
    numbers and labels are missing and it has no loaded words. A sentence longer than the model
    reads (``max_tokens``) is scored on its beginning, up to ``read_to``. The model reads sentences
    as ``analysis.text.words.normalised`` gives them; offsets are those of the sentences given.

    Raises NotSentences for anything but a list (or another ordered collection) of strings,
    saying which element is wrong; NotText for an element that is not text; ModelUnavailable.
    """
    given = _strings(sentences)
    non_empty = [position for position, sentence in enumerate(given) if sentence.strip()]
    columns: dict[str, list[Any]] = {}
    if non_empty:
        model = with_senses(model or classifier())
        normal = [normalised(given[at], words_of(given[at])) for at in non_empty]
        prediction = model.predict([one.text for one in normal])
        columns = score_columns(prediction, model.thresholds, model.tone_thresholds)
        columns["loaded_words"] = [
            [one.given(start, end) for start, end, _ in outside_addresses(one.text, words)]
            for one, words in zip(normal, prediction.words, strict=True)
        ]
        columns["read_to"] = [
            one.given_end(end) for one, end in zip(normal, prediction.read_to.tolist(), strict=True)
        ]
    scores = frame(columns, SCORES) if non_empty else empty(SCORES)
    scores.index = non_empty
    all_rows = scores.reindex(range(len(given)))
    # reindex fills every gap with NaN; words are a list in every row.
    all_rows["loaded_words"] = [
        words if isinstance(words, list) else [] for words in all_rows["loaded_words"]
    ]
    return frame(all_rows, SCORES)


def score_columns(
    prediction: Prediction, thresholds: LoadedThresholds, tone_thresholds: ToneThresholds
) -> dict[str, list[Any]]:
    """Return the score columns that all frames share, from negative to loaded, as lists.

    Probabilities become float64 here, so that their sum is 1 to the last digit of float32.
    """
    sentiment = prediction.sentiment.astype("float64")
    loaded = prediction.loaded.astype("float64")
    return {
        **{label: sentiment[:, index].tolist() for index, label in enumerate(SENTIMENTS)},
        "sentiment": [SENTIMENTS[index] for index in sentiment.argmax(axis=1)],
        "tone_label": tone_thresholds.labels(sentiment),
        "tone": (sentiment[:, POSITIVE] - sentiment[:, NEGATIVE]).tolist(),
        "loaded_probability": loaded.tolist(),
        "loaded": [thresholds.band(probability) for probability in loaded],
    }


def _strings(sentences: object) -> list[str]:
    """Return ``sentences`` as a list of strings, or raise NotSentences or NotText."""
    unordered = isinstance(sentences, str | bytes | Mapping | AbstractSet)
    if unordered or not hasattr(sentences, "__iter__"):
        raise NotSentences(type(sentences).__name__)
    given = list(sentences)
    for position, sentence in enumerate(given):
        if not isinstance(sentence, str):
            raise NotSentences(type(sentence).__name__, position)
        require_text(sentence, f"The sentence at position {position}")
    return given
