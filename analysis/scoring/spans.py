"""The loaded words of an article: a frame with a plainer wording and the effect of each.

An effect is how far the loaded probability of a sentence falls when words are masked, that is,
hidden from the model: one loaded word at a time (``effect``), and all of a sentence's loaded words
together (``joint_effect``). Of several loaded words any one may be enough by itself: each effect
is then about 0, and only together do they explain the score.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from math import nan
from typing import TYPE_CHECKING, Any

from analysis.frames import SPANS, frame
from analysis.scoring.wording.alternatives import alternative_to
from analysis.scoring.wording.spelling import is_american

if TYPE_CHECKING:
    import pandas as pd

    from analysis.text.segmentation.sentences import Sentence
    from models import Classifier, Prediction, Span

MOST_MASKED = 8
"""Spans of one sentence that are masked one by one, the likeliest first: a rant of 700 words holds
dozens, and each costs another pass over all of it."""


@dataclass(frozen=True)
class Scored:
    """The sentences of an article that were scored, all four of the same length.

    ``numbers`` are those of the sentences frame, ``sentences`` their offsets, ``texts`` their
    texts; ``prediction`` is of the texts, in this order.
    """

    numbers: Sequence[int]
    sentences: Sequence[Sentence]
    texts: Sequence[str]
    prediction: Prediction


def span_frame(scored: Scored, model: Classifier) -> tuple[pd.DataFrame, list[float]]:
    """Return one row per loaded word or phrase, as ``SPANS`` declares, and joint effects.

    The joint effects are one number a scored sentence, in order: the fall of its loaded
    probability with all its loaded words masked, NaN with fewer than two of them.

    Effects come from one more pass over the sentences that are loaded or uncertain. A span of a
    neutral sentence, where there is nothing to explain, and those past ``MOST_MASKED`` have none
    (NaN).
    """
    rows: list[dict[str, Any]] = []
    joint = [nan] * len(scored.texts)
    masks: list[_Mask] = []
    american = is_american(scored.texts)
    for place, words in enumerate(scored.prediction.words):
        text = scored.texts[place]
        begin = scored.sentences[place].start
        found = [
            {
                "sentence": scored.numbers[place],
                "start": begin + start,
                "end": begin + end,
                "text": text[start:end],
                "probability": float(probability),
                "alternative": alternative_to(
                    text[start:end], text[:start], text[end:], american=american
                ),
                "effect": nan,
            }
            for start, end, probability in words
        ]
        rows += found
        if model.thresholds.band(float(scored.prediction.loaded[place])) != "neutral":
            masks += _masks(place, [(start, end) for start, end, _ in words], found)
    for mask, effect in zip(masks, _effects(masks, scored, model), strict=True):
        if mask.row is None:
            joint[mask.place] = effect
        else:
            mask.row["effect"] = effect
    return frame({name: [row[name] for row in rows] for name in SPANS}, SPANS), joint


@dataclass(frozen=True)
class _Mask:
    """Spans of one scored sentence to mask together; ``row`` is the one row whose effect this
    gives, None for all of a sentence's words."""

    place: int
    spans: list[Span]
    row: dict[str, Any] | None


def _masks(place: int, spans: list[Span], rows: list[dict[str, Any]]) -> list[_Mask]:
    """Return what to mask of one sentence: each of its likeliest words, and all of them."""
    likeliest = sorted(
        zip(spans, rows, strict=True), key=lambda found: -float(found[1]["probability"])
    )
    masks = [_Mask(place, [span], row) for span, row in likeliest[:MOST_MASKED]]
    return [*masks, _Mask(place, spans, None)] if len(spans) > 1 else masks


def _effects(masks: Sequence[_Mask], scored: Scored, model: Classifier) -> list[float]:
    """Return how far each masked sentence's loaded probability falls."""
    if not masks:
        return []
    without = model.loaded_when_masked(
        [scored.texts[mask.place] for mask in masks], [mask.spans for mask in masks]
    )
    return [
        float(scored.prediction.loaded[mask.place]) - float(probability)
        for mask, probability in zip(masks, without, strict=True)
    ]
