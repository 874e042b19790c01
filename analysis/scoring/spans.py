"""The loaded words of an article, with a plainer wording and the effect of each.

An effect is the fall of a sentence's loaded probability when words are masked, that is, hidden from
the model: one loaded word at a time (``effect``), or all loaded words of the sentence together
(``joint_effect``). Where one of several loaded words is enough for the score, masking any single
one has an effect of about 0, and only the joint effect explains the score.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from math import nan
from typing import TYPE_CHECKING, Any

from analysis.frames import SPANS, frame
from analysis.scoring.wording.alternatives import alternative_to
from analysis.scoring.wording.spelling import is_american
from analysis.text.words.addresses import in_web_address

if TYPE_CHECKING:
    import pandas as pd

    from analysis.scoring.content import Reading
    from models import Classifier, Prediction, Span
    from models.inference.prediction import Word

MAX_MASKED_SPANS = 8
"""Most spans of one sentence that are masked one by one, the most probable first. A sentence of 700
words can have dozens, and each costs a pass of the model over the whole sentence."""


def outside_addresses(text: str, words: Sequence[Word]) -> list[Word]:
    """Return the loaded words of a sentence that are not part of a web or mail address."""
    return [word for word in words if not in_web_address(text, word[0], word[1])]


@dataclass(frozen=True)
class ScoredSentences:
    """The scored sentences of an article, as three fields of the same length and order.

    ``numbers`` are their numbers in the sentences frame, ``readings`` what the classifier read of
    them and ``prediction`` the scores. ``article`` is the article's text.
    """

    article: str
    numbers: Sequence[int]
    readings: Sequence[Reading]
    prediction: Prediction

    @property
    def texts(self) -> list[str]:
        """The texts that the model reads."""
        return [one.text for one in self.readings]


def loaded_words(reading: Reading, words: Sequence[Word]) -> list[Word]:
    """Return the loaded words of a reading, in order: without those of web addresses, and cut where
    passages of the article meet, so that each is one range there."""
    return [
        (first, last, probability)
        for start, end, probability in outside_addresses(reading.text, words)
        for first, last in reading.cut(start, end)
    ]


def plainer_wording(text: str, start: int, end: int, *, american: bool) -> str:
    """Return a plainer wording for ``text[start:end]`` of a sentence, or nothing."""
    return alternative_to(text[start:end], text[:start], text[end:], american=american)


def span_frame(scored: ScoredSentences, model: Classifier) -> tuple[pd.DataFrame, list[float]]:
    """Return one row per loaded word or phrase, as ``SPANS`` declares, and joint effects.

    There is one joint effect for each scored sentence, in order: the fall of its loaded
    probability with all its loaded words masked, NaN if it has fewer than two or is not loaded.

    All effects are computed in one more pass of the model over the loaded and uncertain sentences.
    Spans of sentences that are not loaded, which need no explanation, and spans beyond
    ``MAX_MASKED_SPANS`` have the effect NaN.
    """
    rows: list[dict[str, Any]] = []
    joint = [nan] * len(scored.readings)
    masks: list[_Mask] = []
    american = is_american([scored.article])
    for place, predicted in enumerate(scored.prediction.words):
        reading = scored.readings[place]
        words = loaded_words(reading, predicted)
        found = [
            {
                "sentence": scored.numbers[place],
                **_in_article(scored.article, reading, start, end),
                "probability": float(probability),
                "alternative": plainer_wording(reading.text, start, end, american=american),
                "effect": nan,
            }
            for start, end, probability in words
        ]
        rows += found
        if model.thresholds.band(float(scored.prediction.loaded[place])) != "not loaded":
            masks += _masks(place, [(start, end) for start, end, _ in words], found)
    for mask, effect in zip(masks, _effects(masks, scored, model), strict=True):
        if mask.row is None:
            joint[mask.place] = effect
        else:
            mask.row["effect"] = effect
    return frame({name: [row[name] for row in rows] for name in SPANS}, SPANS), joint


def _in_article(article: str, reading: Reading, start: int, end: int) -> dict[str, Any]:
    """Return offsets and text in the article of a word of a reading."""
    ((first, last),) = reading.given(start, end)
    return {"start": first, "end": last, "text": article[first:last]}


@dataclass(frozen=True)
class _Mask:
    """Spans of one scored sentence that are masked together.

    ``row`` is the span's row, which gets the effect; None if all spans are masked.
    """

    place: int
    spans: list[Span]
    row: dict[str, Any] | None


def _masks(place: int, spans: list[Span], rows: list[dict[str, Any]]) -> list[_Mask]:
    """Return the masks of one sentence: each of its most probable spans, and all spans."""
    likeliest = sorted(
        zip(spans, rows, strict=True), key=lambda found: -float(found[1]["probability"])
    )
    masks = [_Mask(place, [span], row) for span, row in likeliest[:MAX_MASKED_SPANS]]
    return [*masks, _Mask(place, spans, None)] if len(spans) > 1 else masks


def _effects(masks: Sequence[_Mask], scored: ScoredSentences, model: Classifier) -> list[float]:
    """Return the fall of the loaded probability for each mask."""
    if not masks:
        return []
    without = model.loaded_when_masked(
        [scored.readings[mask.place].text for mask in masks], [mask.spans for mask in masks]
    )
    return [
        float(scored.prediction.loaded[mask.place]) - float(probability)
        for mask, probability in zip(masks, without, strict=True)
    ]
