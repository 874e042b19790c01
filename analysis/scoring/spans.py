"""The loaded words of an article as a frame: technique, plainer wording, and effect of each."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import groupby
from typing import TYPE_CHECKING, Any

from analysis.frames import SPANS, frame
from analysis.scoring.classifier import classifier
from analysis.scoring.wording.alternatives import alternative_to
from analysis.scoring.wording.spelling import is_american

if TYPE_CHECKING:
    import pandas as pd

    from analysis.frames import Result
    from analysis.text.segmentation.sentences import Sentence
    from models import Classifier, Prediction

MOST_MASKED = 8
"""Spans of one sentence that are masked, the likeliest first: a rant of 700 words holds dozens,
and each costs another pass over all of it."""


def span_frame(
    sentences: Sequence[Sentence],
    texts: Sequence[str],
    prediction: Prediction,
    model: Classifier,
) -> pd.DataFrame:
    """Return one row per loaded word or phrase of the scored ``texts``, as ``SPANS`` declares.

    Effects come from one more pass over the sentences that are loaded or uncertain, once per
    span; a span of a neutral sentence, where there is nothing to explain, and those past
    ``MOST_MASKED`` have none (NaN).
    """
    rows: list[dict[str, Any]] = []
    american = is_american(texts)
    for number, words in enumerate(prediction.words):
        named = prediction.techniques[number] if prediction.techniques else [""] * len(words)
        for (start, end, probability), technique in zip(words, named, strict=True):
            text = texts[number]
            word = text[start:end]
            rows.append(
                {
                    "sentence": number,
                    "start": sentences[number].start + start,
                    "end": sentences[number].start + end,
                    "text": word,
                    "probability": float(probability),
                    "technique": technique,
                    "alternative": alternative_to(
                        word, text[:start], text[end:], american=american
                    ),
                    "effect": float("nan"),
                }
            )
    _add_effects(rows, sentences, texts, prediction, model)
    return frame({name: [row[name] for row in rows] for name in SPANS}, SPANS)


def joint_effect(result: Result, number: int) -> float:
    """Return how far a sentence's loaded probability falls with all its loaded words masked.

    Of several loaded words any one may be enough by itself: each ``effect`` is then about 0, and
    only together do they explain the score. NaN where the sentence has fewer than two loaded
    words or is neutral, so that there is nothing to explain.

    Raises ``ModelUnavailable`` as ``classifier`` does.
    """
    sentence = result.sentences.iloc[number]
    spans = result.spans[result.spans["sentence"] == number]
    if len(spans) < 2 or sentence["loaded"] == "neutral":
        return float("nan")
    together = [
        (int(start - sentence["start"]), int(end - sentence["start"]))
        for start, end in zip(spans["start"], spans["end"], strict=True)
    ]
    (without,) = classifier().loaded_when_masked([sentence["text"]], [together])
    return float(sentence["loaded_probability"]) - float(without)


def _add_effects(
    rows: Sequence[dict[str, Any]],
    sentences: Sequence[Sentence],
    texts: Sequence[str],
    prediction: Prediction,
    model: Classifier,
) -> None:
    masked: list[dict[str, Any]] = []
    for number, spans in groupby(rows, key=lambda row: row["sentence"]):
        if model.thresholds.band(float(prediction.loaded[number])) != "neutral":
            masked += sorted(spans, key=lambda row: -row["probability"])[:MOST_MASKED]
    if not masked:
        return
    starts = [sentences[row["sentence"]].start for row in masked]
    without = model.loaded_when_masked(
        [texts[row["sentence"]] for row in masked],
        [
            [(row["start"] - start, row["end"] - start)]
            for row, start in zip(masked, starts, strict=True)
        ],
    )
    for row, probability in zip(masked, without, strict=True):
        row["effect"] = float(prediction.loaded[row["sentence"]]) - float(probability)
